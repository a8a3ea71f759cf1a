// Trust through HTTP, on sums that are kept by jobs: each promise counted once, and figures only where they are nobody's own.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Appointment } from '../../contract/appointments.ts';
import type { Idea } from '../../contract/ideas.ts';
import type { Today } from '../../contract/requests.ts';
import type { MyTrust, ServiceTrust, TeamTrust } from '../../contract/trust.ts';
import { createService } from '../catalog/catalog.ts';
import { addPerson, addTeam, enlist } from '../directory/directory.ts';
import { newId, transact } from '../platform/db.ts';
import { at, must, openHotel, seen, stories, type Hotel, type Person } from '../requests/for-tests.ts';
import { endPromise, endPromises, several, type Past } from './for-tests.ts';
import { tallyEnded } from './trust.ts';

let hotel: Hotel;
let desk: string;
let cables: string;
let lamps: string;
let past: Omit<Past, 'outcome' | 'at'>;
const day = (date: string) => new Date(`${date}T12:00:00Z`);
const teamOf = async (who: Person, team = hotel.it): Promise<TeamTrust> => {
  const said = await who.get(`/api/teams/${team}/trust`);
  expect(said.status).toBe(200);
  return said.body;
};
const serviceOf = async (who: Person, service: string): Promise<ServiceTrust> => {
  const said = await who.get(`/api/services/${service}/trust`);
  expect(said.status).toBe(200);
  return said.body;
};
const mine = async (who: Person, query = ''): Promise<MyTrust> => (await who.get(`/api/me/trust${query}`)).body;
const sums = async (): Promise<string> =>
  JSON.stringify((await sql`select * from trust_tally order by 1, 2, 3, 4, 5`.execute(hotel.db)).rows);

beforeAll(async () => {
  hotel = await openHotel();
  const { db, mika, liisa, eeva, aino, it } = hotel;
  await transact(db, async (tx) => {
    must(await enlist(tx, it, eeva.id, false));
    const more = async (team: string, count: number) => {
      for (let no = 0; no < count; no += 1) {
        const { id } = must(await addPerson(tx, { name: `More ${no}`, email: `${newId()}@example.com` }, hotel.time()));
        must(await enlist(tx, team, id, false));
      }
    };
    await more(it, 2);
    desk = must(await addTeam(tx, { name: 'Front desk', zone: 'Europe/Helsinki', country: 'FI' }, hotel.time())).id;
    must(await enlist(tx, desk, aino.id, true));
    await more(desk, 4);
    cables = must(await createService(tx, { team: it, name: 'Cables' }, hotel.time())).id;
    lamps = must(await createService(tx, { team: it, name: 'Lamps' }, hotel.time())).id;
  });
  past = { promiser: mika.id, promisee: aino.id, team: it, service: cables, askingTeam: desk };
  const of = (by: Person, more: Partial<Past> & Pick<Past, 'outcome'>, count: number, date: string) =>
    several(count, { ...past, promiser: by.id, at: day(date), ...more });
  await endPromises(db, [
    ...of(mika, { outcome: 'kept' }, 3, '2026-09-08'),
    ...of(mika, { outcome: 'missed', reason: 'supply' }, 1, '2026-09-09'),
    ...of(liisa, { outcome: 'kept' }, 3, '2026-09-10'),
    ...of(liisa, { outcome: 'keptRenegotiated' }, 1, '2026-10-06'),
    ...of(eeva, { outcome: 'kept' }, 3, '2026-10-07'),
    ...of(eeva, { outcome: 'repaired', reason: 'supply' }, 1, '2026-10-08'),
    ...of(mika, { outcome: 'revoked', reason: 'absence' }, 1, '2026-10-09'),
    ...of(mika, { outcome: 'released' }, 2, '2026-10-09'),
    ...of(liisa, { outcome: 'kept', service: lamps }, 4, '2026-10-13'),
    // In the month that still runs: in nobody's figure but their own.
    ...of(mika, { outcome: 'missed', reason: 'forgot' }, 2, '2026-11-10'),
  ]);
});
afterAll(() => hotel.close());

describe('my own trust', () => {
  test('is told with its uncertainty, by weeks, with what got in the way first', async () => {
    const trust = await mine(hotel.mika);
    expect(trust).toMatchObject({ hides: null, released: 2, every: 'week', zone: 'Europe/Helsinki', to: '2026-11-24' });
    expect(trust.figure).toMatchObject({ kept: 3, renegotiated: 0, repaired: 0, missed: 4, total: 7, rate: 3 / 7 });
    expect(trust.over).toHaveLength(13);
    expect(trust.over.find(({ from }) => from === '2026-11-09')?.figure).toMatchObject({ missed: 2, total: 2 });
    expect(trust.reasons).toEqual([
      { reason: 'forgot', count: 2 },
      { reason: 'absence', count: 1 },
      { reason: 'supply', count: 1 },
    ]);
  });
  test('is told by months, too', async () => {
    const { over, figure } = await mine(hotel.mika, '?every=month');
    expect(over.map(({ from }) => from).at(0)).toBe('2025-12-01');
    expect(over.at(-1)).toMatchObject({ from: '2026-11-01', to: '2026-11-24', figure: { total: 2 } });
    expect(figure?.total).toBe(7);
  });
  test('is nobody else’s: there is no way to name another person', async () => {
    expect((await mine(hotel.oleg)).figure).toBeNull();
    const named: { body: Partial<MyTrust> } = await hotel.jussi.get(`/api/me/trust?person=${hotel.mika.id}`);
    expect(named.body.figure ?? null).toBeNull();
  });
});

describe('a team’s trust', () => {
  test('is a rate over whole months for every colleague', async () => {
    const trust = await teamOf(hotel.oleg);
    expect(trust).toMatchObject({ from: '2025-11-01', to: '2026-10-31', hides: null, inside: null });
    expect(trust.figure).toMatchObject({ kept: 13, renegotiated: 1, repaired: 1, missed: 2, total: 17, rate: 14 / 17 });
  });
  test('is opened for its members and administrators: over time, reasons, services, those it promised to', async () => {
    for (const who of [hotel.liisa, hotel.jussi]) {
      const { inside } = await teamOf(who);
      expect(inside?.over.flatMap(({ from, to, figure }) => (figure ? [[from, to, figure.total]] : []))).toEqual([
        ['2026-09-01', '2026-10-31', 17],
      ]);
      expect(inside?.reasons).toEqual([
        { reason: 'supply', count: 2 },
        { reason: 'absence', count: 1 },
      ]);
      // Lamps are Liisa's alone; beside the whole, the cables would tell how she did.
      expect(inside?.services).toEqual([]);
      expect(inside?.pairs).toMatchObject([{ team: { id: desk, name: 'Front desk' }, figure: { total: 17 } }]);
    }
  });
  test('is what its members are told of it in Today', async () => {
    const { teams } = (await hotel.liisa.get('/api/today')).body as Today;
    expect(teams[0]?.kept).toMatchObject({ kept: 14, renegotiated: 1, total: 17 });
    expect(((await hotel.oleg.get('/api/today')).body as Today).teams[0]?.kept).toBeNull();
  });
  test('says nothing where fewer than five are in the team', async () => {
    expect(await teamOf(hotel.jussi, hotel.kitchen)).toMatchObject({ hides: 'smallTeam', figure: null, inside: null });
  });
  test('waits until there is enough', async () => {
    expect(await teamOf(hotel.aino, desk)).toMatchObject({ hides: 'tooFew', figure: null });
  });
  test('names nobody', async () => {
    const text = JSON.stringify(await teamOf(hotel.liisa));
    for (const who of [hotel.mika, hotel.liisa, hotel.eeva, hotel.aino]) expect(text).not.toContain(who.id);
  });
  test('is not found where there is no such team', async () => {
    expect((await hotel.jussi.get(`/api/teams/${newId()}/trust`)).status).toBe(404);
  });
});

describe('a service’s trust', () => {
  test('says nothing where it is one person’s, nor where that could be reckoned from it', async () => {
    expect(await serviceOf(hotel.oleg, lamps)).toMatchObject({ hides: 'tooFew', figure: null, over: [], reasons: [] });
    expect(await serviceOf(hotel.liisa, cables)).toMatchObject({ hides: 'tooFew', figure: null });
  });
  test('is told by two months, when all that is beside it is enough, too', async () => {
    const { mika, eeva, db } = hotel;
    for (const by of [mika, eeva])
      await endPromises(
        db,
        several(2, { ...past, promiser: by.id, service: lamps, outcome: 'kept', at: day('2026-10-14') }),
      );
    const trust = await serviceOf(hotel.oleg, cables);
    expect(trust).toMatchObject({ hides: null, from: '2025-11-01', to: '2026-10-31', reasons: [] });
    expect(trust.figure).toMatchObject({ kept: 9, renegotiated: 1, repaired: 1, missed: 2, total: 13 });
    expect(trust.over).toHaveLength(6);
    expect(trust.over.at(-1)).toMatchObject({ from: '2026-09-01', to: '2026-10-31', figure: { total: 13 } });
    expect((await serviceOf(hotel.liisa, cables)).reasons[0]).toEqual({ reason: 'supply', count: 2 });
    expect(
      (await teamOf(hotel.liisa)).inside?.services.map(({ service, figure }) => [service?.name, figure.total]),
    ).toEqual([
      ['Cables', 13],
      ['Lamps', 8],
    ]);
  });
  test('is not found by those who may not see the service', async () => {
    const made = await transact(hotel.db, (tx) =>
      createService(tx, { team: hotel.it, name: 'Hidden', askers: [desk] }, hotel.time()),
    );
    const { id } = must(made);
    const [hidden, unknown] = [
      await hotel.oleg.get(`/api/services/${id}/trust`),
      await hotel.oleg.get(`/api/services/${newId()}/trust`),
    ];
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(unknown.text);
    expect((await hotel.aino.get(`/api/services/${id}/trust`)).status).toBe(200);
  });
});

test('what was promised on private requests counts for members of the team alone', async () => {
  const { id } = must(
    await transact(hotel.db, (tx) =>
      createService(tx, { team: hotel.it, name: 'Private', sight: 'private' }, hotel.time()),
    ),
  );
  const asked = seen(await hotel.aino.post('/api/requests', { title: 'My own matter', service: id }));
  await endPromises(hotel.db, [
    { ...past, service: id, subjectId: asked.id, outcome: 'missed', at: day('2026-10-20') },
  ]);
  const [member, administrator] = [await teamOf(hotel.liisa), await teamOf(hotel.jussi)];
  expect([member.figure?.total, administrator.figure?.total, (await teamOf(hotel.oleg)).figure?.total]).toEqual([
    22, 21, 21,
  ]);
});

describe('the sums', () => {
  test('count a promise that ended through its request, and one promised anew after it was opened again', async () => {
    hotel.time('2026-11-24T08:00:00Z');
    const story = stories(hotel);
    const before = (await mine(hotel.mika)).figure?.total ?? 0;
    const request = await story.closed();
    seen(await hotel.aino.post(at(request, 'reopening'), { reason: 'It is green again' }));
    expect((await mine(hotel.mika)).figure?.total).toBe(before + 1);
    await tallyEnded(hotel.db, null);
    const found = await sql<{ total: number }>`select sum(kept + renegotiated + repaired + missed)::int as total
      from trust_tally where kind = 'team' and period = '2026-11-01'`.execute(hotel.db);
    expect(found.rows[0]?.total).toBe(3);
  });

  test('stay as they are when they are added up again', async () => {
    await tallyEnded(hotel.db, null);
    const before = await sums();
    await tallyEnded(hotel.db, null);
    await Promise.all([tallyEnded(hotel.db, null), tallyEnded(hotel.db, hotel.it), teamOf(hotel.liisa)]);
    expect(await sums()).toBe(before);
  });

  test('count what is promised by an appointment and for an idea for the team of whoever promised', async () => {
    const { db, mika, aino, jussi, it } = hotel;
    hotel.time('2026-11-24T08:00:00Z');
    const kept = async () => {
      await tallyEnded(db, null);
      const found = await sql<{ kept: number }>`
        select sum(kept)::int as kept from trust_tally where kind = 'team' and team_id = ${it}`.execute(db);
      return found.rows[0]?.kept ?? 0;
    };
    const before = await kept();
    const meeting = { asks: aino.id, at: '2026-11-26T08:00:00Z', title: 'The list', deliverables: ['The list'] };
    const made: { body: Appointment } = await mika.post('/api/appointments', { ...meeting, with: aino.id });
    const idea: { body: { id: string } } = await aino.post('/api/ideas', { title: 'A lamp for everybody' });
    await jussi.post(`/api/ideas/${idea.body.id}/decision`, { words: 'Yes' });
    const commitment = { to: aino.id, deliverable: 'A lamp', due: '2026-11-26T08:00:00Z' };
    const promised: { body: Idea } = await mika.post(`/api/ideas/${idea.body.id}/commitment`, commitment);
    const promises = [made.body.deliverables[0]?.promise?.id, promised.body.promise?.id];
    for (const id of promises) {
      expect((await mika.post(`/api/promises/${id}/delivery`, { done: 'Here' })).status).toBe(200);
      expect((await aino.post(`/api/promises/${id}/acceptance`, {})).status).toBe(200);
    }
    expect(await kept()).toBe(before + 2);
  });

  test('count each promise once, though several add up at once and commits come in any order', async () => {
    const { db, it } = hotel;
    const total = async () =>
      (
        await sql<{ team: number; ended: number }>`select
          (select sum(kept + renegotiated + repaired + missed)::int from trust_tally where kind = 'team') as team,
          (select count(*)::int from promises_promise where state = 'ended' and outcome <> 'released' and team_id is not null) as ended`.execute(
          db,
        )
      ).rows[0];
    const ended = (no: number): Past => ({
      ...past,
      outcome: 'kept',
      at: new Date(day('2026-08-05').getTime() + no * 60_000),
    });
    // One that began first commits last, after everything beside it was counted.
    let commit = () => {};
    const held = new Promise<void>((done) => (commit = done));
    const slow = transact(db, async (tx) => {
      await endPromise(tx, ended(0));
      await held;
    });
    await Promise.all(Array.from({ length: 12 }, (_, no) => endPromises(db, [ended(no + 1), ended(no + 20)])));
    await Promise.all([tallyEnded(db, null), tallyEnded(db, null), tallyEnded(db, it), tallyEnded(db, it)]);
    await tallyEnded(db, null);
    commit();
    await slow;
    await Promise.all([tallyEnded(db, null), tallyEnded(db, null)]);
    const sum = await total();
    expect(sum?.team).toBe(sum?.ended);
  });
});

test('nothing is shown at all where the company has switched rates off', async () => {
  const { version } = (await hotel.jussi.get('/api/company')).body as { version: number };
  const change = (rates: boolean, as: number) =>
    hotel.jussi.call('PATCH', '/api/company', { rates }, { 'if-match': `"${as}"` });
  expect((await change(false, version)).status).toBe(200);
  expect(await mine(hotel.mika)).toMatchObject({ hides: 'ratesOff', figure: null, released: 0, over: [], reasons: [] });
  expect(await teamOf(hotel.liisa)).toMatchObject({ hides: 'ratesOff', figure: null, inside: null });
  expect(await serviceOf(hotel.liisa, cables)).toMatchObject({
    hides: 'ratesOff',
    figure: null,
    over: [],
    reasons: [],
  });
  expect((await change(true, version + 1)).status).toBe(200);
});
