// SQL that counts which services the same people ask for one after the other. What comes of the counts: learned.rules.ts.
// It works on tables of its own transaction; nothing here reads a word that anybody wrote.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import { method, type Counted, type Learned } from './learned.rules.ts';
import './tables.ts';

const days = (count: number) => sql`make_interval(days => ${count}::int)`;

/**
 * Asks of living services, as far as anything may be learned from them: never of private ones, not what was withdrawn or went on in
 * another, nor what comes round by itself.
 */
async function gather(tx: Db, now: Date): Promise<void> {
  await sql`
    create temporary table anticipation_ask on commit drop as
    select r.requester_id as person, r.service_id as service, r.created_at as at
    from requests_request r join catalog_service s on s.id = r.service_id
    where r.created_at >= ${now}::timestamptz - ${days(method.history)} and r.created_at <= ${now}::timestamptz
      and s.sight <> 'private' and r.sight <> 'private' and s.archived_at is null
      and r.state <> 'withdrawn' and r.merged_into_id is null
      and not exists (select from recurring_made m where m.request_id = r.id)`.execute(tx);
  await sql`create index on anticipation_ask (person, at) include (service)`.execute(tx);
  // How often each of them asked for each service, and first when; with how long they have been asking, and how much.
  await sql`
    create temporary table anticipation_first on commit drop as
    select f.*, p.asks, greatest(${method.days}, extract(epoch from least(${now}::timestamptz, gone) - p.since) / 86400) as span,
      (date_trunc('quarter', f.at) at time zone 'UTC')::date as quarter, floor(log(2, p.asks))::int as busy
    from (select person, service, min(at) as at, count(*)::int as times from anticipation_ask group by person, service) f
    join (select a.person, count(*)::int as asks, min(a.at) as since, min(d.deactivated_at) as gone
      from anticipation_ask a join directory_person d on d.id = a.person group by a.person) p on p.person = f.person`.execute(
    tx,
  );
  await sql`analyze anticipation_ask`.execute(tx);
  await sql`analyze anticipation_first`.execute(tx);
}

/** Firsts whose days since are over, by what they are compared in; and which of them were followed by which service. */
async function follow(tx: Db, now: Date): Promise<void> {
  await sql`
    create temporary table anticipation_asked on commit drop as
    select quarter, busy, service, count(*)::int as asked
    from anticipation_first where at <= ${now}::timestamptz - ${days(method.days)} group by quarter, busy, service`.execute(
    tx,
  );
  await sql`
    create temporary table anticipation_followed on commit drop as
    select quarter, busy, service, needed, count(*)::int as hits from (
      select distinct f.person, f.service, x.service as needed, f.quarter, f.busy from anticipation_first f
      join lateral (select a.service from anticipation_ask a
        where a.person = f.person and a.at >= f.at and a.at <= f.at + ${days(method.days)} offset 0) x on x.service <> f.service
      where f.at <= ${now}::timestamptz - ${days(method.days)}
    ) one group by quarter, busy, service, needed`.execute(tx);
  await sql`analyze anticipation_asked`.execute(tx);
  await sql`analyze anticipation_followed`.execute(tx);
}

/** Pairs of services that enough people asked for: how many there are, and those among them that may be worth saying. */
const pairs = (tx: Db, now: Date) =>
  sql<Omit<Counted, 'likeThemselves'> & { tested: number }>`
  with known as (
    select service, count(*) filter (where at <= ${now}::timestamptz - ${days(method.days)})::int as asked, count(*)::int as people
    from anticipation_first group by service
  ), tested as (
    select count(*)::int as tested from known a join known b on a.service <> b.service
    where a.asked >= ${method.people} and b.people >= ${method.people}
  ), likely as (
    select f.service, f.needed, a.asked, sum(f.hits)::int as hits from anticipation_followed f
    join known a on a.service = f.service join known b on b.service = f.needed
    where a.asked >= ${method.people} and b.people >= ${method.people}
    group by f.service, f.needed, a.asked
    having sum(f.hits) >= ${method.hits} and sum(f.hits) >= a.asked * ${method.share}::float8
  ), everybody as (
    select quarter, busy, sum(asked) as asked from anticipation_asked group by quarter, busy
  ), anybody as (
    select quarter, busy, needed, sum(hits) as hits from anticipation_followed group by quarter, busy, needed
  ), compared as (
    select l.service, l.needed, mine.asked, coalesce(any_one.hits, 0) - coalesce(own.hits, 0) as hits,
      every.asked - mine.asked - coalesce(same.asked, 0) as others
    from likely l
    join anticipation_asked mine on mine.service = l.service
    join everybody every on every.quarter = mine.quarter and every.busy = mine.busy
    left join anticipation_asked same on same.service = l.needed and same.quarter = mine.quarter and same.busy = mine.busy
    left join anybody any_one on any_one.needed = l.needed and any_one.quarter = mine.quarter and any_one.busy = mine.busy
    left join anticipation_followed own on own.service = l.service and own.needed = l.needed
      and own.quarter = mine.quarter and own.busy = mine.busy
  ), weighed as (
    select service, needed, sum(hits)::float8 as hits, sum(others)::float8 as others, sum(asked)::float8 as asked,
      coalesce(sum(asked * hits / others) filter (where others > 0), 0)::float8 as expected,
      coalesce(sum(asked) filter (where others <= 0), 0)::float8 as alone
    from compared group by service, needed
  ), expected as (
    select *, expected + alone * hits / nullif(others, 0) as like_others from weighed
  )
  select l.service, l.needed, l.asked, l.hits, e.like_others as "likeOthers", e.hits as "othersHits",
    case when e.hits > 0 then e.like_others / e.hits else e.asked / e.others end as "perHit", t.tested
  from likely l join expected e using (service, needed) cross join tested t
  where e.others > 0`.execute(tx);

/** For each pair: of how many people of those who asked for the first one the second would fall into the days after, at any time of theirs. */
const byThemselves = (tx: Db, of: readonly { service: string; needed: string }[], now: Date) =>
  sql<{
    service: string;
    needed: string;
    chance: number;
  }>`
  select p.service, p.needed,
    sum(1 - power(1 - least(1, ${method.days}::float8 / f.span), coalesce(x.times, 0)))::float8 as chance
  from unnest(${of.map(({ service }) => service)}::uuid[], ${of.map(({ needed }) => needed)}::uuid[]) p (service, needed)
  join anticipation_first f on f.service = p.service and f.at <= ${now}::timestamptz - ${days(method.days)}
  left join anticipation_first x on x.person = f.person and x.service = p.needed
  group by p.service, p.needed`.execute(tx);

/** Everything that the rules judge by. Only in a transaction: its tables go with it. */
export async function count(tx: Db, now: Date): Promise<{ pairs: Counted[]; tested: number }> {
  await sql`set local work_mem = '64MB'`.execute(tx);
  await gather(tx, now);
  await follow(tx, now);
  const found = (await pairs(tx, now)).rows;
  if (found.length === 0) return { pairs: [], tested: 0 };
  const own = new Map(
    (await byThemselves(tx, found, now)).rows.map((row) => [`${row.service} ${row.needed}`, row.chance]),
  );
  const pairsFound = found.map((pair) => ({
    ...pair,
    likeThemselves: own.get(`${pair.service} ${pair.needed}`) ?? pair.asked,
  }));
  return { tested: found[0]?.tested ?? 0, pairs: pairsFound };
}

export const findLearned = async (db: Db): Promise<Learned[]> =>
  (await db.selectFrom('anticipation_learned').selectAll().execute()).map((row) => ({
    service: row.service_id,
    needed: row.needed_id,
    asked: row.asked,
    hits: row.needed,
    byChance: row.by_chance,
    lift: row.lift,
  }));

/** What was learned, in place of what was; readers see the one or the other. */
export async function replaceLearned(tx: Db, learned: readonly Learned[], now: Date): Promise<void> {
  await tx.deleteFrom('anticipation_learned').execute();
  const rows = learned.map((one) => ({
    service_id: one.service,
    needed_id: one.needed,
    days: method.days,
    asked: one.asked,
    needed: one.hits,
    by_chance: one.byChance,
    lift: one.lift,
    counted_at: now,
  }));
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('anticipation_learned')
      .values(rows.slice(from, from + 1000))
      .execute();
}
