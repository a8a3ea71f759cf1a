// Writing SQL of goals themselves. Their clocks: clocks.queries.ts.
import { sql } from 'kysely';
import type { Insertable } from 'kysely';
import type { Db, Tables } from '../platform/db.ts';
import './tables.ts';

type NewRow = Insertable<Tables['goals_goal']>;
export type Change = Partial<
  Pick<NewRow, 'sentence' | 'every_ask' | 'starts' | 'ends' | 'time' | 'count' | 'unit' | 'share' | 'days'>
>;

/** After every request that there is: backwards from there its history is reckoned. */
const beyond = { back_id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

export const insertGoal = (
  tx: Db,
  row: Omit<NewRow, 'measured_at' | 'seen_to' | 'back_at' | 'back_id' | 'created_at'>,
  now: Date,
) =>
  tx
    .insertInto('goals_goal')
    .values({ ...row, created_at: now, measured_at: now, seen_to: now, back_at: now, ...beyond })
    .execute();

export async function setServices(tx: Db, goal: string, services: readonly string[]): Promise<void> {
  await tx.deleteFrom('goals_service').where('goal_id', '=', goal).execute();
  if (services.length === 0) return;
  const rows = [...new Set(services)].map((service) => ({ goal_id: goal, service_id: service }));
  await tx.insertInto('goals_service').values(rows).execute();
}

/** `anew`: something else counts from now on, so that nothing reckoned before does. */
export const saveGoal = (tx: Db, id: string, change: Change, anew: boolean, now: Date) =>
  tx
    .updateTable('goals_goal')
    .set({
      ...change,
      version: sql`version + 1`,
      ...(anew ? { measure: sql`measure + 1`, measured_at: now, seen_to: now, back_at: now, ...beyond } : {}),
    })
    .where('id', '=', id)
    .execute();

export const putAway = (tx: Db, id: string, at: Date | null) =>
  tx
    .updateTable('goals_goal')
    .set({ archived_at: at, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
