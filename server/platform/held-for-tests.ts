// For tests of two at the same thing: one holds it, and only lets go when the other waits for it, or has done without waiting.
import { sql } from 'kysely';
import { transact, type Db } from './db.ts';

/** What `work` answers while `hold` has its rows until `work` waits for a lock; `work` that does not wait is answered, too. */
export async function whileHeld<T>(db: Db, hold: (tx: Db) => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  let done = false;
  let working: Promise<T> | undefined;
  await transact(db, async (tx) => {
    await hold(tx);
    working ??= work().finally(() => (done = true));
    while (!done && !(await somebodyWaits(db))) await new Promise((later) => setTimeout(later, 5));
  });
  if (!working) throw new Error('Nothing was done.');
  return working;
}

async function somebodyWaits(db: Db): Promise<boolean> {
  const found = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return found.rows.length > 0;
}
