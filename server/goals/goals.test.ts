// Goals through HTTP: who sets and sees them, what they add up to, who is told of a breach, and that two processes count once.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Goal, GoalPage } from '../../contract/goals.ts';
import { createService } from '../catalog/catalog.ts';
import { addPerson, enlist } from '../directory/directory.ts';
import { transact } from '../platform/db.ts';
import { at, must, openHotel, refuses, seen, stories, toldOf, type Hotel, type Person } from '../requests/for-tests.ts';
import { keepGoals } from './goals.ts';

let hotel: Hotel;
let story: ReturnType<typeof stories>;
let laptops: string;
let payroll: string;

beforeAll(async () => {
  hotel = await openHotel();
  story = stories(hotel);
  await transact(hotel.db, async (tx) => {
    must(await enlist(tx, hotel.it, hotel.eeva.id, false));
    for (const name of ['Fourth', 'Fifth']) {
      const { id } = must(await addPerson(tx, { name, email: `${name}@example.com` }, hotel.time()));
      must(await enlist(tx, hotel.it, id, false));
    }
    laptops = must(await createService(tx, { team: hotel.it, name: 'A working laptop' }, hotel.time())).id;
    payroll = must(
      await createService(tx, { team: hotel.it, name: 'A sealed drive', sight: 'private' }, hotel.time()),
    ).id;
  });
});
afterAll(() => hotel.close());

const start = '2026-11-24T08:00:00Z';
beforeEach(async () => {
  hotel.time(start);
  // Each test begins with goals of its own.
  await sql`update goals_goal set archived_at = now() where archived_at is null`.execute(hotel.db);
});

const hour = { starts: 'asked', ends: 'delivered', within: { count: 1, unit: 'hours' } };
const sentence = 'Nobody is without a working laptop for more than one hour';
const setGoal = async (more: object = {}, by = hotel.liisa): Promise<Goal> => {
  const said = await by.post(`/api/teams/${hotel.it}/goals`, { sentence, ...hour, services: [laptops], ...more });
  expect(said.text).toContain(sentence);
  return said.body;
};
const read = async (goal: { id: string }, by: Person = hotel.liisa): Promise<GoalPage> => {
  const said = await by.get(`/api/goals/${goal.id}`);
  expect(said.status).toBe(200);
  return said.body;
};
const later = (minutes: number) => hotel.time(new Date(hotel.time().getTime() + minutes * 60_000).toISOString());
const askLaptop = (more: object = {}) =>
  story.ask({ title: 'My laptop is dead', team: undefined, service: laptops, ...more });
const promise = async (id: { id: string }, by = hotel.mika) =>
  seen(await by.post(at(id, 'promise'), { deliverable: 'A laptop', due: '2026-11-25T14:00:00Z' }));
const serve = async (by: Person, minutes: number) => {
  const request = await askLaptop();
  await promise(request, by);
  later(minutes);
  seen(await by.post(at(request, 'delivery'), { done: 'Here it is' }));
  return request;
};
/** Sums made anew from all clocks: what the kept ones must be. */
const recount = async () => {
  const found = await sql<{ kept: string; anew: string }>`
    select coalesce((select jsonb_agg(jsonb_build_array(d.goal_id, d.day, d.private, d.met, d.missed) order by d.goal_id, d.day, d.private)
        from goals_day d join goals_goal g on g.id = d.goal_id and g.measure = d.measure where d.met + d.missed > 0)::text, '') as kept,
      coalesce((select jsonb_agg(x order by x -> 0, x -> 1, x -> 2) from (select jsonb_build_array(c.goal_id, c.day, c.private,
        count(*) filter (where c.within), count(*) filter (where not c.within)) as x
        from goals_clock c join goals_goal g on g.id = c.goal_id and g.measure = c.measure where c.within is not null
        group by c.goal_id, c.day, c.private) y)::text, '') as anew`.execute(hotel.db);
  const [row] = found.rows;
  expect(row?.kept).toBe(row?.anew);
  expect(row?.kept).not.toBe('');
};

describe('a goal', () => {
  test('is set by a lead, and seen by every colleague with its figure', async () => {
    const goal = await setGoal();
    expect(goal).toMatchObject({ every: false, share: 95, days: 30, time: 'working', can: ['edit', 'archive'] });
    for (const by of [hotel.mika, hotel.mika, hotel.liisa, hotel.eeva]) await serve(by, 30);
    await serve(hotel.eeva, 90);
    const page = await read(goal, hotel.oleg);
    expect(page.figure).toMatchObject({ met: 4, total: 5 });
    expect(page.figure?.low).toBeCloseTo(0.376, 2);
    expect(page.can).toEqual([]);
    expect(page.median).toBeGreaterThan(28);
    expect(page.median).toBeLessThan(32);
    expect(page.weeks).toHaveLength(13);
    expect(page.weeks.at(-1)).toMatchObject({ from: '2026-11-23', figure: { met: 4, total: 5 } });
    await recount();
    const listed = await hotel.oleg.get(`/api/teams/${hotel.it}/goals`);
    expect(listed.body).toMatchObject({ items: [{ id: goal.id, figure: { met: 4, total: 5 } }], can: [] });
  });

  test('counts what was asked before it was set', async () => {
    const whole = await setGoal({ services: [], every: true });
    expect((await read(whole)).figure).toMatchObject({ met: 4, total: 5 });
    expect((await read(whole)).reckoning).toBeNull();
  });

  test('names who waits and what was missed to those who may see the request, and a request to all others', async () => {
    hotel.time('2026-11-24T12:00:00Z');
    const goal = await setGoal();
    const request = await askLaptop();
    const mine = await read(goal, hotel.mika);
    expect(mine.ahead).toMatchObject([{ request: { id: request.id, asker: { name: 'Aino Virtanen' } }, left: 60 }]);
    const others = await read(goal, hotel.oleg);
    expect(others.ahead).toMatchObject([{ request: null, service: { id: laptops }, left: 60 }]);
    expect(JSON.stringify(others)).not.toContain('dead');
    later(61);
    const late = await read(goal, hotel.oleg);
    expect(late).toMatchObject({ ahead: [], late: [{ request: null, left: -1, endedAt: null }], running: { late: 1 } });
    const misses = await hotel.liisa.get(`/api/goals/${goal.id}/misses`);
    expect(misses.body).toMatchObject({ items: [{ request: { id: request.id }, endedAt: null }, { took: 90 }] });
    seen(await hotel.aino.post(at(request, 'withdrawal'), { reason: 'Too late' }));
    const after = await hotel.oleg.get(`/api/goals/${goal.id}/misses?limit=1`);
    expect(after.body).toMatchObject({ items: [{ request: null, whys: ['withdrawn'] }] });
    const { next } = after.body as { next: string };
    const second = await hotel.oleg.get(`/api/goals/${goal.id}/misses?limit=1&cursor=${next}`);
    expect(second.body).toMatchObject({ items: [{ took: 90 }], next: null });
    await recount();
  });

  test('of a private service is seen by the team alone, and private requests count for it alone', async () => {
    const goal = await setGoal({ services: [payroll] });
    expect(goal.inside).toBe(true);
    const nowhere = await hotel.oleg.get('/api/goals/0199a7a0-0000-7000-8000-000000000000');
    for (const who of [hotel.oleg, hotel.jussi]) {
      const hidden = await who.get(`/api/goals/${goal.id}`);
      expect([hidden.status, hidden.text]).toEqual([404, nowhere.text]);
      expect((await who.get(`/api/teams/${hotel.it}/goals`)).text).not.toContain(goal.id);
    }
    const whole = await setGoal({ services: [], every: true });
    const before = await read(whole, hotel.oleg);
    await askLaptop({ service: payroll, title: 'A secret' });
    expect((await read(whole, hotel.oleg)).running).toEqual(before.running);
    expect((await read(whole, hotel.mika)).running.count).toBe(before.running.count + 1);
  });

  test('is changed and put away by leads who saw it as it is', async () => {
    const goal = await setGoal();
    const change = (by: Person, version: number, body: object) =>
      by.call('PATCH', `/api/goals/${goal.id}`, body, { 'if-match': `"${version}"` });
    await refuses(hotel, () => change(hotel.mika, 1, { share: 50 }), 403, 'goalLeadsOnly');
    await refuses(hotel, () => change(hotel.liisa, 7, { share: 50 }), 412, 'changedMeanwhile');
    await refuses(
      hotel,
      () => change(hotel.liisa, 1, { starts: 'greeted', ends: 'greeted' }),
      422,
      'clockBackwards',
      'ends',
    );
    await refuses(hotel, () => change(hotel.liisa, 1, { services: [hotel.it] }), 422, 'unknownService', 'services');
    expect((await change(hotel.liisa, 1, { share: 90, days: 90 })).body).toMatchObject({
      share: 90,
      days: 90,
      version: 2,
    });
    const away = await hotel.liisa.post(`/api/goals/${goal.id}/archival`);
    expect(away.body).toMatchObject({ can: ['restore'], reckoning: null });
    expect((await read(goal)).ahead).toEqual([]);
    await refuses(hotel, () => change(hotel.liisa, 3, { share: 50 }), 409, 'archivedGoal');
    const back = await hotel.liisa.call('DELETE', `/api/goals/${goal.id}/archival`);
    expect(back.body).toMatchObject({ archivedAt: null, can: ['edit', 'archive'] });
  });

  test('is refused to others, without services, and with an end before its start', async () => {
    const make = (by: Person, more: object) => () =>
      by.post(`/api/teams/${hotel.it}/goals`, { sentence, ...hour, services: [laptops], ...more });
    await refuses(hotel, make(hotel.oleg, {}), 403, 'goalLeadsOnly');
    await refuses(hotel, make(hotel.jussi, {}), 403, 'goalLeadsOnly');
    await refuses(hotel, make(hotel.liisa, { every: false, services: [] }), 422, 'required', 'services');
    await refuses(hotel, make(hotel.liisa, { starts: 'promised', ends: 'greeted' }), 422, 'clockBackwards', 'ends');
  });
});

describe('when something else counts', () => {
  test('a moved threshold reckons the history anew, and nothing of the old is left', async () => {
    const goal = await setGoal();
    // Four within the hour, one in an hour and a half, one taken back after it.
    expect((await read(goal)).figure).toMatchObject({ met: 4, total: 6 });
    const wider = { within: { count: 2, unit: 'hours' } };
    const said = await hotel.liisa.call('PATCH', `/api/goals/${goal.id}`, wider, { 'if-match': '"1"' });
    expect(said.body).toMatchObject({ within: wider.within, reckoning: {} });
    const page = await read(goal);
    // What was taken back within two hours counts for nothing.
    expect(page.figure).toMatchObject({ met: 5, total: 5 });
    await keepGoals(hotel.db, hotel.time());
    await recount();
    const left = await sql<{ count: number }>`
      select count(*)::int as count from goals_clock c join goals_goal g on g.id = c.goal_id
      where g.id = ${goal.id} and c.measure <> g.measure`.execute(hotel.db);
    expect(left.rows).toEqual([{ count: 0 }]);
  });

  test('a changed calendar moves what runs, and leaves what was decided', async () => {
    const goal = await setGoal();
    const request = await askLaptop();
    const before = await read(goal);
    const due = (page: GoalPage) => page.ahead.find((each) => each.request?.id === request.id)?.due;
    expect(due(before)).toBe('2026-11-24T09:00:00.000Z');
    const team = (await hotel.liisa.get(`/api/teams/${hotel.it}`)).body as { version: number };
    const closed = { exceptions: [{ date: '2026-11-24', hours: [['08:00', '10:30']], note: 'A party' }] };
    const saved = await hotel.liisa.call('PATCH', `/api/teams/${hotel.it}`, closed, {
      'if-match': `"${team.version}"`,
    });
    expect(saved.status).toBe(200);
    const after = await read(goal);
    expect(due(after)).toBe('2026-11-25T06:30:00.000Z');
    expect(after.figure).toEqual(before.figure);
    await hotel.liisa.call(
      'PATCH',
      `/api/teams/${hotel.it}`,
      { exceptions: [] },
      { 'if-match': `"${team.version + 1}"` },
    );
  });

  test('what is handed to another team is nobody’s wait here any more', async () => {
    const goal = await setGoal();
    const request = await askLaptop();
    expect((await read(goal)).ahead.map((each) => each.request?.id)).toContain(request.id);
    seen(await hotel.mika.post(at(request, 'hand-over'), { team: hotel.kitchen, context: 'Yours' }));
    expect((await read(goal, hotel.aino)).ahead.map((each) => each.request?.id)).not.toContain(request.id);
    await keepGoals(hotel.db, hotel.time());
    const kept = await sql<{ state: string }>`
      select state from goals_clock where goal_id = ${goal.id} and request_id = ${request.id}`.execute(hotel.db);
    expect(kept.rows).toEqual([{ state: 'void' }]);
    await recount();
  });
});

describe('a breach', () => {
  test('is told to the leads before it happens, and once when it has; by whatever number of processes', async () => {
    await setGoal();
    const request = await askLaptop();
    const rounds = () => Promise.all([1, 2, 3].map(() => keepGoals(hotel.db, hotel.time())));
    await rounds();
    expect(await toldOf(hotel.liisa, request)).not.toContain('goalNear');
    later(46);
    await rounds();
    await rounds();
    const goals = async (who: Person) => (await toldOf(who, request)).filter((kind) => kind.startsWith('goal'));
    expect(await goals(hotel.liisa)).toEqual(['goalNear']);
    expect(await goals(hotel.mika)).toEqual([]);
    later(20);
    await rounds();
    await rounds();
    expect(await goals(hotel.liisa)).toEqual(['goalMissed', 'goalNear']);
    expect(await goals(hotel.aino)).toEqual([]);
    await recount();
  });

  test('that is older than the goal is told to nobody', async () => {
    const request = await askLaptop();
    later(90);
    await setGoal();
    await keepGoals(hotel.db, hotel.time());
    expect(await toldOf(hotel.liisa, request)).not.toContain('goalMissed');
  });
});

test('processes and readers at the same time count each request once', async () => {
  const goal = await setGoal();
  const requests = [];
  for (let each = 0; each < 6; each += 1) requests.push(await askLaptop());
  for (const request of requests) {
    await promise(request);
    seen(await hotel.mika.post(at(request, 'delivery'), { done: 'Here' }));
    await Promise.all([
      keepGoals(hotel.db, hotel.time()),
      read(goal),
      read(goal, hotel.oleg),
      keepGoals(hotel.db, hotel.time()),
    ]);
    if (request === requests[2]) seen(await hotel.aino.post(at(request, 'return'), { missing: 'The charger' }));
  }
  await keepGoals(hotel.db, hotel.time(), 'whole');
  await recount();
  const page = await read(goal);
  expect(page.figure?.total).toBe((await read(goal)).figure?.total);
  expect(page.ahead.map((each) => each.request?.id)).toContain(requests[2]?.id);
});

test('no figure is shown of a small team, of few people’s work, or where rates are off', async () => {
  const kitchen = await hotel.oleg.post(`/api/teams/${hotel.kitchen}/goals`, { sentence, ...hour });
  expect((kitchen.body as Goal).hides).toBe('smallTeam');
  expect(await read(kitchen.body as Goal)).toMatchObject({ figure: null, weeks: [], median: null });
  const goal = await setGoal();
  await sql`update requests_request set provider_id = ${hotel.mika.id} where provider_id is not null`.execute(hotel.db);
  await keepGoals(hotel.db, hotel.time(), 'whole');
  expect(await read(goal)).toMatchObject({ figure: null, hides: 'fewPeople', weeks: [] });
  expect((await hotel.liisa.get(`/api/goals/${goal.id}/misses`)).body).toEqual({ items: [], next: null });
  const company = (await hotel.jussi.get('/api/company')).body as { version: number };
  await hotel.jussi.call('PATCH', '/api/company', { rates: false }, { 'if-match': `"${company.version}"` });
  expect((await read(goal)).hides).toBe('ratesOff');
});

test('a page costs the same number of statements for one waiting and for three', async () => {
  const goal = await setGoal();
  await askLaptop();
  await read(goal);
  hotel.statements();
  await read(goal);
  const one = hotel.statements();
  await askLaptop();
  await askLaptop();
  await read(goal);
  hotel.statements();
  await read(goal);
  expect(hotel.statements()).toBe(one);
});
