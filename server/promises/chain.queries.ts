// SQL of chains: which promise waits for which.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';

/** The open promises that wait for these. Index: promises_depending. */
export const openDependents = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('promises_promise')
    .select(['id', 'promiser_id', 'depends_on_id'])
    .where('depends_on_id', 'in', ids)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();

/** Who promised what waits for these, open or not. Index: promises_depending. */
export const dependentPromisers = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('promises_promise')
    .select(['promiser_id', 'depends_on_id'])
    .where('depends_on_id', 'in', ids)
    .execute();

export const dependentsOf = (db: Db, id: string) =>
  db
    .selectFrom('promises_promise')
    .selectAll()
    .where('depends_on_id', '=', id)
    .orderBy('due_at')
    .orderBy('id')
    .limit(20)
    .execute();

/**
 * The promises from `id` down to the end of its chain, each locked as it is reached: two who would close a circle from both sides meet
 * here, and one of them is turned back and looks again.
 */
export async function chainBelow(tx: Db, id: string): Promise<string[]> {
  const chain: string[] = [];
  for (let next: string | null = id; next !== null && !chain.includes(next);) {
    chain.push(next);
    const row: { depends_on_id: string | null } | undefined = await tx
      .selectFrom('promises_promise')
      .select('depends_on_id')
      .where('id', '=', next)
      .forUpdate()
      .executeTakeFirst();
    next = row?.depends_on_id ?? null;
  }
  return chain;
}

export const setDependsOn = (tx: Db, id: string, dependsOn: string | null) =>
  tx
    .updateTable('promises_promise')
    .set({ depends_on_id: dependsOn, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
