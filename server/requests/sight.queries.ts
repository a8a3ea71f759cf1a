// SQL of who may see which requests, from both sides: what a person sees, and who sees a request. The same sight as `sees` in access.ts.
import { sql, type SqlBool } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { Hearers } from '../platform/hearers.ts';
import type { Who } from '../platform/who.ts';

/** Requests that `who` has to do with: theirs, their teams', those they were added to or were asked to approve. Wants the request as `r`. */
export const concerns = (who: Who) => sql<SqlBool>`(
  r.requester_id = ${who.id} or r.asked_by_id = ${who.id} or r.provider_id = ${who.id} or r.person_id = ${who.id}
  or r.team_id = any(${who.teams.map((team) => team.id)}::uuid[])
  or exists (select 1 from requests_participant p where p.request_id = r.id and p.person_id = ${who.id})
  or exists (select 1 from requests_co_requester c where c.request_id = r.id and c.person_id = ${who.id})
  or exists (select 1 from requests_approval a
    where a.request_id = r.id and a.asked_at is not null and ${who.id} in (a.approver_id, a.stand_in_id)))`;

/** The wall: every request that anybody gets starts from here. Wants the request as `r`. */
export const visibleTo = (who: Who) => sql<SqlBool>`(${concerns(who)} or r.sight = 'open')`;

/** For each request, the active people who have to do with it now. One query. */
export async function audienceOf(db: Db, requests: readonly string[]): Promise<Map<string, Set<string>>> {
  const found = await sql<{ id: string; people: string[] }>`
    select seen.id, array_agg(distinct seen.person)::text[] as people
    from (
      select r.id, each.person
      from requests_request r
      cross join lateral unnest(array[r.requester_id, r.asked_by_id, r.provider_id, r.person_id]) each (person)
      where r.id = any(${requests}::uuid[])
      union all
      select request_id, person_id from requests_participant where request_id = any(${requests}::uuid[])
      union all
      select request_id, person_id from requests_co_requester where request_id = any(${requests}::uuid[])
      union all
      select a.request_id, each.person from requests_approval a
      cross join lateral unnest(array[a.approver_id, a.stand_in_id]) each (person)
      where a.request_id = any(${requests}::uuid[]) and a.asked_at is not null
      union all
      select r.id, m.person_id from requests_request r
      join directory_membership m on m.team_id = r.team_id
      where r.id = any(${requests}::uuid[])
    ) seen
    join directory_person p on p.id = seen.person and p.active
    group by seen.id`.execute(db);
  return new Map(found.rows.map((row) => [row.id, new Set(row.people)]));
}

/** For each open request, everybody else: those who may read it though it is none of theirs. Requests that are not open are left out. */
export async function readersOf(db: Db, requests: readonly string[]): Promise<Map<string, Hearers>> {
  const open = await db
    .selectFrom('requests_request')
    .where('id', '=', sql<string>`any(${requests}::uuid[])`)
    .where('sight', '=', 'open')
    .select('id')
    .execute();
  if (open.length === 0) return new Map();
  const concerned = await audienceOf(
    db,
    open.map(({ id }) => id),
  );
  const rows = await db.selectFrom('directory_person').where('active', '=', true).select('id').execute();
  const active = new Set(rows.map((person) => person.id));
  return new Map(
    open.map(({ id }) => [id, { has: (person) => active.has(person) && !concerned.get(id)?.has(person) }]),
  );
}

/** What those requests among `ids` are called that `who` may see; a private one's title stays out of mails and pushes. */
export async function titlesFor(db: Db, who: Who, ids: readonly string[]) {
  const rows = await (ids.length === 0 ? [] : titles(db, who, ids));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

const titles = (db: Db, who: Who, ids: readonly string[]) =>
  db
    .selectFrom('requests_request as r')
    .leftJoin('directory_team as t', 't.id', 'r.team_id')
    .where('r.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where(visibleTo(who))
    .select([
      'r.id',
      'r.number',
      'r.title',
      'r.sight',
      't.name as team',
      sql<boolean>`${who.id} in (r.requester_id, r.asked_by_id)`.as('own'),
      sql<boolean>`coalesce(${who.id} in (r.provider_id, r.greeted_by_id, r.person_id), false)`.as('serves'),
    ])
    .execute();
