// SQL of trust: adds up what has ended, and reads the sums. A person's own promises are read row by row, by that person alone.
import { sql } from 'kysely';
import type { MissReason, PromiseOutcome } from '../../contract/promises.ts';
import type { Db } from '../platform/db.ts';
import type { Counts } from './figures.rules.ts';
import type { Kind } from './periods.rules.ts';
import type { Tallies } from './tally.rules.ts';

/** How the requests that promises were made on are seen, and by which service they were asked. */
export async function requestsBehind(tx: Db, ids: readonly string[]) {
  const found = await sql<{ id: string; private: boolean; service: string | null }>`
    select id, sight is not distinct from 'private' as private, service_id as service
    from requests_request where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(found.rows.map((row) => [row.id, row]));
}

export async function zonesOf(tx: Db, teams: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; zone: string }>`
    select id, zone from directory_team where id = any(${[...teams]}::uuid[])`.execute(tx);
  return new Map(found.rows.map(({ id, zone }) => [id, zone]));
}

/** How many active members teams have. */
export async function sizesOf(db: Db, teams: readonly string[]): Promise<Map<string, number>> {
  const found = await sql<{ team: string; size: number }>`
    select m.team_id as team, count(*)::int as size from directory_membership m
    join directory_person p on p.id = m.person_id and p.active
    where m.team_id = any(${[...teams]}::uuid[]) group by m.team_id`.execute(db);
  return new Map(found.rows.map(({ team, size }) => [team, size]));
}

/** Adds to the sums that are there, in the order of the rows. */
export async function addUp(tx: Db, { tallies, shares, reasons }: Tallies): Promise<void> {
  const rows = (list: readonly object[]) => sql`${JSON.stringify(list)}::jsonb`;
  const key = sql`team_id uuid, kind text, period date, about uuid, private boolean`;
  if (tallies.length > 0)
    await sql`insert into trust_tally as t (team_id, kind, period, about, private, kept, renegotiated, repaired, missed)
      select * from jsonb_to_recordset(${rows(tallies)}) as r (${key}, kept int, renegotiated int, repaired int, missed int)
      on conflict (team_id, kind, period, about, private) do update set kept = t.kept + excluded.kept,
        renegotiated = t.renegotiated + excluded.renegotiated, repaired = t.repaired + excluded.repaired,
        missed = t.missed + excluded.missed`.execute(tx);
  if (shares.length > 0)
    await sql`insert into trust_share as t (team_id, kind, period, about, private, promiser_id, total)
      select * from jsonb_to_recordset(${rows(shares)}) as r (${key}, promiser_id uuid, total int)
      on conflict (team_id, kind, period, about, private, promiser_id) do update set total = t.total + excluded.total`.execute(
      tx,
    );
  if (reasons.length > 0)
    await sql`insert into trust_reason as t (team_id, kind, period, about, private, miss_reason, total)
      select * from jsonb_to_recordset(${rows(reasons)}) as r (${key}, miss_reason text, total int)
      on conflict (team_id, kind, period, about, private, miss_reason) do update set total = t.total + excluded.total`.execute(
      tx,
    );
}

/** Which sums are read: of these teams and periods, of one kind; with those on private requests for readers `inside` the teams. */
export type Reading = { teams: readonly string[]; kind: Kind; from: string; last: string; inside: boolean };
export type CellRow = Counts & { team: string; about: string; period: string; shares: Record<string, number> };

const within = ({
  teams,
  kind,
  from,
  last,
  inside,
}: Reading) => sql`team_id = any(${[...teams]}::uuid[]) and kind = ${kind}
  and period between ${from}::date and ${last}::date ${inside ? sql`` : sql`and not private`}`;

/** Each sum with who is behind it. Index: the keys of both tables. */
export async function readCells(db: Db, reading: Reading): Promise<CellRow[]> {
  const found = await sql<CellRow>`
    with sums as (
      select team_id, about, period, sum(kept)::int as kept, sum(renegotiated)::int as renegotiated, sum(repaired)::int as repaired,
        sum(missed)::int as missed from trust_tally where ${within(reading)} group by team_id, about, period
    ), people as (
      select team_id, about, period, json_object_agg(promiser_id, total) as shares from (
        select team_id, about, period, promiser_id, sum(total)::int as total from trust_share where ${within(reading)}
        group by team_id, about, period, promiser_id) each group by team_id, about, period
    )
    select team_id as team, about, to_char(period, 'YYYY-MM-DD') as period, kept, renegotiated, repaired, missed, shares
    from sums join people using (team_id, about, period)`.execute(db);
  return found.rows;
}

export type ReasonRow = { about: string; period: string; reason: MissReason; count: number };

/** What got in the way, by period. */
export async function readReasons(db: Db, reading: Reading): Promise<ReasonRow[]> {
  const found = await sql<ReasonRow>`
    select about, to_char(period, 'YYYY-MM-DD') as period, miss_reason as reason, sum(total)::int as count from trust_reason
    where ${within(reading)} group by about, period, miss_reason`.execute(db);
  return found.rows;
}

export type OwnRow = { stretch: string; outcome: PromiseOutcome; reason: MissReason | null; count: number };

/** One's own ended promises since a day of one's own, by the week or month. Index: promises_of_promiser_ended. */
export async function readOwn(
  db: Db,
  own: { person: string; zone: string; from: string; every: 'week' | 'month' },
): Promise<OwnRow[]> {
  const found = await sql<OwnRow>`
    select to_char(date_trunc(${sql.lit(own.every)}, ended_at at time zone ${own.zone}), 'YYYY-MM-DD') as stretch,
      outcome, miss_reason as reason, count(*)::int as count from promises_promise
    where promiser_id = ${own.person} and state = 'ended' and ended_at >= (${own.from}::date)::timestamp at time zone ${own.zone}
    group by 1, 2, 3`.execute(db);
  return found.rows;
}
