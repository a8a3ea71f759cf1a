// What time does: unanswered asks rise, promisers are warned before it is late, silence closes; each once, from however many processes.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Request } from '../../contract/requests.ts';
import { addTeam, enlist } from '../directory/directory.ts';
import { openDatabase, transact } from '../platform/db.ts';
import { at, contents, must, openHotel, seen, stories, storyOf, toldOf, type Hotel, type Person } from './for-tests.ts';
import { sweep } from './jobs.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
beforeAll(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
});
// Nothing of an earlier test is left for the clock.
beforeEach(async () => {
  for (const day of ['03', '04', '05']) await sweep(hotel.db, new Date(`2028-01-${day}T10:00:00Z`));
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

const sweepAt = (instant: string) => sweep(hotel.db, hotel.time(instant));
const justAfter = (instant: string) => new Date(Date.parse(instant) + 1).toISOString();
const read = async (request: { id: string }): Promise<Request> => seen(await hotel.aino.get(at(request)));
// To whom it is offered then: duty.test.ts.
const notOffered = (said: string) => said !== 'offered';
const rousedOf = async (person: Person, request: { id: string }) => (await toldOf(person, request)).filter(notOffered);
const risenOf = async (request: { id: string }) => (await storyOf(hotel.aino, request)).filter(notOffered);
const unchangedBy = async (act: () => Promise<unknown>) => {
  const before = await contents(hotel.db);
  await act();
  expect(await contents(hotel.db)).toBe(before);
};

describe('an ask that nobody greets', () => {
  it('rises when the team’s greeting time is over, and tells the lead, once', async () => {
    const request = await tell.ask();
    await unchangedBy(() => sweepAt(request.greetBy));
    await sweepAt(justAfter(request.greetBy));
    expect(await read(request)).toMatchObject({ ungreeted: true, state: 'asked' });
    expect(await rousedOf(hotel.liisa, request)).toEqual(['ungreeted']);
    expect(await rousedOf(hotel.mika, request)).toEqual([]);
    expect(await rousedOf(hotel.aino, request)).toEqual([]);
    expect(await risenOf(request)).toEqual(['asked', 'ungreeted']);
    // A Saturday: nobody is on duty.
    await unchangedBy(() => sweepAt('2026-12-26T08:00:00Z'));
  });
  it('does not rise once somebody said hello', async () => {
    const request = await tell.ask();
    await hotel.mika.post(at(request, 'greeting'));
    await unchangedBy(() => sweepAt('2026-12-24T08:00:00Z'));
    expect(await risenOf(request)).toEqual(['asked', 'greeted']);
  });
  it('tells all members of a team without a lead, and never the one who asked', async () => {
    const team = await transact(hotel.db, async (tx) => {
      const { id } = must(
        await addTeam(
          tx,
          { name: `Linen ${hotel.time().getTime()}`, zone: 'Europe/Helsinki', country: 'FI' },
          hotel.time(),
        ),
      );
      for (const person of [hotel.oleg, hotel.eeva, hotel.aino]) must(await enlist(tx, id, person.id, false));
      return id;
    });
    const request = await tell.ask({ team });
    await sweepAt(justAfter(request.greetBy));
    expect(await rousedOf(hotel.oleg, request)).toEqual(['ungreeted']);
    expect(await rousedOf(hotel.eeva, request)).toEqual(['ungreeted']);
    expect(await rousedOf(hotel.aino, request)).toEqual([]);
  });
  it('of a colleague asked by name tells that colleague', async () => {
    const request = await tell.ask({ team: undefined, person: hotel.mika.id });
    await sweepAt(justAfter(request.greetBy));
    expect(await rousedOf(hotel.mika, request)).toEqual(['ungreeted', 'asked']);
  });
  it('rises anew with those to whom it is handed over', async () => {
    const request = await tell.ask();
    await sweepAt(justAfter(request.greetBy));
    await hotel.mika.post(at(request, 'hand-over'), { team: hotel.kitchen, context: 'It is yours' });
    const handed = await read(request);
    expect(handed.ungreeted).toBe(false);
    await sweepAt(justAfter(handed.greetBy));
    expect((await rousedOf(hotel.oleg, request))[0]).toBe('ungreeted');
    expect(await risenOf(request)).toEqual(['asked', 'ungreeted', 'handedOver', 'ungreeted']);
  });
});

describe('a promise whose time runs short', () => {
  it('is told of to the promiser before it is due, once, and to nobody else', async () => {
    const request = await tell.promised();
    await unchangedBy(() => sweepAt('2026-11-24T12:29:59Z'));
    // Six hours of work were promised; a quarter of them is left.
    await sweepAt('2026-11-24T12:30:00Z');
    expect(await toldOf(hotel.mika, request)).toEqual(['atRisk']);
    expect(await toldOf(hotel.aino, request)).toEqual(['promised']);
    expect(await read(request)).toMatchObject({ atRisk: true, overdue: false });
    await unchangedBy(() => sweepAt('2026-11-24T14:00:00Z'));
  });
  it('is known to its promiser alone while only they can know why it may not hold', async () => {
    const request = await tell.promised();
    const before = (await sql<{ seq: string }>`select max(seq) as seq from platform_change`.execute(hotel.db)).rows[0];
    await sql`update promises_risk set reason = 'tookLonger', facts = '{"left": 300}', since = now(), due_at = ${request.due}
      where promise_id = ${request.promise!.id}`.execute(hotel.db);
    const others = async () => {
      const queue = await hotel.liisa.get(`/api/teams/${hotel.it}/queue?part=atRisk`);
      const { items } = queue.body as { items: { id: string }[] };
      const heard = await sql<{ recipient: string | null }>`select recipient from platform_change
        where seq > ${before?.seq ?? '0'} and id = ${request.id} and kind = 'atRisk'`.execute(hotel.db);
      return { listed: items.some(({ id }) => id === request.id), heard: heard.rows.map((row) => row.recipient) };
    };
    await sweepAt('2026-11-24T09:00:00Z');
    expect(await toldOf(hotel.mika, request)).toEqual(['atRisk']);
    expect(await others()).toEqual({ listed: false, heard: [hotel.mika.id] });
    expect(await read(request)).toMatchObject({ atRisk: false, mayNotHold: false, promise: { risk: null } });
    const day = (await hotel.mika.get('/api/today')).body as { promised: { id: string; mayNotHold: boolean }[] };
    expect(day.promised.find(({ id }) => id === request.id)?.mayNotHold).toBe(true);
    await sweepAt('2026-11-24T12:30:00Z');
    expect(await toldOf(hotel.mika, request)).toEqual(['atRisk']);
    expect(await others()).toEqual({ listed: true, heard: [hotel.mika.id, null] });
  });
  it('is told of again for a new time that was agreed', async () => {
    const request = await tell.promised();
    await sweepAt('2026-11-24T13:00:00Z');
    await hotel.mika.post(at(request, 'renegotiation'), {
      due: '2026-11-25T14:00:00Z',
      reason: 'The cable comes tomorrow',
    });
    await hotel.aino.post(at(request, 'renegotiation/answer'), { answer: 'accept' });
    expect(await read(request)).toMatchObject({ atRisk: false });
    await sweepAt('2026-11-25T13:00:00Z');
    expect(await toldOf(hotel.mika, request)).toEqual(['atRisk', 'renegotiationAccepted', 'atRisk']);
  });
  it('is not told of after the delivery', async () => {
    const request = await tell.delivered();
    await unchangedBy(() => sweepAt('2026-11-24T13:00:00Z'));
    expect(await toldOf(hotel.mika, request)).toEqual([]);
  });
});

describe('a promise whose time has passed', () => {
  it('is told of to both sides, once', async () => {
    const request = await tell.promised();
    await sweepAt('2026-11-24T13:00:00Z');
    await unchangedBy(() => sweepAt('2026-11-24T14:00:00Z'));
    await sweepAt('2026-11-24T14:01:00Z');
    expect(await read(request)).toMatchObject({ atRisk: false, overdue: true });
    expect(await toldOf(hotel.mika, request)).toEqual(['overdue', 'atRisk']);
    expect(await toldOf(hotel.aino, request)).toEqual(['overdue', 'promised']);
    await unchangedBy(() => sweepAt('2026-12-24T14:01:00Z'));
  });
  it('warns no more of a danger that is over when the clock itself comes late', async () => {
    const request = await tell.promised();
    await sweepAt('2026-11-24T15:00:00Z');
    expect(await toldOf(hotel.mika, request)).toEqual(['overdue']);
  });
});

describe('silence after a delivery', () => {
  it('closes at the closing time, and counts as silence, never as satisfaction', async () => {
    const request = await tell.delivered();
    await unchangedBy(() => sweepAt(new Date(Date.parse(request.closeBy!) - 1).toISOString()));
    await sweepAt(request.closeBy!);
    const closed = await read(request);
    expect(closed).toMatchObject({
      state: 'closed',
      closedBySilence: true,
      thanks: null,
      ratings: null,
      endedAt: request.closeBy,
    });
    expect(closed.promise?.outcome).toBe('kept');
    const said = await hotel.aino.get(at(request, 'messages'));
    const { items }: { items: { what: string; by: object | null }[] } = said.body;
    expect(items.at(-1)).toMatchObject({ what: 'closedBySilence', by: null });
    const today: { thanks: object[] } = (await hotel.mika.get('/api/today')).body;
    expect(today.thanks).toEqual([]);
    await unchangedBy(() => sweepAt('2026-12-24T14:01:00Z'));
  });
  it('does not close what came back as not right yet', async () => {
    const request = await tell.delivered();
    await hotel.aino.post(at(request, 'return'), { missing: 'There is no sound', due: '2027-11-24T14:00:00Z' });
    await sweepAt(request.closeBy!);
    expect((await read(request)).state).toBe('promised');
  });
  it('loses against a word of thanks that comes at the same moment, or wins; never both', async () => {
    const request = await tell.delivered();
    hotel.time(request.closeBy!);
    const [thanked] = await Promise.all([
      hotel.aino.post(at(request, 'acceptance'), { thanks: 'Thank you!' }),
      sweep(hotel.db, new Date(request.closeBy!)),
    ]);
    const closed = await read(request);
    expect(closed.state).toBe('closed');
    expect(closed.closedBySilence).toBe(thanked.status === 409);
    expect(closed.thanks).toBe(thanked.status === 200 ? 'Thank you!' : null);
  });
  it('cannot be dressed as thanks: the database refuses it', async () => {
    const request = await tell.closed();
    const dressed = sql`update requests_request set closed_by_silence = true where id = ${request.id}`.execute(
      hotel.db,
    );
    await expect(dressed).rejects.toMatchObject({ code: '23514', constraint: 'requests_silence' });
  });
});

describe('the clocks of several processes at once', () => {
  it('do everything once between them', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => tell.ask()));
    const promised = await Promise.all(Array.from({ length: 5 }, () => tell.promised()));
    const delivered = await Promise.all(Array.from({ length: 5 }, () => tell.delivered()));
    const name = await sql<{ name: string }>`select current_database() as name`.execute(hotel.db);
    const { host, port, user } = inject('postgres');
    const other = openDatabase({ host, port, user, database: name.rows[0]?.name ?? '' }, { size: 3 });
    for (const instant of ['2026-11-24T13:00:00Z', '2026-12-18T12:00:00Z']) {
      const now = hotel.time(instant);
      await Promise.all([hotel.db, other.db, hotel.db, other.db].map((db) => sweep(db, now)));
    }
    await other.close();
    for (const request of asked) {
      expect(await risenOf(request)).toEqual(['asked', 'ungreeted']);
      expect(await rousedOf(hotel.liisa, request)).toEqual(['ungreeted']);
    }
    for (const request of promised) expect(await toldOf(hotel.mika, request)).toEqual(['overdue', 'atRisk']);
    for (const request of delivered)
      expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'promised', 'delivered', 'closedBySilence']);
  });
});
