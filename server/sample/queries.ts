// SQL of the sample company's making: one row that says how far it is.
import type { Generated } from 'kysely';
import type { Db } from '../platform/db.ts';

declare module '../platform/db.ts' {
  interface Tables {
    sample_run: { id: Generated<number>; done: Generated<number>; ready: Generated<boolean>; started_at: Date };
  }
}

export const findRun = (db: Db) => db.selectFrom('sample_run').select(['done', 'ready']).executeTakeFirst();

export const hasCompany = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('directory_company').select('id').executeTakeFirst()) !== undefined;

export const beginRun = (tx: Db, now: Date) =>
  tx
    .insertInto('sample_run')
    .values({ started_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Told outside the transaction that makes it, so that others see it. */
export const tellProgress = async (db: Db, done: number): Promise<void> => {
  await db.updateTable('sample_run').set({ done }).execute();
};

export const finishRun = (tx: Db) => tx.updateTable('sample_run').set({ ready: true, done: 1 }).execute();
