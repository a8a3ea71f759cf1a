// SQL of what people read: their promises, one promise, its history. A list begins from the two whose promise it is.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { PromiseRow } from './tables.ts';

export type Listing = { who: string; side: 'made' | 'given'; state: 'open' | 'ended' };
type After = { at: string; id: string } | null;

/** Open ones by their due time, ended ones newest first. Indexes: promises_of_promiser(_ended), promises_of_promisee(_ended). */
export function pagePromises(
  db: Db,
  { who, side, state }: Listing,
  after: After,
  limit: number,
): Promise<PromiseRow[]> {
  const open = state === 'open';
  const at = open ? 'due_at' : 'ended_at';
  const place = sql<SqlBool>`(${sql.ref(at)}, id) ${sql.raw(open ? '>' : '<')} (${after?.at ?? ''}::timestamptz, ${after?.id ?? ''}::uuid)`;
  return db
    .selectFrom('promises_promise')
    .selectAll()
    .where(side === 'made' ? 'promiser_id' : 'promisee_id', '=', who)
    .where('state', open ? '<>' : '=', 'ended')
    .$if(after !== null, (query) => query.where(place))
    .orderBy(at, open ? 'asc' : 'desc')
    .orderBy('id', open ? 'asc' : 'desc')
    .limit(limit)
    .execute();
}

/** Of the two whose promise it is, and of nobody else. Index: promises_found. */
export const matchingPromises = (
  db: Db,
  who: string,
  match: RawBuilder<string | null>,
  limit: number,
): Promise<PromiseRow[]> =>
  db
    .selectFrom('promises_promise')
    .selectAll()
    .where(sql<SqlBool>`${who} in (promiser_id, promisee_id)`)
    .where('subject', '<>', 'request')
    .where(sql<SqlBool>`search_vector(deliverable, done) @@ ${match}`)
    .orderBy(sql`state = 'ended'`)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();

/** Between somebody and these people: those that run by their due time, then the ended ones, newest first. Indexes: as pagePromises. */
export async function promisesWith(
  db: Db,
  who: string,
  people: readonly string[],
  limit: number,
): Promise<PromiseRow[]> {
  if (people.length === 0) return [];
  const part = (mine: string, theirs: string, runs: boolean) => sql`(select * from promises_promise
    where ${sql.ref(mine)} = ${who} and ${sql.ref(theirs)} = any(${people}::uuid[]) and subject <> 'request'
      and ${runs ? sql`state <> 'ended' order by due_at` : sql`state = 'ended' order by ended_at desc`} limit ${limit})`;
  const parts = [true, false].flatMap((runs) => [
    part('promiser_id', 'promisee_id', runs),
    part('promisee_id', 'promiser_id', runs),
  ]);
  const found = sql<PromiseRow>`select * from (${sql.join(parts, sql` union all `)}) found
    order by state = 'ended', case when state <> 'ended' then due_at end, ended_at desc, id limit ${limit}`;
  return (await found.execute(db)).rows;
}

const mostToday = 20;

/** Open promises of mine outside of requests that are due by then. Index: promises_of_promiser. */
export const dueSoon = (db: Db, who: string, until: Date): Promise<PromiseRow[]> =>
  db
    .selectFrom('promises_promise')
    .selectAll()
    .where('promiser_id', '=', who)
    .where('state', '=', 'open')
    .where('state', '<>', 'ended')
    .where('subject', '<>', 'request')
    .where('due_at', '<=', until)
    .orderBy('due_at')
    .orderBy('id')
    .limit(mostToday)
    .execute();

/** What waits for my word: delivered to me, or a new time that the other side asks for. Indexes: promises_of_promiser, promises_of_promisee. */
export const waitingForWord = (db: Db, who: string): Promise<PromiseRow[]> =>
  db
    .selectFrom('promises_promise')
    .selectAll()
    .where('state', '<>', 'ended')
    .where('subject', '<>', 'request')
    .where(
      sql<SqlBool>`((promisee_id = ${who} and (state = 'delivered'
        or (proposed_at is not null and coalesce(proposed_by_id, promiser_id) <> ${who})))
        or (promiser_id = ${who} and proposed_by_id is not null and proposed_by_id <> ${who}))`,
    )
    .orderBy('due_at')
    .orderBy('id')
    .limit(mostToday)
    .execute();

export const findPromise = (db: Db, id: string): Promise<PromiseRow | undefined> =>
  db.selectFrom('promises_promise').selectAll().where('id', '=', id).executeTakeFirst();

export const revisionsOf = (db: Db, id: string) =>
  db.selectFrom('promises_revision').selectAll().where('promise_id', '=', id).orderBy('no').execute();

/** What those of these promises are called that are this person's. */
export const ownDeliverables = (db: Db, who: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('promises_promise')
        .select(['id', 'deliverable', 'promiser_id', 'promisee_id'])
        .where('id', '=', sql<string>`any(${ids}::uuid[])`)
        .where(sql<SqlBool>`${who} in (promiser_id, promisee_id)`)
        .execute();

/** The two of each promise. */
export const partiesOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('promises_promise')
    .select(['id', 'promiser_id', 'promisee_id'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
