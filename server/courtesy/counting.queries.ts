// SQL that counts answers, each once, in batches: of months that are over, never fewer answers or people than said in the contract.
// What is too little waits for the next month, so that no count ever moves by the answer of one.
import { sql } from 'kysely';
import { fewestAnswers } from '../../contract/courtesy.ts';
import type { Db } from '../platform/db.ts';
import './tables.ts';

/** Answers from `since` and before `until` (first days of months); the batch carries the month `until`. */
export type Months = { since: string; until: string };

const enough = sql`count(*) >= ${sql.lit(fewestAnswers.answers)} and count(distinct by_id) >= ${sql.lit(fewestAnswers.people)}`;
const between = ({ since, until }: Months, column = 'at') =>
  sql`${sql.ref(column)} >= ${since}::date::timestamp at time zone 'UTC' and ${sql.ref(column)} < ${until}::date::timestamp at time zone 'UTC'`;

/** How somebody asks, question by question. Index: courtesy_asking_to_count. */
export const countAsking = (tx: Db, months: Months) =>
  sql`
  with due as (
    select asker_id, question from courtesy_asking a
    where counted_in is null and ${between(months)} and not exists (select from courtesy_asking_count c
      where c.asker_id = a.asker_id and c.question = a.question and c.month = ${months.until}::date)
    group by asker_id, question having ${enough}
  ), taken as (
    update courtesy_asking a set counted_in = ${months.until}::date from due
    where a.asker_id = due.asker_id and a.question = due.question and a.counted_in is null and ${between(months, 'a.at')}
    returning a.asker_id, a.question, a.yes, a.missing
  ), alike as (
    select asker_id, question, yes, missing, count(*)::int as times from taken group by asker_id, question, yes, missing
  )
  insert into courtesy_asking_count (asker_id, question, month, answers, yes, missing)
  select asker_id, question, ${months.until}::date, sum(times)::int, coalesce(sum(times) filter (where yes), 0)::int,
    coalesce(jsonb_object_agg(missing, times) filter (where missing is not null), '{}')
  from alike group by asker_id, question`.execute(tx);

/** What was missing, place by place: a service, or else the team that was asked. */
export const countMissing = (tx: Db, months: Months) =>
  sql`
  with due as (
    select asker_id, coalesce(service_id, team_id) as place_id from courtesy_asking a
    where placed_in is null and question = 'complete' and coalesce(service_id, team_id) is not null and ${between(months)}
      and not exists (select from courtesy_missing_count c
        where c.asker_id = a.asker_id and c.place_id = coalesce(a.service_id, a.team_id) and c.month = ${months.until}::date)
    group by 1, 2 having ${enough}
  ), taken as (
    update courtesy_asking a set placed_in = ${months.until}::date from due
    where a.asker_id = due.asker_id and coalesce(a.service_id, a.team_id) = due.place_id
      and a.placed_in is null and a.question = 'complete' and ${between(months, 'a.at')}
    returning a.asker_id, due.place_id, case when a.service_id is null then 'team' else 'service' end as place, a.missing
  ), things as (
    select asker_id, place_id, place, missing, count(*)::int as times from taken group by asker_id, place_id, place, missing
  )
  insert into courtesy_missing_count (asker_id, place_id, place, month, answers, missing)
  select asker_id, place_id, place, ${months.until}::date, sum(times)::int,
    coalesce(jsonb_object_agg(missing, times) filter (where missing is not null), '{}')
  from things group by asker_id, place_id, place`.execute(tx);

/** How teams say hello and goodbye; also about several of those who serve, so that it is the team's. Index: courtesy_serving_to_count. */
export const countServing = (tx: Db, months: Months) =>
  sql`
  with due as (
    select team_id, question from courtesy_serving a
    where counted_in is null and ${between(months)} and not exists (select from courtesy_serving_count c
      where c.team_id = a.team_id and c.question = a.question and c.month = ${months.until}::date)
    group by team_id, question having ${enough} and count(distinct server_id) >= ${sql.lit(fewestAnswers.people)}
  ), taken as (
    update courtesy_serving a set counted_in = ${months.until}::date from due
    where a.team_id = due.team_id and a.question = due.question and a.counted_in is null and ${between(months, 'a.at')}
    returning a.team_id, a.question, a.yes
  )
  insert into courtesy_serving_count (team_id, question, month, answers, yes)
  select team_id, question, ${months.until}::date, count(*)::int, (count(*) filter (where yes))::int
  from taken group by team_id, question`.execute(tx);
