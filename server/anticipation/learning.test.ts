// The counting itself, on made-up companies: it finds what was planted and says nothing where nothing belongs together.
// Many more of them, with figures: `npm run bench -- --anticipation --companies 1000`.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../platform/test.ts';
import { makeUp, tryOut, type MadeUp } from './for-tests.ts';
import { method } from './learned.rules.ts';
import { learnAnew } from './learning.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('in companies where nothing belongs together nothing is said, though hundreds of pairs could look so', async () => {
  let tested = 0;
  for (let seed = 1; seed <= 12; seed += 1) {
    const tried = await tryOut(makeUp(seed), database.db);
    tested += tried.tested;
    expect(tried.learned, `seed ${seed}`).toEqual([]);
  }
  expect(tested).toBeGreaterThan(1000);
}, 60_000);

test('what was planted is found, and nothing beside it', async () => {
  const tried = [];
  for (let seed = 1; seed <= 6; seed += 1) tried.push(await tryOut(makeUp(1_000_000 + seed, 2), database.db));
  const found = tried.flatMap((one) => one.found);
  expect(tried.flatMap((one) => one.wrong)).toEqual([]);
  expect(found.length).toBeGreaterThan(0.8 * tried.flatMap((one) => [...one.found, ...one.missed]).length);
}, 60_000);

describe('people are counted, never asks', () => {
  /** Everybody asks for 0 on a day of their own, and for 1 a day later; for 2 at other times. */
  const company = (people: number, more: MadeUp['asks'] = []): MadeUp => ({
    people,
    services: 4,
    days: 400,
    planted: [],
    asks: [
      ...Array.from({ length: people }, (_, person) => [
        { person, service: 3, day: (person * 7) % 100 },
        { person, service: 0, day: 100 + ((person * 7) % 200) },
        { person, service: 1, day: 101 + ((person * 7) % 200) },
        { person, service: 2, day: 330 + (person % 60) },
      ]).flat(),
      ...more,
    ],
  });
  const learnedOf = async (one: MadeUp) => (await tryOut(one, database.db)).learned;

  test('so that one who asks a hundred times is one', async () => {
    const heavy = Array.from({ length: 100 }, (_, at) => ({ person: 1, service: at % 2, day: 100 + at }));
    const [one] = await learnedOf(company(40, heavy));
    expect(one).toMatchObject({ asked: 40, hits: 40 });
  });
  test('and fewer than enough tell nothing', async () => {
    expect(await learnedOf(company(method.people))).not.toEqual([]);
    expect(await learnedOf(company(method.people - 1))).toEqual([]);
  });
  test('nor do asks whose days are not over yet', async () => {
    const late = company(40);
    const asks = late.asks.map((ask) => ({ ...ask, day: ask.service === 0 ? 395 : ask.service === 1 ? 396 : ask.day }));
    expect(await learnedOf({ ...late, asks: [...asks, { person: 0, service: 2, day: 400 }] })).toEqual([]);
  });
});

test('a company without services learns nothing', async () => {
  expect(await learnAnew(database.db, new Date('2026-11-24T08:00:00Z'))).toBe(0);
});
