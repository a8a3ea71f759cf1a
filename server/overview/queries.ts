// SQL of reports: what a team's asks, deliveries and promises add up to over a period, as a whole, by stretch and by service.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';

/** Days are the team's: `from` and `to` (included) in its zone. What is private counts for readers `inside` the team alone. */
export type Period = { team: string; zone: string; from: string; to: string; every: 'week' | 'month'; inside: boolean };

const countedFor = ({ inside }: Period) => (inside ? sql`` : sql`and r.sight is distinct from 'private'`);

/** Which sum a row is: all of them, one stretch (by its first day) or one service (null: asked in free words). */
export type Cell = { sum: 'whole' | 'stretch' | 'service'; stretch: string | null; service: string | null };

const within = (period: Period, column: ReturnType<typeof sql.ref>) => sql<boolean>`
  ${column} >= (${period.from}::date)::timestamp at time zone ${period.zone}
  and ${column} < (${period.to}::date + 1)::timestamp at time zone ${period.zone}`;

/** One row for the whole, one for each stretch, one for each service; `sums` are over what lies in the period by `by`. */
const summed = <Row>(db: Db, period: Period, by: string, from: ReturnType<typeof sql>, sums: ReturnType<typeof sql>) =>
  sql<Cell & Row>`
  with found as (
    select f.*, to_char(date_trunc(${sql.lit(period.every)}, f.at at time zone ${period.zone}), 'YYYY-MM-DD') as stretch
    from (${from} and ${within(period, sql.ref(by))}) f
  )
  select case when grouping(stretch) = 0 then 'stretch' when grouping(service) = 0 then 'service' else 'whole' end as sum,
    stretch, service, ${sums}
  from found group by grouping sets ((), (stretch), (service))`.execute(db);

export type AskedRow = {
  asked: number;
  greetings: number;
  in_time: number;
  greet_median: number | null;
  greet_most: number | null;
  servers: number;
};

/** Asks by the day on which they were asked. Index: requests_of_team. */
export const askedIn = (db: Db, period: Period) =>
  summed<AskedRow>(
    db,
    period,
    'r.created_at',
    sql`select r.created_at as at, r.service_id as service, r.greeted_by_id as server, o.greet_minutes, o.greeted_in_time
      from requests_request r left join overview_time o on o.request_id = r.id where r.team_id = ${period.team} and not r.imported ${countedFor(period)}`,
    sql`count(*)::int as asked, count(greeted_in_time)::int as greetings,
      (count(*) filter (where greeted_in_time))::int as in_time,
      percentile_cont(0.5) within group (order by greet_minutes) as greet_median,
      percentile_cont(0.9) within group (order by greet_minutes) as greet_most,
      count(distinct server)::int as servers`,
  );

export type DeliveredRow = {
  delivered: number;
  returned: number;
  reopened: number;
  timed: number;
  median: number | null;
  most: number | null;
  offered: number | null;
  from_ask: number | null;
  servers: number;
};

/** Deliveries by the day on which they were delivered. */
export const deliveredIn = (db: Db, period: Period) =>
  summed<DeliveredRow>(
    db,
    period,
    'r.delivered_at',
    sql`select r.delivered_at as at, r.service_id as service, r.provider_id as server, o.promise_minutes, o.offered_minutes,
        o.ask_minutes, o.returned, o.reopened
      from requests_request r left join overview_time o on o.request_id = r.id where r.team_id = ${period.team} ${countedFor(period)}`,
    sql`count(*)::int as delivered, (count(*) filter (where returned))::int as returned,
      (count(*) filter (where reopened))::int as reopened, count(promise_minutes)::int as timed,
      percentile_cont(0.5) within group (order by promise_minutes) as median,
      percentile_cont(0.9) within group (order by promise_minutes) as most,
      percentile_cont(0.5) within group (order by offered_minutes) as offered,
      percentile_cont(0.5) within group (order by ask_minutes) as from_ask,
      count(distinct server)::int as servers`,
  );

export type EndedRow = {
  closed: number;
  silent: number;
  declined: number;
  withdrawn: number;
  revoked: number;
};

/** How asks ended, by the day on which they did. How they were rated is in ratings.ts. */
export const endedIn = (db: Db, period: Period) =>
  summed<EndedRow>(
    db,
    period,
    'r.ended_at',
    sql`select r.ended_at as at, r.service_id as service, r.state, r.closed_by_silence as silent
      from requests_request r where r.team_id = ${period.team} and not (r.imported and r.promise_id is null) ${countedFor(period)}`,
    sql`(count(*) filter (where state = 'closed'))::int as closed, (count(*) filter (where silent))::int as silent,
      (count(*) filter (where state = 'declined'))::int as declined,
      (count(*) filter (where state = 'withdrawn'))::int as withdrawn,
      (count(*) filter (where state = 'revoked'))::int as revoked`,
  );
