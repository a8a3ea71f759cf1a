// Reading and writing what is offered along with services, what people said to it, and what was included in requests.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import './tables.ts';

export type OfferRow = {
  needed: string;
  /** Its place among what the team says; null for what history shows alone. */
  position: number | null;
  learned: { asked: number; needed: number; days: number; by_chance: number; lift: number } | null;
  yes: number;
  of: number;
  mine: boolean | null;
};

/** What is needed along with a service: first as its team says, then as history shows, the likeliest first. `since` limits whose word of `person` holds. */
export async function findOffers(db: Db, service: string, person: string, since: Date): Promise<OfferRow[]> {
  const found = await sql<OfferRow>`
    select o.needed, o.position, o.learned, said.yes, said.of, mine.wanted as mine
    from (
      select coalesce(c.needed_id, l.needed_id) as needed, c.position, l.needed::float8 / l.asked as share,
        case when l.asked is not null then json_build_object('asked', l.asked, 'needed', l.needed, 'days', l.days,
          'by_chance', l.by_chance, 'lift', l.lift) end as learned
      from (select * from catalog_also where service_id = ${service}) c
      full join (select * from anticipation_learned where service_id = ${service}) l on l.needed_id = c.needed_id
    ) o
    cross join lateral (select count(*) filter (where a.wanted)::int as yes, count(*)::int as of
      from anticipation_answer a where a.service_id = ${service} and a.needed_id = o.needed) said
    left join anticipation_answer mine on mine.service_id = ${service} and mine.needed_id = o.needed
      and mine.person_id = ${person} and mine.at >= ${since}
    order by o.position nulls last, o.share desc, o.needed limit 40`.execute(db);
  return found.rows;
}

/** What somebody says now goes before what they said. */
export const saveAnswer = (
  tx: Db,
  row: { service_id: string; needed_id: string; person_id: string; wanted: boolean; at: Date },
) =>
  tx
    .insertInto('anticipation_answer')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['service_id', 'needed_id', 'person_id']).doUpdateSet({ wanted: row.wanted, at: row.at }),
    )
    .execute();

export const removeAnswer = (tx: Db, service: string, needed: string, person: string) =>
  tx
    .deleteFrom('anticipation_answer')
    .where('service_id', '=', service)
    .where('needed_id', '=', needed)
    .where('person_id', '=', person)
    .execute();

export type IncludedRow = {
  needed_id: string;
  by_id: string;
  promise_id: string;
  wanted: boolean | null;
  running: boolean;
};

/** What was included in a request, and whether its promise still stands. */
export const findIncluded = (db: Db, request: string): Promise<IncludedRow[]> =>
  db
    .selectFrom('anticipation_included as i')
    .innerJoin('promises_promise as p', 'p.id', 'i.promise_id')
    .where('i.request_id', '=', request)
    .orderBy('i.at')
    .orderBy('i.needed_id')
    .select(['i.needed_id', 'i.by_id', 'i.promise_id', 'i.wanted', sql<boolean>`p.state <> 'ended'`.as('running')])
    .execute();

/** Takes its place; false when it was included before. */
export async function insertIncluded(
  tx: Db,
  row: { request_id: string; needed_id: string; service_id: string; promise_id: string; by_id: string; at: Date },
): Promise<boolean> {
  const made = await tx
    .insertInto('anticipation_included')
    .values(row)
    .onConflict((conflict) => conflict.columns(['request_id', 'needed_id']).doNothing())
    .returning('needed_id')
    .executeTakeFirst();
  return made !== undefined;
}

export const lockIncluded = (tx: Db, request: string, needed: string) =>
  tx
    .selectFrom('anticipation_included')
    .where('request_id', '=', request)
    .where('needed_id', '=', needed)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();

export const saveWanted = (tx: Db, request: string, needed: string, wanted: boolean, now: Date) =>
  tx
    .updateTable('anticipation_included')
    .set({ wanted, answered_at: now })
    .where('request_id', '=', request)
    .where('needed_id', '=', needed)
    .execute();

/** Which of these services somebody has asked one of `teams` for since, or is still waiting for. Index: requests_of_requester. */
export async function findAsked(
  db: Db,
  person: string,
  needed: readonly string[],
  teams: readonly string[],
  since: Date,
): Promise<Set<string>> {
  if (needed.length === 0 || teams.length === 0) return new Set();
  const rows = await db
    .selectFrom('requests_request')
    .where('requester_id', '=', person)
    .where('service_id', '=', sql<string>`any(${[...needed]}::uuid[])`)
    .where('team_id', '=', sql<string>`any(${[...teams]}::uuid[])`)
    .where((either) => either.or([either('ended_at', 'is', null), either('created_at', '>=', since)]))
    .select('service_id')
    .distinct()
    .execute();
  return new Set(rows.flatMap(({ service_id: id }) => id ?? []));
}
