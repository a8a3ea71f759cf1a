// Goals through HTTP: who sets and sees them, what they add up to, and what becomes of it when something else counts.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Goal, GoalClock, GoalPage, RequestGoal } from '../../contract/goals.ts';
import { at, refuses, seen, type Hotel, type Person } from '../requests/for-tests.ts';
import { hour, openDesk, sentence, type Desk } from './for-tests.ts';
import { keepGoals } from './goals.ts';

let desk: Desk;
let hotel: Hotel;
beforeAll(async () => {
  desk = await openDesk();
  hotel = desk.hotel;
});
afterAll(() => hotel.close());
beforeEach(() => desk.begin());

describe('a goal', () => {
  test('is set by a lead, and seen by every colleague with its figure', async () => {
    const goal = await desk.setGoal();
    expect(goal).toMatchObject({ every: false, share: 95, days: 30, time: 'working', can: ['edit', 'archive'] });
    for (const by of [hotel.mika, hotel.mika, hotel.liisa, hotel.eeva]) await desk.serve(by, 30);
    await desk.serve(hotel.eeva, 90);
    const page = await desk.read(goal, hotel.oleg);
    expect(page.figure).toMatchObject({ met: 4, total: 5 });
    expect(page.figure?.low).toBeCloseTo(0.376, 2);
    expect(page.can).toEqual([]);
    expect(page.median).toBeGreaterThan(28);
    expect(page.median).toBeLessThan(32);
    expect(page.weeks).toHaveLength(13);
    expect(page.weeks.at(-1)).toMatchObject({ from: '2026-11-23', figure: { met: 4, total: 5 } });
    await desk.recount();
    const listed = await hotel.oleg.get(`/api/teams/${hotel.it}/goals`);
    expect(listed.body).toMatchObject({ items: [{ id: goal.id, figure: { met: 4, total: 5 } }], can: [] });
  });

  test('counts what was asked before it was set', async () => {
    const whole = await desk.setGoal({ services: [], every: true });
    expect((await desk.read(whole)).figure).toMatchObject({ met: 4, total: 5 });
    expect((await desk.read(whole)).reckoning).toBeNull();
  });

  test('names who waits and what was missed to those who may see the request, and a request to all others', async () => {
    hotel.time('2026-11-24T12:00:00Z');
    const goal = await desk.setGoal();
    const request = await desk.askLaptop();
    const mine = await desk.read(goal, hotel.mika);
    expect(mine.ahead).toMatchObject([{ request: { id: request.id, asker: { name: 'Aino Virtanen' } }, left: 60 }]);
    const others = await desk.read(goal, hotel.oleg);
    expect(others.ahead).toMatchObject([{ request: null, service: { id: desk.laptops }, left: 60 }]);
    expect(JSON.stringify(others)).not.toContain('dead');
    desk.later(61);
    const late = await desk.read(goal, hotel.oleg);
    expect(late).toMatchObject({ ahead: [], late: [{ request: null, left: -1, endedAt: null }], running: { late: 1 } });
    const misses = await hotel.liisa.get(`/api/goals/${goal.id}/misses`);
    expect(misses.body).toMatchObject({ items: [{ request: { id: request.id }, endedAt: null }, { took: 90 }] });
    seen(await hotel.aino.post(at(request, 'withdrawal'), { reason: 'Too late' }));
    const after = await hotel.oleg.get(`/api/goals/${goal.id}/misses?limit=1`);
    expect(after.body).toMatchObject({ items: [{ request: null, whys: ['withdrawn'] }] });
    const { next } = after.body as { next: string };
    const second = await hotel.oleg.get(`/api/goals/${goal.id}/misses?limit=1&cursor=${next}`);
    expect(second.body).toMatchObject({ items: [{ took: 90 }], next: null });
    await desk.recount();
  });

  test('of a private service is seen by the team alone, and private requests count for it alone', async () => {
    const goal = await desk.setGoal({ services: [desk.sealed] });
    expect(goal.inside).toBe(true);
    const nowhere = await hotel.oleg.get('/api/goals/0199a7a0-0000-7000-8000-000000000000');
    for (const who of [hotel.oleg, hotel.jussi]) {
      const hidden = await who.get(`/api/goals/${goal.id}`);
      expect([hidden.status, hidden.text]).toEqual([404, nowhere.text]);
      expect((await who.get(`/api/teams/${hotel.it}/goals`)).text).not.toContain(goal.id);
    }
    const whole = await desk.setGoal({ services: [], every: true });
    const before = await desk.read(whole, hotel.oleg);
    await desk.askLaptop({ service: desk.sealed, title: 'A secret' });
    expect((await desk.read(whole, hotel.oleg)).running).toEqual(before.running);
    expect((await desk.read(whole, hotel.mika)).running.count).toBe(before.running.count + 1);
  });

  test('is changed and put away by leads who saw it as it is', async () => {
    const goal = await desk.setGoal();
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
    expect((await desk.read(goal)).ahead).toEqual([]);
    await refuses(hotel, () => change(hotel.liisa, 3, { share: 50 }), 409, 'archivedGoal');
    const back = await hotel.liisa.call('DELETE', `/api/goals/${goal.id}/archival`);
    expect(back.body).toMatchObject({ archivedAt: null, can: ['edit', 'archive'] });
  });

  test('is refused to others, without services, and with an end before its start', async () => {
    const make = (by: Person, more: object) => () =>
      by.post(`/api/teams/${hotel.it}/goals`, { sentence, ...hour, services: [desk.laptops], ...more });
    await refuses(hotel, make(hotel.oleg, {}), 403, 'goalLeadsOnly');
    await refuses(hotel, make(hotel.jussi, {}), 403, 'goalLeadsOnly');
    await refuses(hotel, make(hotel.liisa, { every: false, services: [] }), 422, 'required', 'services');
    await refuses(hotel, make(hotel.liisa, { starts: 'promised', ends: 'greeted' }), 422, 'clockBackwards', 'ends');
  });
});

describe('when something else counts', () => {
  test('a moved threshold reckons the history anew, and nothing of the old is left', async () => {
    const goal = await desk.setGoal();
    // Four within the hour, one in an hour and a half, one taken back after it.
    expect((await desk.read(goal)).figure).toMatchObject({ met: 4, total: 6 });
    const wider = { within: { count: 2, unit: 'hours' } };
    const said = await hotel.liisa.call('PATCH', `/api/goals/${goal.id}`, wider, { 'if-match': '"1"' });
    expect(said.body).toMatchObject({ within: wider.within, reckoning: {} });
    const page = await desk.read(goal);
    // What was taken back within two hours counts for nothing.
    expect(page.figure).toMatchObject({ met: 5, total: 5 });
    await keepGoals(hotel.db, hotel.time());
    await desk.recount();
    const left = await sql<{ count: number }>`
      select count(*)::int as count from goals_clock c join goals_goal g on g.id = c.goal_id
      where g.id = ${goal.id} and c.measure <> g.measure`.execute(hotel.db);
    expect(left.rows).toEqual([{ count: 0 }]);
  });

  test('a changed calendar moves what runs, and leaves what was decided', async () => {
    const goal = await desk.setGoal();
    const request = await desk.askLaptop();
    const before = await desk.read(goal);
    const due = (page: GoalPage) => page.ahead.find((each) => each.request?.id === request.id)?.due;
    expect(due(before)).toBe('2026-11-24T09:00:00.000Z');
    const team = (await hotel.liisa.get(`/api/teams/${hotel.it}`)).body as { version: number };
    const closed = { exceptions: [{ date: '2026-11-24', hours: [['08:00', '10:30']], note: 'A party' }] };
    const saved = await hotel.liisa.call('PATCH', `/api/teams/${hotel.it}`, closed, {
      'if-match': `"${team.version}"`,
    });
    expect(saved.status).toBe(200);
    const after = await desk.read(goal);
    expect(due(after)).toBe('2026-11-25T06:30:00.000Z');
    expect(after.figure).toEqual(before.figure);
    await hotel.liisa.call(
      'PATCH',
      `/api/teams/${hotel.it}`,
      { exceptions: [] },
      { 'if-match': `"${team.version + 1}"` },
    );
  });

  test('a day of work is as long as the team’s own', async () => {
    const team = (await hotel.liisa.get(`/api/teams/${hotel.it}`)).body as { version: number; week: object };
    const short = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, day < 5 ? [['09:00', '15:00']] : []]));
    const save = (week: object, version: number) =>
      hotel.liisa.call('PATCH', `/api/teams/${hotel.it}`, { week }, { 'if-match': `"${version}"` });
    expect((await save(short, team.version)).status).toBe(200);
    const goal = await desk.setGoal({ within: { count: 2, unit: 'days' } });
    expect(goal.day).toBe(360);
    const request = await desk.askLaptop();
    // Asked on Tuesday at ten: two days of six hours later.
    const due = (await desk.read(goal)).ahead.find((each) => each.request?.id === request.id)?.due;
    expect(due).toBe('2026-11-26T08:00:00.000Z');
    expect((await save(team.week, team.version + 1)).status).toBe(200);
  });

  test('what is opened again waits again, and counts once', async () => {
    const goal = await desk.setGoal();
    const request = await desk.serve(hotel.mika, 30);
    seen(await hotel.aino.post(at(request, 'acceptance'), { thanks: '' }));
    const before = await desk.read(goal);
    desk.later(60);
    seen(await hotel.aino.post(at(request, 'reopening'), { reason: 'It is dead again' }));
    const open = await desk.read(goal);
    expect(open.ahead.find((each) => each.request?.id === request.id)).toMatchObject({ left: 60 });
    expect(open.figure?.met).toBe((before.figure?.met ?? 0) - 1);
    desk.later(61);
    const late = await desk.read(goal);
    expect(late.figure?.met).toBe((before.figure?.met ?? 0) - 1);
    expect(late.figure?.total).toBe((open.figure?.total ?? 0) + 1);
    const misses = (await hotel.liisa.get(`/api/goals/${goal.id}/misses`)).body as { items: GoalClock[] };
    expect(misses.items.find((each) => each.request?.id === request.id)?.whys).toContain('reopened');
    await desk.recount();
  });

  test('what is handed to another team is nobody’s wait here any more', async () => {
    const goal = await desk.setGoal();
    const request = await desk.askLaptop();
    expect((await desk.read(goal)).ahead.map((each) => each.request?.id)).toContain(request.id);
    seen(await hotel.mika.post(at(request, 'hand-over'), { team: hotel.kitchen, context: 'Yours' }));
    expect((await desk.read(goal, hotel.aino)).ahead.map((each) => each.request?.id)).not.toContain(request.id);
    await keepGoals(hotel.db, hotel.time());
    const kept = await sql<{ state: string }>`
      select state from goals_clock where goal_id = ${goal.id} and request_id = ${request.id}`.execute(hotel.db);
    expect(kept.rows).toEqual([{ state: 'void' }]);
    await desk.recount();
  });
});

describe('beside a request', () => {
  test('the team that has it reads the time left by each of its goals, the most pressing first, and nobody else does', async () => {
    const goal = await desk.setGoal();
    const hello = await desk.setGoal({ ends: 'greeted', within: { count: 30, unit: 'minutes' } });
    await desk.setGoal({ services: [desk.sealed] });
    const request = await desk.askLaptop();
    const left = async (who: Person) => {
      const { items } = (await who.get(`/api/requests/${request.id}/goals`)).body as { items: RequestGoal[] };
      return items.map((item) => [item.goal.id, item.left]);
    };
    desk.later(20);
    expect(await left(hotel.mika)).toEqual([
      [hello.id, 10],
      [goal.id, 40],
    ]);
    expect(await left(hotel.aino)).toEqual([]);
    expect((await hotel.oleg.get(`/api/requests/${request.id}/goals`)).status).toBe(404);
    await desk.promise(request);
    desk.later(45);
    expect(await left(hotel.liisa)).toEqual([[goal.id, -5]]);
    seen(await hotel.mika.post(at(request, 'delivery'), { done: 'Here' }));
    expect(await left(hotel.mika)).toEqual([]);
  });
});

test('no figure is shown of a small team, of few people’s work, or where rates are off', async () => {
  const kitchen = await hotel.oleg.post(`/api/teams/${hotel.kitchen}/goals`, { sentence, ...hour });
  expect((kitchen.body as Goal).hides).toBe('smallTeam');
  expect(await desk.read(kitchen.body as Goal)).toMatchObject({ figure: null, weeks: [], median: null });
  const goal = await desk.setGoal();
  await sql`update requests_request set provider_id = ${hotel.mika.id} where provider_id is not null`.execute(hotel.db);
  await keepGoals(hotel.db, hotel.time(), 'whole');
  expect(await desk.read(goal)).toMatchObject({ figure: null, hides: 'fewPeople', weeks: [] });
  expect((await hotel.liisa.get(`/api/goals/${goal.id}/misses`)).body).toEqual({ items: [], next: null });
  const company = (await hotel.jussi.get('/api/company')).body as { version: number };
  await hotel.jussi.call('PATCH', '/api/company', { rates: false }, { 'if-match': `"${company.version}"` });
  expect((await desk.read(goal)).hides).toBe('ratesOff');
});

test('a page costs the same number of statements for one waiting and for three', async () => {
  const goal = await desk.setGoal();
  await desk.askLaptop();
  await desk.read(goal);
  hotel.statements();
  await desk.read(goal);
  const one = hotel.statements();
  await desk.askLaptop();
  await desk.askLaptop();
  await desk.read(goal);
  hotel.statements();
  await desk.read(goal);
  expect(hotel.statements()).toBe(one);
});
