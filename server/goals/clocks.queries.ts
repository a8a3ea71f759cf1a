// SQL that keeps clocks and what they add up to: which requests have moved on, their history, and the sums changed by the difference.
import { sql, type SqlBool } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { EntryKind } from '../../contract/requests.ts';
import type { GoalRow } from './queries.ts';
import type { ClockTable } from './tables.ts';

/** Acts save within this time of the instant that they carry; what is older by it has been seen. */
const overlap = sql`interval '10 minutes'`;

const counts = sql<SqlBool>`(not r.imported and (g.every_ask or r.service_id in
  (select gs.service_id from goals_service gs where gs.goal_id = g.id)))`;
/** Of the team's requests those that moved on since. Index: requests_of_team_newest. */
const moved = sql`from requests_request r left join goals_clock c on c.goal_id = g.id and c.request_id = r.id
  where r.team_id = g.team_id and r.updated_at >= g.seen_to - ${overlap} and ${counts}
    and (c.version is distinct from r.version or c.measure is distinct from g.measure)`;
/** Clocks whose time is up, not counted yet. Index: goals_running. */
const passed = (now: Date) => sql`from goals_clock c where c.goal_id = g.id and c.state = 'running' and c.within is null
  and c.due_at < ${now}`;

/** Which of these goals have something to reckon now. */
export const pending = async (db: Db, ids: readonly string[], now: Date): Promise<string[]> => {
  const found = await sql<{ id: string }>`
    select g.id from goals_goal g join directory_team t on t.id = g.team_id
    where g.id = any(${ids}::uuid[]) and g.archived_at is null and t.archived_at is null
      and (g.back_at is not null or g.team_version <> t.version or exists (select 1 ${moved}) or exists (select 1 ${passed(now)}))`.execute(
    db,
  );
  return found.rows.map(({ id }) => id);
};

/** Every goal that stands, of every team that still works. */
export const standing = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('goals_goal as g')
    .innerJoin('directory_team as t', 't.id', 'g.team_id')
    .where('g.archived_at', 'is', null)
    .where('t.archived_at', 'is', null)
    .orderBy('g.id')
    .select('g.id')
    .execute();
  return rows.map(({ id }) => id);
};

const ids = async (found: Promise<{ rows: { id: string }[] }>) => (await found).rows.map(({ id }) => id);

/** Requests that moved on, the earliest first. */
export const movedOn = (tx: Db, goal: GoalRow, limit: number): Promise<string[]> =>
  ids(
    sql<{ id: string }>`select found.id from goals_goal g cross join lateral
      (select r.id ${moved} order by r.updated_at, r.id limit ${limit}) found where g.id = ${goal.id}`.execute(tx),
  );

export const passedBy = (tx: Db, goal: GoalRow, limit: number, now: Date): Promise<string[]> =>
  ids(
    sql<{ id: string }>`select found.id from goals_goal g cross join lateral
      (select c.request_id as id ${passed(now)} order by c.due_at limit ${limit}) found where g.id = ${goal.id}`.execute(
      tx,
    ),
  );

/** Requests whose clock runs; `gone`: only those that moved on without the team, by being handed on or taken elsewhere. */
export const runningIn = (tx: Db, goal: GoalRow, gone: boolean): Promise<string[]> =>
  ids(
    sql<{ id: string }>`select c.request_id as id from goals_clock c join requests_request r on r.id = c.request_id
      where c.goal_id = ${goal.id} and c.state in ('running', 'waiting') and c.measure = ${goal.measure}
        ${gone ? sql`and c.version <> r.version` : sql``}`.execute(tx),
  );

export type Older = { ids: string[]; last: { at: Date; id: string } | null };

/** The next page of the team's requests further back; `last` is null at the beginning. Index: requests_of_team_newest. */
export async function olderThan(tx: Db, goal: GoalRow, limit: number): Promise<Older> {
  if (!goal.back_at) return { ids: [], last: null };
  const found = await sql<{ id: string; at: Date; counts: boolean }>`
    select r.id, r.updated_at as at, ${counts} as counts from requests_request r join goals_goal g on g.id = ${goal.id}
    where r.team_id = ${goal.team_id} and (r.updated_at, r.id) < (${goal.back_at}, ${goal.back_id}::uuid)
    order by r.updated_at desc, r.id desc limit ${limit}`.execute(tx);
  const last = found.rows.length < limit ? undefined : found.rows.at(-1);
  return { ids: found.rows.filter((row) => row.counts).map(({ id }) => id), last: last ?? null };
}

export type PastRow = {
  id: string;
  version: number;
  team_id: string | null;
  private: boolean;
  created_at: Date;
  happenings: { what: EntryKind; at: string; team: string | null }[];
  /** As it was reckoned before, by the same measure. */
  before: Pick<ClockTable, 'day' | 'within' | 'bucket' | 'private'> | null;
};

const told = [
  'greeted',
  'promised',
  'countered',
  'counterAccepted',
  'declined',
  'handedOver',
  'released',
  'revoked',
  'delivered',
  'returned',
  'accepted',
  'closedBySilence',
  'withdrawn',
  'merged',
  'refusedByApprover',
  'reopened',
] as const satisfies readonly EntryKind[];

/** The history of these requests, as clocks need it. Index: requests_events. */
export const pastsOf = async (tx: Db, goal: GoalRow, requests: readonly string[]): Promise<PastRow[]> => {
  const found = await sql<PastRow>`
    select r.id, r.version, r.team_id, r.sight = 'private' as private, r.created_at,
      (select coalesce(json_agg(json_build_object('what', e.what, 'at', e.at, 'team', e.facts ->> 'team') order by e.at, e.id), '[]')
        from requests_event e where e.request_id = r.id and e.what in (${sql.join(told)})) as happenings,
      case when c.within is null then null else json_build_object('day', c.day, 'within', c.within, 'bucket', c.bucket, 'private', c.private) end as before
    from requests_request r
    left join goals_clock c on c.goal_id = ${goal.id} and c.request_id = r.id and c.measure = ${goal.measure}
    where r.id = any(${requests}::uuid[])`.execute(tx);
  return found.rows;
};

/** Writes clocks anew, in one statement. */
export async function saveClocks(tx: Db, rows: readonly ClockTable[]): Promise<void> {
  if (rows.length === 0) return;
  const set = <Column extends keyof ClockTable>(column: Column) => sql<ClockTable[Column]>`excluded.${sql.ref(column)}`;
  await tx
    .insertInto('goals_clock')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['goal_id', 'request_id']).doUpdateSet({
        version: set('version'),
        measure: set('measure'),
        private: set('private'),
        state: set('state'),
        started_at: set('started_at'),
        due_at: set('due_at'),
        warn_at: set('warn_at'),
        ended_at: set('ended_at'),
        day: set('day'),
        within: set('within'),
        bucket: set('bucket'),
      }),
    )
    .execute();
}

export type Difference = { day: string; private: boolean; bucket: number; within: boolean; count: number };

/** Adds (or takes away) what changed. The goal's row is held meanwhile, so that nothing is counted twice. */
export async function addUp(tx: Db, goal: GoalRow, differences: readonly Difference[]): Promise<void> {
  if (differences.length === 0) return;
  const given = sql`from jsonb_to_recordset(${JSON.stringify(differences)}::jsonb)
    as d (day date, private boolean, bucket smallint, within boolean, count int)`;
  await sql`
    insert into goals_day (goal_id, measure, day, private, met, missed)
    select ${goal.id}, ${goal.measure}, d.day, d.private, coalesce(sum(d.count) filter (where d.within), 0),
      coalesce(sum(d.count) filter (where not d.within), 0) ${given} group by d.day, d.private
    on conflict (goal_id, measure, day, private) do update
      set met = goals_day.met + excluded.met, missed = goals_day.missed + excluded.missed`.execute(tx);
  await sql`
    insert into goals_length (goal_id, measure, day, private, bucket, clocks)
    select ${goal.id}, ${goal.measure}, d.day, d.private, d.bucket, sum(d.count) ${given} group by d.day, d.private, d.bucket
    on conflict (goal_id, measure, day, private, bucket) do update set clocks = goals_length.clocks + excluded.clocks`.execute(
    tx,
  );
}

/** Notes how far it is reckoned, and whether at least three people's work is behind its period. */
export async function noteReckoned(
  tx: Db,
  goal: GoalRow,
  { seenTo, back, teamVersion }: { seenTo: Date | null; back: { at: Date; id: string } | null; teamVersion: number },
): Promise<void> {
  const one = (but: ReturnType<typeof sql>) => sql`
    select coalesce(r.provider_id, r.greeted_by_id) as person from goals_clock c join requests_request r on r.id = c.request_id
    where c.goal_id = ${goal.id} and c.measure = ${goal.measure} and c.within is not null
      and c.day > ${goal.today}::date - ${goal.days}::int and coalesce(r.provider_id, r.greeted_by_id) is not null ${but} limit 1`;
  await sql`
    with first as materialized (${one(sql``)}),
      second as materialized (${one(sql`and coalesce(r.provider_id, r.greeted_by_id) <> (select person from first)`)}),
      third as (${one(sql`and coalesce(r.provider_id, r.greeted_by_id) not in ((select person from first), (select person from second))`)})
    update goals_goal set several = exists (select 1 from third), team_version = ${teamVersion},
      seen_to = coalesce(${seenTo}, seen_to), back_at = ${back?.at ?? null}, back_id = ${back?.id ?? null}
    where id = ${goal.id}`.execute(tx);
}

/** Lets go of what an earlier measure had reckoned, a batch at a time; whether anything was left. */
export async function forgetEarlier(tx: Db, goal: GoalRow, limit: number): Promise<boolean> {
  await tx.deleteFrom('goals_day').where('goal_id', '=', goal.id).where('measure', '<>', goal.measure).execute();
  await tx.deleteFrom('goals_length').where('goal_id', '=', goal.id).where('measure', '<>', goal.measure).execute();
  const gone = await sql`delete from goals_clock where goal_id = ${goal.id} and request_id in
    (select request_id from goals_clock where goal_id = ${goal.id} and measure <> ${goal.measure} limit ${limit})`.execute(
    tx,
  );
  return (gone.numAffectedRows ?? 0n) > 0n;
}

/** Goals with clocks that run for requests which have gone to another team. */
export const gone = async (db: Db): Promise<string[]> => {
  const found = await sql<{ id: string }>`
    select g.id from goals_goal g join directory_team t on t.id = g.team_id and t.archived_at is null
    where g.archived_at is null and exists (
      select 1 from goals_clock c join requests_request r on r.id = c.request_id
      where c.goal_id = g.id and c.state = 'running' and c.version <> r.version and r.team_id is distinct from g.team_id)`.execute(
    db,
  );
  return found.rows.map(({ id }) => id);
};
