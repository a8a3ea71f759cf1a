// Whether this is a restored copy from which nothing may leave yet: no mail, no push, no webhook. Whoever sends asks at the time of sending.
import type { Generated } from 'kysely';
import type { Db } from './db.ts';

declare module './db.ts' {
  interface Tables {
    platform_quiet: { id: Generated<number>; since: Date };
  }
}

/** Since when nothing leaves this database; null when all may leave. */
export const quietSince = async (db: Db): Promise<Date | null> =>
  (await db.selectFrom('platform_quiet').select('since').executeTakeFirst())?.since ?? null;

/** Whether everything that leaves the company (mail, push, webhooks) must wait: the copy was restored, and nobody said yet that it is the real one. */
export const isQuiet = async (db: Db): Promise<boolean> => (await quietSince(db)) !== null;

/** Holds everything back until somebody says otherwise. */
export const holdBack = async (tx: Db, now: Date): Promise<void> =>
  void (await tx
    .insertInto('platform_quiet')
    .values({ since: now })
    .onConflict((same) => same.column('id').doUpdateSet({ since: now }))
    .execute());

/** Lets everything leave again. False when it was not held. */
export const letSend = async (tx: Db): Promise<boolean> =>
  (await tx.deleteFrom('platform_quiet').executeTakeFirst()).numDeletedRows > 0;
