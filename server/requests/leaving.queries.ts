// SQL of what rests on somebody who leaves. It looks past the wall on purpose: counts go out, words never do.
import { sql, type SqlBool } from 'kysely';
import type { Db } from '../platform/db.ts';
import { recordColumns } from './record.ts';
import type { RequestRecord } from './tables.ts';

const promising = (person: string) =>
  sql<SqlBool>`r.provider_id = ${person} and r.state in ('countered', 'promised', 'delivered')`;
const named = (person: string) => sql<SqlBool>`r.person_id = ${person} and r.state = 'asked'`;
/** The team believes it in good hands. */
const greeted = (person: string) => sql<SqlBool>`r.state = 'asked' and r.greeted_by_id = ${person}
  and r.team_id in (select team_id from directory_membership where person_id = ${person})`;

// Three roads, each by its own index: of_provider, of_person, of_team.
const heldIds = (person: string) => sql`
  select r.id from requests_request r where ${promising(person)}
  union select r.id from requests_request r where ${named(person)}
  union select r.id from requests_request r where ${greeted(person)}`;

export type Counts = {
  team: string | null;
  promised: number;
  overdue: number;
  countered: number;
  byName: number;
  greeted: number;
  delivered: number;
};

/** How many of each kind, by team; those of no team last. */
export async function countHeld(db: Db, person: string, now: Date): Promise<Counts[]> {
  const found = await sql<Counts>`
    select r.team_id as team,
      (count(*) filter (where r.state = 'promised'))::int as promised,
      (count(*) filter (where r.state = 'promised' and q.due_at < ${now}))::int as overdue,
      (count(*) filter (where r.state = 'countered'))::int as countered,
      (count(*) filter (where r.state = 'asked' and r.person_id = ${person}))::int as "byName",
      (count(*) filter (where r.state = 'asked' and r.person_id is distinct from ${person}::uuid))::int as greeted,
      (count(*) filter (where r.state = 'delivered'))::int as delivered
    from requests_request r left join promises_promise q on q.id = r.promise_id left join directory_team t on t.id = r.team_id
    where r.id in (${heldIds(person)})
    group by r.team_id, t.folded order by t.folded nulls last`.execute(db);
  return found.rows;
}

/** All that can change hands, held until the transaction ends. */
export const holdAll = (tx: Db, person: string): Promise<RequestRecord[]> =>
  tx
    .selectFrom('requests_request as r')
    .select(recordColumns)
    .where(sql<SqlBool>`r.id in (${heldIds(person)})`)
    .where('r.state', '<>', 'delivered')
    .orderBy('r.id')
    .forUpdate('r')
    .execute();
