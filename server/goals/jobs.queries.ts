// SQL of telling: whose clock runs short, and who works by a goal. A notice once per request and goal is a key of goals_told.
import { sql } from 'kysely';
import type { Sight } from '../../contract/catalog.ts';
import type { Db } from '../platform/db.ts';

export type ToTell = {
  goal_id: string;
  team_id: string;
  request_id: string;
  requester_id: string;
  sight: Sight;
  started_at: Date;
  due_at: Date;
};

/** A clock that was late for longer than this, when somebody looks at last, is news to nobody. */
const stale = sql`interval '1 day'`;

/**
 * Clocks that run short (`near`), or whose time has passed since the goal stands like this; noted, so that each is told of once, and once
 * more when it runs anew. Two who look at once may both be answered: a notice is there once.
 */
export const noteTold = async (tx: Db, what: 'near' | 'missed', now: Date): Promise<ToTell[]> => {
  const due =
    what === 'near'
      ? sql`c.warn_at <= ${now} and c.due_at > ${now} and c.within is null`
      : sql`c.within is false and c.due_at between ${now}::timestamptz - ${stale} and ${now} and c.due_at > g.measured_at`;
  const found = await sql<ToTell>`
    with due as (
      select c.goal_id, c.request_id, g.team_id, r.requester_id, r.sight, c.started_at, c.due_at
      from goals_clock c join goals_goal g on g.id = c.goal_id join requests_request r on r.id = c.request_id
      join directory_team d on d.id = g.team_id and d.archived_at is null
      where c.state = 'running' and g.archived_at is null and c.measure = g.measure and r.team_id = g.team_id and ${due}
        and not exists (select 1 from goals_told t where t.goal_id = c.goal_id and t.request_id = c.request_id and t.what = ${what}
          and t.at >= c.started_at)
      order by c.due_at limit 500
    ), noted as (
      insert into goals_told (goal_id, request_id, what, at) select goal_id, request_id, ${what}, ${now} from due
      on conflict (goal_id, request_id, what) do update set at = excluded.at returning goal_id, request_id
    )
    select due.* from due join noted using (goal_id, request_id)`.execute(tx);
  return found.rows;
};

/** The active members of each goal's team. */
export async function membersOfGoals(db: Db, goals: readonly string[]): Promise<Map<string, Set<string>>> {
  const found = await sql<{ id: string; people: string[] }>`
    select g.id, array_agg(m.person_id)::text[] as people from goals_goal g
    join directory_membership m on m.team_id = g.team_id join directory_person p on p.id = m.person_id and p.active
    where g.id = any(${goals}::uuid[]) group by g.id`.execute(db);
  return new Map(found.rows.map(({ id, people }) => [id, new Set(people)]));
}
