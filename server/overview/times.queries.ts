// SQL that keeps overview_time: which requests have moved on since their times were reckoned, and their history.
import { sql } from 'kysely';
import type { EntryKind } from '../../contract/requests.ts';
import type { Db } from '../platform/db.ts';
import type { TimeTable } from './tables.ts';

export type StaleRow = {
  id: string;
  version: number;
  team_id: string;
  created_at: Date;
  delivered_at: Date | null;
  promise: { made_at: string; first_due_at: string } | null;
  happenings: { what: EntryKind; at: string }[];
};

const told = [
  'greeted',
  'promised',
  'countered',
  'declined',
  'handedOver',
  'ungreeted',
  'returned',
  'reopened',
] as const;

/** Requests of one team, or of all, that have no times yet or have moved on since; `limit` at a time. */
export const staleRequests = (db: Db, team: string | null, limit: number): Promise<StaleRow[]> =>
  db
    .selectFrom('requests_request as r')
    .leftJoin('overview_time as o', 'o.request_id', 'r.id')
    .leftJoin('promises_promise as p', 'p.id', 'r.promise_id')
    .where('r.team_id', 'is not', null)
    // How soon somebody answered elsewhere says nothing of how it goes here.
    .where('r.imported', '=', false)
    .$if(team !== null, (query) => query.where('r.team_id', '=', team ?? ''))
    .where(sql<boolean>`o.version is distinct from r.version`)
    .limit(limit)
    .select([
      'r.id',
      'r.version',
      sql<string>`r.team_id`.as('team_id'),
      'r.created_at',
      'r.delivered_at',
      sql<StaleRow['promise']>`case when p.id is null then null
        else json_build_object('made_at', p.made_at, 'first_due_at', p.first_due_at) end`.as('promise'),
      sql<
        StaleRow['happenings']
      >`(select coalesce(json_agg(json_build_object('what', e.what, 'at', e.at) order by e.at, e.id), '[]')
        from requests_event e where e.request_id = r.id and e.what in (${sql.join(told)}))`.as('happenings'),
    ])
    .execute();

/** Writes them anew, in one statement. */
export async function saveTimes(db: Db, rows: readonly TimeTable[]): Promise<void> {
  if (rows.length === 0) return;
  const set = <Column extends keyof TimeTable>(column: Column) => sql<TimeTable[Column]>`excluded.${sql.ref(column)}`;
  await db
    .insertInto('overview_time')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.column('request_id').doUpdateSet({
        version: set('version'),
        team_id: set('team_id'),
        greet_minutes: set('greet_minutes'),
        greeted_in_time: set('greeted_in_time'),
        promise_minutes: set('promise_minutes'),
        offered_minutes: set('offered_minutes'),
        ask_minutes: set('ask_minutes'),
        returned: set('returned'),
        reopened: set('reopened'),
      }),
    )
    .execute();
}
