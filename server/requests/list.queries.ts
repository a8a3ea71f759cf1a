// SQL of lists: what I may see, a team's queue, the last thanks. Today: today.queries.ts.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { queueParts, type QueuePart, type RequestState, type TodayPart } from '../../contract/requests.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { requestsFor, type Found } from './queries.ts';
import { visibleTo } from './sight.queries.ts';
import { waysToday } from './today.queries.ts';
import { all, approving, asking, asksYesOf, ofPromise, running, type Condition } from './ways.queries.ts';

export type After = { at: string; id: string } | null;

/**
 * The requests of a page, whole. `page` is SQL that names their ids: it is found first, by index and without looking at anything else,
 * because a database that may choose joins every promise there is before it cuts the page off.
 */
const whole = (db: Db, who: Who, page: RawBuilder<unknown>) =>
  requestsFor(db, who)
    .where(sql<SqlBool>`r.id = any(array(${page}))`)
    .where(visibleTo(who));

const newestFirst = sql`order by r.updated_at desc, r.id desc`;
const past = (after: After): Condition =>
  after === null ? sql`true` : sql`(r.updated_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
// A limit as a parameter could be anything to whoever plans the statement.
const first = (limit: number) => sql`limit ${sql.lit(limit)}`;

export type ListFilter = {
  role: 'any' | 'asked' | 'serving' | 'following' | 'approving' | 'open';
  state?: RequestState | undefined;
  open?: boolean | undefined;
  team?: string | undefined;
  service?: string | undefined;
  provider?: string | undefined;
  requester?: string | undefined;
  late?: boolean | undefined;
  today?: TodayPart | undefined;
};

// Only what runs can be late.
const isLate = sql<SqlBool>`((r.state = 'asked' and r.ungreeted_at is not null and r.greeted_at is null)
  or (r.state = 'promised' and ${ofPromise('overdue_at')} is not null))`;

const servingFor = (who: Who) => [
  sql<SqlBool>`r.provider_id = ${who.id}`,
  sql<SqlBool>`r.person_id = ${who.id}`,
  ...who.teams.map((team) => sql<SqlBool>`r.team_id = ${team.id}`),
];
const following = (who: Who) => [
  sql<SqlBool>`r.id in (select p.request_id from requests_participant p where p.person_id = ${who.id})`,
];

/** How requests come to `who`, each way with an index of its own. Together they are `concerns`. */
const ways: Record<ListFilter['role'], (who: Who) => Condition[]> = {
  any: (who) => [...asking(who), ...servingFor(who), ...following(who), ...approving(who)],
  asked: asking,
  serving: servingFor,
  following,
  approving: (who) => approving(who).map((way) => all([way, asksYesOf(who)])),
  open: () => [sql`r.sight = 'open'`],
};

function narrowed(filter: ListFilter): Condition[] {
  const { state, open, team, service, provider, requester, late } = filter;
  return [
    ...(state === undefined ? [] : [sql<SqlBool>`r.state = ${state}`]),
    ...(open === undefined ? [] : [open ? running : sql<SqlBool>`not ${running}`]),
    ...(team === undefined ? [] : [sql<SqlBool>`r.team_id = ${team}`]),
    ...(service === undefined ? [] : [sql<SqlBool>`r.service_id = ${service}`]),
    ...(provider === undefined ? [] : [sql<SqlBool>`r.provider_id = ${provider}`]),
    ...(requester === undefined ? [] : [sql<SqlBool>`r.requester_id = ${requester}`]),
    // What is not late has no promise at all, or one in time.
    ...(late === undefined ? [] : [late ? isLate : sql<SqlBool>`${isLate} is not true`]),
  ];
}

/** Requests that `who` has to do with, newest change first; those that are open to every colleague only when asked for. */
export function listRequests(db: Db, who: Who, filter: ListFilter, after: After, limit: number): Promise<Found[]> {
  const each = (filter.today ? waysToday(who, filter.today) : ways[filter.role](who)).map(
    (way) => sql`(select r.id, r.updated_at from requests_request r
      where ${all([way, ...narrowed(filter), past(after)])} ${newestFirst} ${first(limit)})`,
  );
  const page = sql`select r.id from (${sql.join(each, sql` union `)}) r ${newestFirst} ${first(limit)}`;
  return whole(db, who, page).orderBy('r.updated_at', 'desc').orderBy('r.id', 'desc').execute();
}

// Greeted, and a yes is still missing: the team can do nothing but wait.
const awaiting = sql`(r.greeted_at is not null and exists (
  select 1 from requests_approval a where a.request_id = r.id and a.state in ('waiting', 'asked')))`;

const parts: Record<QueuePart, ReturnType<typeof sql<SqlBool>>> = {
  unanswered: sql<SqlBool>`(r.state = 'asked' and not ${awaiting})`,
  promised: sql<SqlBool>`r.state = 'promised'`,
  atRisk: sql<SqlBool>`(r.state = 'promised' and ${ofPromise('warned_at')} is not null)`,
  waiting: sql<SqlBool>`(r.state = 'countered' or (r.state = 'promised' and ${ofPromise('proposed_at')} is not null)
    or (r.state = 'asked' and ${awaiting}))`,
  delivered: sql<SqlBool>`r.state = 'delivered'`,
  ended: sql<SqlBool>`r.state in ('closed', 'declined', 'withdrawn', 'revoked')`,
};

/** A part of a team's work. The caller has checked that `who` belongs to the team. */
export function queueOf(
  db: Db,
  who: Who,
  team: string,
  { part, provider }: { part: QueuePart; provider?: string | undefined },
  after: After,
  limit: number,
): Promise<Found[]> {
  const conditions = [
    sql<SqlBool>`r.team_id = ${team}`,
    parts[part],
    past(after),
    ...(provider === undefined ? [] : [sql<SqlBool>`r.provider_id = ${provider}`]),
  ];
  const page = sql`select r.id from requests_request r
    where ${all(conditions)} ${newestFirst} ${first(limit)}`;
  return whole(db, who, page).orderBy('r.updated_at', 'desc').orderBy('r.id', 'desc').execute();
}

export type Counts = { unanswered: number; promised: number; atRisk: number; waiting: number; delivered: number };
export const none: Counts = { unanswered: 0, promised: 0, atRisk: 0, waiting: 0, delivered: 0 };

/** How much stands in each part of the teams' work. The caller has checked that `who` belongs to them: that is the sight. */
export async function countsOf(db: Db, teams: readonly string[]): Promise<Map<string, Counts>> {
  if (teams.length === 0) return new Map();
  const count = (part: QueuePart) => sql`(count(*) filter (where ${parts[part]}))::int as ${sql.ref(part)}`;
  const counted = queueParts.filter((part) => part !== 'ended').map(count);
  // Team by team, so that one team is planned for as one team; the array is selected, so that the plan is made once for any number.
  const found = await sql<Counts & { team: string }>`
    select t.id as team, c.* from unnest((select ${teams}::uuid[])) t (id)
    cross join lateral (
      select ${sql.join(counted)} from requests_request r where r.team_id = t.id and ${running}
    ) c`.execute(db);
  return new Map(found.rows.map(({ team, ...counts }) => [team, counts]));
}

/** The last words of thanks that `who` was given, newest first. Index: requests_thanked. */
export async function thanksTo(db: Db, who: Who, since: Date) {
  // The few are found before anything else is asked of them, and the state is said as it is: one plan serves everybody.
  const found = await sql<{ id: string; thanks: string; requester_id: string; ended_at: Date }>`
    select r.id, r.thanks, r.requester_id, r.ended_at
    from (
      select * from requests_request
      where provider_id = ${who.id} and state = 'closed' and thanks is not null and ended_at >= ${since}
      order by ended_at desc ${first(3)}
    ) r
    where ${visibleTo(who)} order by r.ended_at desc`.execute(db);
  return found.rows;
}
