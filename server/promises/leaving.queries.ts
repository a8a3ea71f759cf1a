// SQL of the promises of somebody who leaves, those of requests left out. It looks past the wall on purpose: counts go out, words never do.
import { sql, type SqlBool } from 'kysely';
import type { HeldPromises } from '../../contract/farewell.ts';
import type { Db } from '../platform/db.ts';
import type { PromiseRow } from './tables.ts';

const between = (person: string) =>
  sql<SqlBool>`(promiser_id = ${person} or promisee_id = ${person}) and state = 'open' and state <> 'ended' and subject <> 'request'`;

/** How many run. Indexes: promises_of_promiser, promises_of_promisee. */
export const countPromises = (db: Db, person: string, now: Date): Promise<HeldPromises> =>
  db
    .selectFrom('promises_promise')
    .where(between(person))
    .select([
      sql<number>`(count(*) filter (where promiser_id = ${person}))::int`.as('made'),
      sql<number>`(count(*) filter (where promiser_id = ${person} and due_at < ${now}))::int`.as('overdue'),
      sql<number>`(count(*) filter (where promisee_id = ${person}))::int`.as('given'),
    ])
    .executeTakeFirstOrThrow();

/** All that run, held until the transaction ends. */
export const holdPromises = (tx: Db, person: string): Promise<PromiseRow[]> =>
  tx.selectFrom('promises_promise').selectAll().where(between(person)).orderBy('id').forUpdate().execute();

export const setAskInstead = (tx: Db, id: string, person: string) =>
  tx.updateTable('promises_promise').set({ ask_instead_id: person }).where('id', '=', id).execute();
