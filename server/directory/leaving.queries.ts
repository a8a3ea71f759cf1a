// SQL about those who count on somebody: their team, their reports, whom they stand in for.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import { refJson, type RefRow } from './people.queries.ts';

export type Some = { count: number; people: RefRow[] };
export type TiesRow = {
  manager: RefRow | null;
  alone: Array<{ id: string; name: string }>;
  reports: Some;
  dotted: Some;
  stands_in: Some;
};

const shown = 50;

/** How many active people these are, and the first of them by name. `ids` is a query of ids. */
const some = (ids: ReturnType<typeof sql>) => sql<Some>`(
  select json_build_object('count', count(*), 'people', coalesce(
    json_agg(${refJson('p')} order by p.folded, p.id) filter (where p.place_in_order <= ${shown}), '[]'))
  from (select d.id, d.name, d.photo_version, d.active, d.folded, row_number() over (order by d.folded, d.id) as place_in_order
    from directory_person d where d.active and d.id in (${ids})) p)`;

/** Who counts on this person; undefined for nobody. One statement. */
export async function findTies(db: Db, person: string, now: Date): Promise<TiesRow | undefined> {
  const found = await sql<TiesRow>`
    select (select ${refJson('m')} from directory_person m where m.id = x.manager_id) as manager,
      coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.folded, t.id)
        from directory_membership b join directory_team t on t.id = b.team_id and t.archived_at is null
        where b.person_id = x.id and b.lead and not exists (
          select from directory_membership o join directory_person q on q.id = o.person_id and q.active
          where o.team_id = b.team_id and o.lead and o.person_id <> x.id)), '[]') as alone,
      ${some(sql`select r.id from directory_person r where r.manager_id = ${person}`)} as reports,
      ${some(sql`select l.person_id from directory_dotted l where l.manager_id = ${person}`)} as dotted,
      ${some(sql`select a.person_id from directory_absence a
        where a.stand_in_id = ${person} and a.until_day >= (${now}::timestamptz)::date`)} as stands_in
    from directory_person x where x.id = ${person}`.execute(db);
  return found.rows[0];
}

/** The active members of these teams but this person, leads first. */
export async function findCandidates(db: Db, teams: readonly string[], except: string) {
  const found = await sql<{ team: string; lead: boolean; person: RefRow }>`
    select b.team_id as team, b.lead, ${refJson('p')} as person
    from directory_membership b join directory_person p on p.id = b.person_id and p.active
    where b.team_id = any(${[...teams]}::uuid[]) and p.id <> ${except}
    order by b.lead desc, p.folded, p.id`.execute(db);
  return found.rows;
}

/** Gives the people of a manager another one; `branch`, who would be above the new one, gets `above`. Answers whom. */
export async function moveReports(
  tx: Db,
  from: string,
  to: { manager: string; branch: string | null; above: string | null },
): Promise<string[]> {
  const moved = await sql<{ id: string }>`
    update directory_person set version = version + 1,
      manager_id = case when id = ${to.branch}::uuid then ${to.above}::uuid else ${to.manager}::uuid end
    where manager_id = ${from} and (active or id = ${to.branch}::uuid) returning id`.execute(tx);
  return moved.rows.map((row) => row.id);
}
