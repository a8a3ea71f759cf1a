// Which ended promises nobody has added up yet; each is given out once. What they add up to is for later capabilities to say.
import { sql } from 'kysely';
import type { MissReason, PromiseOutcome } from '../../contract/promises.ts';
import type { Db } from '../platform/db.ts';

/** An ended promise of a team. */
export type EndedPromise = {
  subject: string;
  subject_id: string;
  /** The request that it grew out of, if it did. */
  origin_request: string | null;
  team_id: string;
  service_id: string | null;
  asking_team_id: string | null;
  promiser_id: string;
  outcome: PromiseOutcome;
  miss_reason: MissReason | null;
  ended_at: Date;
};

/**
 * Up to `limit` ended promises of one team, or of all, that were not given out before; they are marked in this transaction. Whoever asks
 * for all meanwhile gets others; whoever asks for one team waits until these are counted. Those of no team are left alone. Nothing depends on the order in which they are committed. Index: promises_untallied.
 */
export async function takeUntallied(tx: Db, team: string | null, limit: number): Promise<EndedPromise[]> {
  const taken = await sql<EndedPromise>`
    with untallied as (
      select id from promises_promise
      where state = 'ended' and not tallied and ${team === null ? sql`team_id is not null` : sql`team_id = ${team}`}
      order by team_id, ended_at limit ${limit} for update ${team === null ? sql`skip locked` : sql``}
    )
    update promises_promise p set tallied = true from untallied where p.id = untallied.id
    returning p.subject, p.subject_id, case when p.origin_subject = 'request' then p.origin_id end as origin_request, p.team_id, p.service_id, p.asking_team_id, p.promiser_id, p.outcome, p.miss_reason, p.ended_at`.execute(
    tx,
  );
  return taken.rows;
}

/** Whether there are any: a look at an index, before a transaction is begun. Index: promises_untallied. */
export async function hasUntallied(db: Db, team: string): Promise<boolean> {
  const found = await sql`select 1 from promises_promise
    where state = 'ended' and not tallied and team_id = ${team} order by ended_at limit 1`.execute(db);
  return found.rows.length > 0;
}
