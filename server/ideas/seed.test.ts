// The sample company's ideas stand on every rung, and their figures rise with the rungs; nothing promised for them is left behind.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDirectory } from '../directory/seed.ts';
import { transact } from '../platform/db.ts';
import { createTestDatabase } from '../platform/test.ts';
import { tallies } from './queries.ts';
import { seedIdeas } from './seed.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
const now = new Date('2026-11-20T11:00:00Z');
beforeAll(async () => {
  database = await createTestDatabase();
  await transact(database.db, async (tx) => {
    const cast = await seedDirectory(tx, new Date('2026-08-20T11:00:00Z'));
    await seedIdeas(tx, cast, now);
  });
}, 60_000);
afterAll(() => database.drop());

it('stand on every rung, and more get done the higher they stood', async () => {
  const found = (await tallies(database.db, now)).toSorted((one, other) => one.total - other.total);
  expect(found.every(({ standing, total }) => standing > 1 && total > 4)).toBe(true);
  const share = Object.fromEntries(found.map(({ rung, completed, total }) => [rung, completed / total]));
  expect(share['heard']).toBeLessThan(share['decided'] ?? 0);
  expect(share['decided']).toBeLessThan(share['committed'] ?? 0);
  expect(share['committed']).toBeLessThan(share['appointed'] ?? 0);
});

it('leave no promise behind that is past and still open', async () => {
  const late = await database.db
    .selectFrom('promises_promise')
    .select(['subject', 'deliverable'])
    .where('state', '<>', 'ended')
    .where('due_at', '<', now)
    .execute();
  expect(late).toEqual([]);
});
