// What time does to goals: leads hear of a breach before it happens, and however many processes look, each request counts once.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../platform/db.ts';
import { whileHeld } from '../platform/held-for-tests.ts';
import { at, seen, toldOf, type Hotel, type Person } from '../requests/for-tests.ts';
import { openDesk, type Desk } from './for-tests.ts';
import { keepGoals } from './goals.ts';

let desk: Desk;
let hotel: Hotel;
beforeAll(async () => {
  desk = await openDesk();
  hotel = desk.hotel;
});
afterAll(() => hotel.close());
beforeEach(() => desk.begin());

describe('a breach', () => {
  test('is told to the leads before it happens, and once when it has; by whatever number of processes', async () => {
    await desk.setGoal();
    const request = await desk.askLaptop();
    const rounds = () => Promise.all([1, 2, 3].map(() => keepGoals(hotel.db, hotel.time())));
    await rounds();
    expect(await toldOf(hotel.liisa, request)).not.toContain('goalNear');
    desk.later(46);
    await rounds();
    await rounds();
    const goals = async (who: Person) => (await toldOf(who, request)).filter((kind) => kind.startsWith('goal'));
    expect(await goals(hotel.liisa)).toEqual(['goalNear']);
    expect(await goals(hotel.mika)).toEqual([]);
    desk.later(20);
    await rounds();
    await rounds();
    expect(await goals(hotel.liisa)).toEqual(['goalMissed', 'goalNear']);
    expect(await goals(hotel.aino)).toEqual([]);
    await desk.recount();
  });

  test('that is older than the goal is told to nobody', async () => {
    const request = await desk.askLaptop();
    desk.later(90);
    await desk.setGoal();
    await keepGoals(hotel.db, hotel.time());
    expect(await toldOf(hotel.liisa, request)).not.toContain('goalMissed');
  });
});

test('what is opened again is told of again when it runs short', async () => {
  await desk.setGoal();
  const request = await desk.askLaptop();
  desk.later(50);
  await keepGoals(hotel.db, hotel.time());
  await desk.promise(request);
  seen(await hotel.mika.post(at(request, 'delivery'), { done: 'Here' }));
  seen(await hotel.aino.post(at(request, 'acceptance'), { thanks: '' }));
  desk.later(1);
  seen(await hotel.aino.post(at(request, 'reopening'), { reason: 'It is dead again' }));
  const told = async () => (await toldOf(hotel.liisa, request)).filter((kind) => kind === 'goalNear').length;
  await keepGoals(hotel.db, hotel.time());
  expect(await told()).toBe(1);
  desk.later(50);
  await Promise.all([keepGoals(hotel.db, hotel.time()), keepGoals(hotel.db, hotel.time())]);
  await keepGoals(hotel.db, hotel.time());
  expect(await told()).toBe(2);
});

test('goals rest with their team: what was counted stays, and nothing more is counted or told', async () => {
  const goal = await desk.setGoal();
  for (const by of [hotel.mika, hotel.liisa, hotel.eeva]) await desk.serve(by, 20);
  const request = await desk.askLaptop();
  const before = await desk.read(goal, hotel.oleg);
  expect(before.running.count).toBeGreaterThan(0);
  const team = `/api/teams/${hotel.it}`;
  const { version } = (await hotel.jussi.get(team)).body as { version: number };
  const archived = await hotel.jussi.call('POST', `${team}/archival`, {}, { 'if-match': `"${version}"` });
  expect([archived.status, archived.text]).toEqual([200, archived.text]);
  hotel.time('2027-01-12T08:00:00Z');
  await keepGoals(hotel.db, hotel.time(), 'whole');
  const after = await desk.read(goal, hotel.oleg);
  expect(after).toMatchObject({ figure: before.figure, weeks: before.weeks, ahead: [], late: [], reckoning: null });
  expect([after.running, after.teamArchivedAt]).toEqual([{ count: 0, late: 0 }, '2026-11-24T09:00:00.000Z']);
  expect(await toldOf(hotel.liisa, request)).not.toContain('goalMissed');
  expect((await hotel.oleg.get(`${team}/goals`)).body).toMatchObject({
    items: [{ id: goal.id, figure: before.figure }],
  });
  const back = await hotel.jussi.call('DELETE', `${team}/archival`, undefined, { 'if-match': `"${version + 1}"` });
  expect([back.status, back.text]).toEqual([200, back.text]);
  await keepGoals(hotel.db, hotel.time());
  expect((await desk.read(goal, hotel.oleg)).late.length).toBeGreaterThan(0);
});

test('a reader waits for whoever is at a goal, who may not know yet what has just happened', async () => {
  const goal = await desk.setGoal();
  const before = await desk.read(goal);
  await desk.serve(hotel.mika, 20);
  const hold = (tx: Db) => sql`select from goals_goal where id = ${goal.id} for no key update`.execute(tx);
  const page = await whileHeld(hotel.db, hold, () => desk.read(goal));
  expect(page.figure?.total).toBe((before.figure?.total ?? 0) + 1);
});

test('processes and readers at the same time count each request once', async () => {
  const goal = await desk.setGoal();
  const requests = [];
  for (let each = 0; each < 6; each += 1) requests.push(await desk.askLaptop());
  for (const request of requests) {
    await desk.promise(request);
    seen(await hotel.mika.post(at(request, 'delivery'), { done: 'Here' }));
    await Promise.all([
      keepGoals(hotel.db, hotel.time()),
      desk.read(goal),
      desk.read(goal, hotel.oleg),
      keepGoals(hotel.db, hotel.time()),
    ]);
    if (request === requests[2]) seen(await hotel.aino.post(at(request, 'return'), { missing: 'The charger' }));
  }
  await keepGoals(hotel.db, hotel.time(), 'whole');
  await desk.recount();
  const page = await desk.read(goal);
  expect(page.figure?.total).toBe((await desk.read(goal)).figure?.total);
  expect(page.ahead.map((each) => each.request?.id)).toContain(requests[2]?.id);
});
