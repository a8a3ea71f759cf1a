// SQL of lists: what I may see, today, a team's queue, the sweeps of the clock, and who may hear of a change.
import { sql, type SqlBool } from 'kysely';
import type { QueuePart, RequestState } from '../../contract/requests.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { requestsFor, type Found } from './queries.ts';
import { concerns, visibleTo } from './sight.queries.ts';

export type After = { at: string; id: string } | null;
const ended: readonly RequestState[] = ['closed', 'declined', 'withdrawn', 'revoked'];

const list = (db: Db, who: Who, after: After, limit: number) =>
  requestsFor(db, who)
    .where(visibleTo(who))
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(r.updated_at, r.id) < (${after?.at ?? ''}::timestamptz, ${after?.id ?? ''}::uuid)`),
    )
    .orderBy('r.updated_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit);

export type ListFilter = {
  role: 'any' | 'asked' | 'serving' | 'following' | 'approving' | 'open';
  state?: RequestState | undefined;
  open?: boolean | undefined;
  team?: string | undefined;
  service?: string | undefined;
  provider?: string | undefined;
  requester?: string | undefined;
  late?: boolean | undefined;
};

// Only what runs can be late.
const isLate = sql<SqlBool>`((r.state = 'asked' and r.ungreeted_at is not null and r.greeted_at is null)
  or (r.state = 'promised' and q.overdue_at is not null))`;

/** Requests that `who` has to do with, newest change first; those that are open to every colleague only when asked for. */
export const listRequests = (db: Db, who: Who, filter: ListFilter, after: After, limit: number): Promise<Found[]> =>
  list(db, who, after, limit)
    .where(filter.role === 'open' ? sql<SqlBool>`r.sight = 'open'` : concerns(who))
    .$if(filter.role === 'asked', (query) =>
      query.where((each) =>
        each.or([each('r.requester_id', '=', who.id), each('r.asked_by_id', '=', who.id), asksAlong(who)]),
      ),
    )
    .$if(filter.role === 'serving', (query) =>
      query.where((each) =>
        each.or([
          each('r.provider_id', '=', who.id),
          each('r.person_id', '=', who.id),
          each('r.team_id', '=', sql<string>`any(${who.teams.map((team) => team.id)}::uuid[])`),
        ]),
      ),
    )
    .$if(filter.role === 'following', (query) =>
      query.where(
        sql<SqlBool>`exists (select 1 from requests_participant p where p.request_id = r.id and p.person_id = ${who.id})`,
      ),
    )
    .$if(filter.role === 'approving', (query) => query.where(asksYesOf(who)))
    .$if(filter.state !== undefined, (query) => query.where('r.state', '=', filter.state ?? 'asked'))
    .$if(filter.open === true, (query) => query.where('r.state', 'not in', ended))
    .$if(filter.open === false, (query) => query.where('r.state', 'in', ended))
    .$if(filter.team !== undefined, (query) => query.where('r.team_id', '=', filter.team ?? ''))
    .$if(filter.service !== undefined, (query) => query.where('r.service_id', '=', filter.service ?? ''))
    .$if(filter.provider !== undefined, (query) => query.where('r.provider_id', '=', filter.provider ?? ''))
    .$if(filter.requester !== undefined, (query) => query.where('r.requester_id', '=', filter.requester ?? ''))
    .$if(filter.late === true, (query) => query.where(isLate))
    .$if(filter.late === false, (query) => query.where(sql<SqlBool>`not ${isLate}`))
    .execute();

const asksAlong = (who: Who) =>
  sql<SqlBool>`exists (select 1 from requests_co_requester c where c.request_id = r.id and c.person_id = ${who.id})`;

/** Waits for a yes of `who`. */
const asksYesOf = (who: Who) => sql<SqlBool>`(r.state = 'asked' and exists (select 1 from requests_approval a
  where a.request_id = r.id and a.state = 'asked' and ${who.id} in (a.approver_id, a.stand_in_id)))`;

// Greeted, and a yes is still missing: the team can do nothing but wait.
const awaiting = sql`(r.greeted_at is not null and exists (
  select 1 from requests_approval a where a.request_id = r.id and a.state in ('waiting', 'asked')))`;

// Said as they are rather than as parameters: a plan made for any states would not use the index.
const running = sql<SqlBool>`r.state in ('asked', 'countered', 'promised', 'delivered')`;

const parts: Record<QueuePart, ReturnType<typeof sql<SqlBool>>> = {
  unanswered: sql<SqlBool>`(r.state = 'asked' and not ${awaiting})`,
  promised: sql<SqlBool>`r.state = 'promised'`,
  atRisk: sql<SqlBool>`r.state = 'promised' and q.warned_at is not null`,
  waiting: sql<SqlBool>`(r.state = 'countered' or (r.state = 'promised' and q.proposed_at is not null)
    or (r.state = 'asked' and ${awaiting}))`,
  delivered: sql<SqlBool>`r.state = 'delivered'`,
  ended: sql<SqlBool>`r.state in ('closed', 'declined', 'withdrawn', 'revoked')`,
};

/** A part of a team's work. The caller has checked that `who` belongs to the team. */
export const queueOf = (
  db: Db,
  who: Who,
  team: string,
  { part, provider }: { part: QueuePart; provider?: string | undefined },
  after: After,
  limit: number,
): Promise<Found[]> =>
  list(db, who, after, limit)
    .where('r.team_id', '=', team)
    .where(parts[part])
    .$if(provider !== undefined, (query) => query.where('r.provider_id', '=', provider ?? ''))
    .execute();

export type Counts = { unanswered: number; promised: number; atRisk: number; waiting: number; delivered: number };
export const none: Counts = { unanswered: 0, promised: 0, atRisk: 0, waiting: 0, delivered: 0 };

/** How much stands in each part of the teams' work. The caller has checked that `who` belongs to them: that is the sight. */
export async function countsOf(db: Db, teams: readonly string[]): Promise<Map<string, Counts>> {
  if (teams.length === 0) return new Map();
  const count = (part: QueuePart) => sql<number>`(count(*) filter (where ${parts[part]}))::int`.as(part);
  const rows = await db
    .selectFrom('requests_request as r')
    .leftJoin('promises_promise as q', 'q.id', 'r.promise_id')
    .where('r.team_id', '=', sql<string>`any(${teams}::uuid[])`)
    .where(running)
    .groupBy('r.team_id')
    .select('r.team_id')
    .select([count('unanswered'), count('promised'), count('atRisk'), count('waiting'), count('delivered')])
    .execute();
  return new Map(rows.map(({ team_id, ...counts }) => [team_id ?? '', counts]));
}

/** Everything that is running and concerns `who`, oldest change first; a person's day is small. */
export const runningFor = (db: Db, who: Who): Promise<Found[]> =>
  requestsFor(db, who)
    .where(visibleTo(who))
    .where(running)
    // Each of these finds its few by an index; as conditions on one row they would have to be tried on every row that runs.
    .where(
      sql<SqlBool>`r.id in (
        select r.id from requests_request r where r.requester_id = ${who.id} and ${running}
        union all select r.id from requests_request r where r.provider_id = ${who.id} and ${running}
        union all select r.id from requests_request r where r.asked_by_id = ${who.id} and ${running}
        union all select r.id from requests_request r where r.person_id = ${who.id} and ${running}
        union all select r.id from requests_request r
          where r.team_id = any(${who.teams.map((team) => team.id)}::uuid[]) and r.state = 'asked'
        union all select r.id from requests_approval a join requests_request r on r.id = a.request_id and r.state = 'asked'
          where a.approver_id = ${who.id} and a.state = 'asked'
        union all select r.id from requests_approval a join requests_request r on r.id = a.request_id and r.state = 'asked'
          where a.stand_in_id = ${who.id} and a.state = 'asked'
        union all select c.request_id from requests_co_requester c where c.person_id = ${who.id})`,
    )
    .orderBy('r.created_at')
    .limit(500)
    .execute();

/** The last words of thanks that `who` was given, newest first. */
export const thanksTo = (db: Db, who: Who, since: Date) =>
  db
    .selectFrom('requests_request as r')
    .where(visibleTo(who))
    .where('r.provider_id', '=', who.id)
    .where('r.state', '=', 'closed')
    .where('r.thanks', 'is not', null)
    .where('r.ended_at', '>=', since)
    .orderBy('r.ended_at', 'desc')
    .limit(3)
    .select(['r.id', 'r.thanks', 'r.requester_id', 'r.ended_at'])
    .execute();

/** Active members of each team, to tell whether it is large enough for a figure. */
export const sizesOf = async (db: Db, teams: readonly string[]): Promise<Map<string, number>> => {
  if (teams.length === 0) return new Map();
  const rows = await db
    .selectFrom('directory_membership as m')
    .innerJoin('directory_person as p', 'p.id', 'm.person_id')
    .where('p.active', '=', true)
    .where('m.team_id', '=', sql<string>`any(${teams}::uuid[])`)
    .groupBy('m.team_id')
    .select(['m.team_id', sql<number>`count(*)::int`.as('size')])
    .execute();
  return new Map(rows.map((row) => [row.team_id, row.size]));
};
