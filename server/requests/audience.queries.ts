// SQL of who may see which requests: the same sight as visibleTo, asked from the other side, for events and notices.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';

/** For each request, the active people who may see it now. One query. */
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
      select r.id, m.person_id from requests_request r
      join directory_membership m on m.team_id = r.team_id
      where r.id = any(${requests}::uuid[])
    ) seen
    join directory_person p on p.id = seen.person and p.active
    group by seen.id`.execute(db);
  return new Map(found.rows.map((row) => [row.id, new Set(row.people)]));
}

/** Titles of those requests among `ids` that the person may see. */
export async function titlesFor(
  db: Db,
  person: string,
  ids: readonly string[],
): Promise<Map<string, { number: number; title: string }>> {
  const found = await sql<{ id: string; number: number; title: string }>`
    select r.id, r.number, r.title from requests_request r
    where r.id = any(${ids}::uuid[]) and (
      ${person} in (r.requester_id, r.asked_by_id, r.provider_id, r.person_id)
      or exists (select 1 from requests_participant p where p.request_id = r.id and p.person_id = ${person})
      or exists (select 1 from directory_membership m where m.team_id = r.team_id and m.person_id = ${person}))`.execute(
    db,
  );
  return new Map(found.rows.map(({ id, ...row }) => [id, row]));
}
