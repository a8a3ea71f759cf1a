// The sums of trust when somebody else is at them.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../platform/db.ts';
import { whileHeld } from '../platform/held-for-tests.ts';
import { openHotel, type Hotel } from '../requests/for-tests.ts';
import { endPromises } from './for-tests.ts';
import { tallyEnded } from './trust.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());

test('a reader waits for whoever adds up the promises of a team', async () => {
  const { db, it, mika, aino } = hotel;
  const counted = async () => {
    const found = await sql<{ kept: number | null }>`
      select sum(kept)::int as kept from trust_tally where kind = 'team'`.execute(db);
    return found.rows[0]?.kept ?? 0;
  };
  await tallyEnded(db, null);
  const before = await counted();
  const kept = { promiser: mika.id, promisee: aino.id, team: it, outcome: 'kept' } as const;
  await endPromises(db, [{ ...kept, at: new Date('2026-09-11T12:00:00Z') }]);
  const hold = (tx: Db) =>
    sql`select from promises_promise where not tallied and team_id = ${it} for update`.execute(tx);
  const read = await whileHeld(db, hold, () => mika.get(`/api/teams/${it}/trust`));
  expect(read.status).toBe(200);
  expect(await counted()).toBe(before + 1);
});
