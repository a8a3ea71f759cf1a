// Reading SQL of goals: which ones somebody may see, what they add up to, whose clocks run. Clocks are kept by clocks.queries.ts.
import { sql, type SqlBool } from 'kysely';
import type { EntryKind } from '../../contract/requests.ts';
import type { MissReason } from '../../contract/promises.ts';
import type { Db } from '../platform/db.ts';
import { memberOf, type Who } from '../platform/who.ts';
import type { GoalRecord } from './tables.ts';

/** Standing goals of a team; of those put away the latest are told. */
export const most = 20;
const mostAway = 50;
const mostWaiting = 20;

export type GoalRow = GoalRecord & {
  team_name: string;
  zone: string;
  services: string[];
  /** A private service is among its own. */
  inside: boolean;
  team_archived_at: Date | null;
  week: unknown;
  /** Today in the team's zone; of an archived team the last day that counts. */
  today: string;
  members: number;
  /** Of the team now. */
  calendar_version: number;
};

const inside = sql<boolean>`exists (select 1 from goals_service gs join catalog_service cs on cs.id = gs.service_id
  where gs.goal_id = g.id and cs.sight = 'private')`;
const isMember = (who: Who) => sql<boolean>`g.team_id = any(${who.teams.map(({ id }) => id)}::uuid[])`;
/** The wall: every goal that anybody gets starts from here. Wants the goal as `g`. */
const visibleTo = (who: Who) => sql<SqlBool>`(${isMember(who)} or not ${inside})`;

const goals = (db: Db, now: Date) =>
  db
    .selectFrom('goals_goal as g')
    .innerJoin('directory_team as t', 't.id', 'g.team_id')
    .selectAll('g')
    .select([
      't.name as team_name',
      't.zone',
      't.version as calendar_version',
      't.archived_at as team_archived_at',
      't.week',
      sql<string[]>`array(select gs.service_id from goals_service gs where gs.goal_id = g.id order by 1)::text[]`.as(
        'services',
      ),
      inside.as('inside'),
      sql<string>`to_char(coalesce(t.archived_at, ${now}::timestamptz) at time zone t.zone, 'YYYY-MM-DD')`.as('today'),
      sql<number>`(select count(*)::int from directory_membership m join directory_person p on p.id = m.person_id
        where m.team_id = g.team_id and p.active)`.as('members'),
    ]);

/** Goals of a team, the oldest first; those put away by the latest. */
export const goalsOfTeam = (db: Db, who: Who, team: string, archived: boolean, now: Date): Promise<GoalRow[]> =>
  goals(db, now)
    .where('g.team_id', '=', team)
    .where(visibleTo(who))
    .where('g.archived_at', archived ? 'is not' : 'is', null)
    .$if(archived, (query) => query.orderBy('g.archived_at', 'desc'))
    .orderBy('g.created_at')
    .orderBy('g.id')
    .limit(archived ? mostAway : most)
    .execute();

export const findGoal = (db: Db, who: Who, id: string, now: Date): Promise<GoalRow | undefined> =>
  goals(db, now).where('g.id', '=', id).where(visibleTo(who)).executeTakeFirst();

/** Standing goals of the team that has this request now, which hold for it: for members of that team. */
export const goalsFor = (db: Db, who: Who, request: string, now: Date): Promise<GoalRow[]> =>
  goals(db, now)
    .innerJoin('requests_request as r', 'r.team_id', 'g.team_id')
    .where('r.id', '=', request)
    .where(isMember(who))
    .where('g.archived_at', 'is', null)
    .where('t.archived_at', 'is', null)
    .where(
      sql<SqlBool>`(g.every_ask or r.service_id in (select gs.service_id from goals_service gs where gs.goal_id = g.id))`,
    )
    .execute();

/** When its clocks are up that run by these goals, the most pressing first. Index: goals_clock_of_request. */
export const runningBy = (
  db: Db,
  request: string,
  ids: readonly string[],
): Promise<{ goal_id: string; due_at: Date }[]> =>
  db
    .selectFrom('goals_clock as c')
    .innerJoin('goals_goal as g', (join) => join.onRef('g.id', '=', 'c.goal_id').onRef('g.measure', '=', 'c.measure'))
    .where('c.request_id', '=', request)
    .where('c.goal_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('c.state', '=', 'running')
    .orderBy('c.due_at')
    .orderBy('c.goal_id')
    .select(['c.goal_id', sql<Date>`c.due_at`.as('due_at')])
    .execute();

export const lockGoal = (tx: Db, who: Who, id: string, now: Date): Promise<GoalRow | undefined> =>
  goals(tx, now).where('g.id', '=', id).where(visibleTo(who)).forNoKeyUpdate('g').executeTakeFirst();

/** Its row, held by whoever reckons. While somebody else does: nothing, or with `wait` as soon as they have done. */
export const takeGoal = (tx: Db, id: string, wait: boolean, now: Date): Promise<GoalRow | undefined> =>
  goals(tx, now)
    .where('g.id', '=', id)
    .where('g.archived_at', 'is', null)
    .where('t.archived_at', 'is', null)
    .forNoKeyUpdate('g')
    .$if(!wait, (query) => query.skipLocked())
    .executeTakeFirst();

/** How many goals of the team stand; the team stays as it is until the end, so that two cannot both be the last. */
export async function countStanding(tx: Db, team: string): Promise<number> {
  await sql`select 1 from directory_team where id = ${team} for no key update`.execute(tx);
  const found = await tx
    .selectFrom('goals_goal')
    .where('team_id', '=', team)
    .where('archived_at', 'is', null)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return found.count;
}

/** Those of these services that the team offers now. */
export const offeredBy = async (db: Db, team: string, services: readonly string[]): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('catalog_service')
    .where('team_id', '=', team)
    .where('archived_at', 'is', null)
    .where('id', '=', sql<string>`any(${services}::uuid[])`)
    .select('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
};

/** What of a team's clocks and sums somebody may be shown: what is private counts for members alone. */
const openTo = (who: Who, team: string | undefined, column: 'c.private' | 'd.private' | 'l.private') =>
  memberOf(who, team ?? null) ? sql<SqlBool>`true` : sql<SqlBool>`not ${sql.ref(column)}`;

export type Sums = { goal_id: string; met: number; missed: number; running: number; late: number };

/** What each of these goals of one team adds up to over its period, and how many clocks run. */
export const sumsOf = async (db: Db, rows: readonly GoalRow[], who: Who): Promise<Map<string, Sums>> => {
  const ids = rows.map(({ id }) => id);
  const today = rows.map((row) => row.today);
  const team = rows[0]?.team_id;
  const found = await sql<Sums>`
    select g.id as goal_id, coalesce(d.met, 0)::int as met, coalesce(d.missed, 0)::int as missed, c.running, c.late
    from unnest(${ids}::uuid[], ${today}::date[]) each (id, today)
    join goals_goal g on g.id = each.id join directory_team t on t.id = g.team_id
    cross join lateral (select sum(d.met) as met, sum(d.missed) as missed from goals_day d
      where d.goal_id = g.id and d.measure = g.measure and d.day > each.today - g.days
        and ${openTo(who, team, 'd.private')}) d
    cross join lateral (select count(*)::int as running, (count(*) filter (where c.within is false))::int as late
      from goals_clock c join requests_request r on r.id = c.request_id
      where c.goal_id = g.id and c.state = 'running' and c.measure = g.measure and r.team_id = g.team_id
        and g.archived_at is null and t.archived_at is null and ${openTo(who, team, 'c.private')}) c`.execute(db);
  return new Map(found.rows.map((row) => [row.goal_id, row]));
};

/** How long its clocks took over its period. */
export const lengthsOf = async (db: Db, goal: GoalRow, who: Who): Promise<{ bucket: number; clocks: number }[]> => {
  const found = await sql<{ bucket: number; clocks: number }>`
    select l.bucket, sum(l.clocks)::int as clocks from goals_length l
    where l.goal_id = ${goal.id} and l.measure = ${goal.measure} and l.day > ${goal.today}::date - ${goal.days}::int
      and ${openTo(who, goal.team_id, 'l.private')}
    group by l.bucket`.execute(db);
  return found.rows;
};

/** By week, by its Monday. */
export const weeksSince = async (db: Db, goal: GoalRow, who: Who, from: string) => {
  const found = await sql<{ monday: string; met: number; missed: number }>`
    select to_char(date_trunc('week', d.day), 'YYYY-MM-DD') as monday, sum(d.met)::int as met, sum(d.missed)::int as missed
    from goals_day d
    where d.goal_id = ${goal.id} and d.measure = ${goal.measure} and d.day >= ${from}::date and ${openTo(who, goal.team_id, 'd.private')}
    group by 1`.execute(db);
  return new Map(found.rows.map((row) => [row.monday, row]));
};

export type ClockRow = {
  request_id: string;
  service_id: string | null;
  requester_id: string;
  started_at: Date;
  due_at: Date;
  ended_at: Date | null;
  happened: EntryKind[];
  reason: MissReason | null;
  moved: boolean;
};

const clocks = (db: Db, goal: GoalRow, who: Who) =>
  db
    .selectFrom('goals_clock as c')
    .innerJoin('requests_request as r', 'r.id', 'c.request_id')
    .leftJoin('promises_promise as p', 'p.id', 'r.promise_id')
    .where('c.goal_id', '=', goal.id)
    .where('c.measure', '=', goal.measure)
    .where(openTo(who, goal.team_id, 'c.private'))
    .select([
      'c.request_id',
      'r.service_id',
      'r.requester_id',
      sql<Date>`c.started_at`.as('started_at'),
      sql<Date>`c.due_at`.as('due_at'),
      'c.ended_at',
      sql<EntryKind[]>`array(select distinct e.what from requests_event e where e.request_id = r.id)`.as('happened'),
      'p.miss_reason as reason',
      sql<boolean>`coalesce(p.renegotiations, 0) > 0`.as('moved'),
    ]);

/** Whose clock runs: with time left, the most pressing first; then past their time, the latest to pass first. Index: goals_running. */
export async function runningOf(db: Db, goal: GoalRow, who: Who, now: Date): Promise<ClockRow[]> {
  if (goal.archived_at || goal.team_archived_at) return [];
  const running = clocks(db, goal, who).where('c.state', '=', 'running').where('r.team_id', '=', goal.team_id);
  const ahead = running.where('c.due_at', '>=', now).orderBy('c.due_at').limit(mostWaiting);
  const late = running.where('c.due_at', '<', now).orderBy('c.due_at', 'desc').limit(mostWaiting);
  return db
    .selectFrom(ahead.as('a'))
    .selectAll()
    .unionAll(db.selectFrom(late.as('l')).selectAll())
    .execute();
}

/** Misses in the period, the latest first. Index: goals_missed. */
export const missesOf = (
  db: Db,
  goal: GoalRow,
  who: Who,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<ClockRow[]> =>
  clocks(db, goal, who)
    .where('c.within', '=', false)
    .where(sql<SqlBool>`c.day > ${goal.today}::date - ${goal.days}::int`)
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(c.due_at, c.request_id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('c.due_at', 'desc')
    .orderBy('c.request_id', 'desc')
    .limit(limit)
    .execute();
