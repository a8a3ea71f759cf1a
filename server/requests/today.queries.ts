// SQL of Today: which of its lists a request stands in, the most urgent of each, and how many there are beyond.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { todayParts, type TodayPart } from '../../contract/requests.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { all, approving, asking, asksYesOf, ofPromise, running, type Condition } from './ways.queries.ts';
import { requestsFor, type Found } from './queries.ts';
import { visibleTo } from './sight.queries.ts';

// An array of whatever length, so that one plan serves everybody: to plan this statement takes longer than to run it.
const ofMyTeams = (who: Who) =>
  sql<SqlBool>`r.team_id = any((select ${who.teams.map((team) => team.id)}::uuid[])::uuid[])`;

// Nobody accepts what they serve themselves, and whoever came to serve what they ask along asks it no more.
const notMine = (who: Who) => sql<SqlBool>`r.provider_id is distinct from ${who.id}`;
const mayAnswer = (who: Who) =>
  sql<SqlBool>`(r.requester_id = ${who.id} or r.asked_by_id = ${who.id}
    or (${ofMyTeams(who)} or r.person_id = ${who.id}) is not true)`;
const waits = sql<SqlBool>`(r.state in ('delivered', 'countered')
  or (r.state = 'promised' and ${ofPromise('proposed_at')} is not null))`;
const waitsForMe = (who: Who) => sql<SqlBool>`(${waits} and ${mayAnswer(who)})`;

type List = {
  /** How requests come to it, each way with an index of its own. */
  ways: (who: Who) => Condition[];
  stands: (who: Who) => Condition;
  /** What comes first has the least of it; what has none comes last, the oldest first. */
  urgent: (now: Date) => RawBuilder<unknown>;
};

/** The lists of a day, as the rights of each request have them; see `today` in lists.ts. */
const lists: Record<TodayPart, List> = {
  promised: {
    ways: (who) => [sql`r.provider_id = ${who.id}`],
    stands: () => sql`r.state = 'promised'`,
    urgent: () => ofPromise('due_at'),
  },
  awaitingMyYes: {
    ways: approving,
    stands: asksYesOf,
    urgent: () => sql`r.created_at`,
  },
  awaitingMyWord: {
    ways: asking,
    stands: (who) => all([running, notMine(who), waitsForMe(who)]),
    urgent: () => sql`r.delivered_at`,
  },
  unanswered: {
    ways: (who) => [sql`r.person_id = ${who.id}`, ofMyTeams(who)],
    // Once somebody said hello and a yes is missing there is nothing to do but wait.
    stands: (who) => sql`(r.state = 'asked' and r.requester_id <> ${who.id} and (r.greeted_by_id is null or not exists (
      select 1 from requests_approval a where a.request_id = r.id and a.state in ('waiting', 'asked'))))`,
    urgent: (now) => sql`case when r.greeted_at is null and r.greet_by < ${now} then '-infinity' else r.created_at end`,
  },
  waitingFor: {
    ways: asking,
    stands: (who) => all([running, notMine(who), sql`not ${waitsForMe(who)}`]),
    urgent: () => sql`coalesce(${ofPromise('due_at')}, r.counter_due_at)`,
  },
};

/** All that stands in one list of Today, as ways to it. */
export const waysToday = (who: Who, part: TodayPart): Condition[] =>
  lists[part].ways(who).map((way) => all([way, lists[part].stands(who)]));

export type Day = { found: Found[]; totals: Record<TodayPart, number> };

/** The `most` most urgent of each list, and how many stand in it. One statement, however much there is. */
export async function dayOf(db: Db, who: Who, now: Date, most: number): Promise<Day> {
  const each = todayParts.map((part) => {
    const urgent = lists[part].urgent(now);
    const ways = waysToday(who, part).map(
      (way) => sql`select r.id, r.created_at, ${urgent} as urgent from requests_request r where ${way}`,
    );
    return sql`select r.id, ${sql.lit(part)} as part, count(*) over ()::int as total,
      row_number() over (order by r.urgent nulls last, r.created_at, r.id) as place
      from (${sql.join(ways, sql` union `)}) r`;
  });
  // Found first and kept, because a database that may choose joins every promise there is before it cuts the lists off.
  const rows = await requestsFor(
    db.with(
      (name) => name('found').materialized(),
      () =>
        sql<{ id: string; part: TodayPart; total: number }>`(select f.id, f.part, f.total
          from (${sql.join(each, sql` union all `)}) f where f.place <= ${most})`,
    ),
    who,
  )
    .select(
      sql<Partial<Record<TodayPart, number>>>`(select json_object_agg(f.part, f.total) from found f)`.as('totals'),
    )
    .where(sql<SqlBool>`r.id = any(array(select f.id from found f))`)
    .where(visibleTo(who))
    .orderBy('r.created_at')
    .orderBy('r.id')
    .execute();
  const totals = rows[0]?.totals ?? {};
  return {
    found: rows,
    totals: Object.fromEntries(todayParts.map((part) => [part, totals[part] ?? 0])) as Record<TodayPart, number>,
  };
}
