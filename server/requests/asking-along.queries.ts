// SQL of those who ask along: colleagues who need the same as the requester.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';

/** Who asks along, in the order in which they came. */
export const coRequestersOf = async (db: Db, request: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('requests_co_requester')
    .where('request_id', '=', request)
    .orderBy('added_at')
    .orderBy('person_id')
    .select('person_id')
    .execute();
  return rows.map((row) => row.person_id);
};

/** Adds people who do not ask along yet; answers who was added. */
export async function insertCoRequesters(
  tx: Db,
  request: string,
  people: readonly string[],
  by: string,
  now: Date,
): Promise<string[]> {
  if (people.length === 0) return [];
  const added = await tx
    .insertInto('requests_co_requester')
    .values(people.map((person) => ({ request_id: request, person_id: person, added_by_id: by, added_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .execute();
  return added.map((row) => row.person_id);
}

export async function deleteCoRequester(tx: Db, request: string, person: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('requests_co_requester')
    .where('request_id', '=', request)
    .where('person_id', '=', person)
    .returning('person_id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Who asks along, as JSON. Wants the request as `r`. */
export const askingAlongJson = sql<string[]>`(
  select coalesce(json_agg(c.person_id order by c.added_at, c.person_id), '[]')
  from requests_co_requester c where c.request_id = r.id)`;
