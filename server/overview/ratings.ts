// How colleagues rated a team: each month is added up once, when it has ended and is first looked at, and stays as it was then.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { Period } from './queries.ts';
import { monthsFor, ratedFrom, type RatedMonth, type Side } from './ratings.rules.ts';

/** Of the whole months of a period that have ended by `today` in the team's zone, and of each month by its first day. */
export async function ratedWithin(db: Db, period: Period, today: string) {
  const { first, months } = monthsFor(period.from, period.to, today);
  if (months.length === 0) return ratedFrom([], first);
  await addUp(db, period, months);
  return ratedFrom(await readMonths(db, period, months), first);
}

/** Adds up those months that nobody has looked at yet. Whatever is closed, opened again or handed over later changes none of them. */
async function addUp(db: Db, { team, zone }: Period, months: readonly string[]): Promise<void> {
  await sql`
    with wanted as (
      select m::date as month, hidden as private from unnest(${[...months]}::text[]) m cross join (values (false), (true)) h (hidden)
      where not exists (select from overview_rating o where o.team_id = ${team} and o.month = m::date and o.private = hidden)
    ), found as (
      select date_trunc('month', r.ended_at at time zone ${zone})::date as month, r.sight is not distinct from 'private' as private,
        r.provider_id, r.timing, r.quality, r.accuracy
      from requests_request r, (select min(month) as first, max(month) as last from wanted) w
      where r.team_id = ${team} and r.provider_id is not null and num_nonnulls(r.timing, r.quality, r.accuracy) > 0
        and not (r.imported and r.promise_id is null) and r.ended_at >= w.first::timestamp at time zone ${zone}
        and r.ended_at < (w.last + interval '1 month') at time zone ${zone}
    ), kept as (
      insert into overview_rating (team_id, month, private, timing, quality, accuracy)
      select ${team}::uuid, month, private, coalesce(sum(timing), 0), coalesce(sum(quality), 0), coalesce(sum(accuracy), 0)
      from wanted left join found using (month, private) group by month, private order by month, private
      on conflict do nothing returning month, private
    )
    insert into overview_rating_share (team_id, month, private, provider_id, rated, timing, quality, accuracy)
    select ${team}::uuid, month, private, provider_id, count(*), count(timing), count(quality), count(accuracy)
    from found join kept using (month, private) group by month, private, provider_id`.execute(db);
}

type Row = { month: string; private: boolean } & Record<Side, number> & {
    shares: ({ person: string; rated: number } & Record<Side, number>)[];
  };

async function readMonths(db: Db, { team, inside }: Period, months: readonly string[]): Promise<RatedMonth[]> {
  const found = await sql<Row>`
    select to_char(month, 'YYYY-MM-DD') as month, private, timing, quality, accuracy, coalesce((
      select jsonb_agg(jsonb_build_object('person', s.provider_id, 'rated', s.rated, 'timing', s.timing, 'quality', s.quality,
        'accuracy', s.accuracy)) from overview_rating_share s
      where s.team_id = o.team_id and s.month = o.month and s.private = o.private), '[]') as shares
    from overview_rating o where team_id = ${team} and month = any(${[...months]}::date[]) ${inside ? sql`` : sql`and not private`}
    order by o.month, o.private`.execute(db);
  return found.rows.map(({ month, private: hidden, shares, ...sums }) => {
    const sharesIn = (part: 'rated' | Side) =>
      new Map(shares.flatMap(({ person, [part]: count }) => (count > 0 ? [[person, count] as const] : [])));
    const of = (side: Side) => ({ sum: sums[side], shares: sharesIn(side) });
    const rated = { sum: Infinity, shares: sharesIn('rated') };
    return { month, private: hidden, rated, timing: of('timing'), quality: of('quality'), accuracy: of('accuracy') };
  });
}
