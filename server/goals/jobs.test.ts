// What time does to goals: leads hear of a breach before it happens, and however many processes look, each request counts once.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
