// The log of changes: written in the transaction of each effect, read in commit order. Who may hear of one is asked of its capability.
import { sql } from 'kysely';
import type { Db } from './db.ts';

declare module './db.ts' {
  interface Tables {
    platform_change: {
      xid: string;
      seq: number;
      subject: string;
      id: string;
      kind: string;
      recipient: string | null;
      at: Date;
    };
  }
}

export type Change = {
  /** Cursor in commit order, `xid-seq`. */
  cursor: string;
  /** What it is about: `request`, `notice`, `session`, `person` ... */
  subject: string;
  id: string;
  kind: string;
  /** When set, only this person hears of it. */
  recipient: string | null;
  /** When it was announced, for those read from the log. */
  at?: Date;
};

export const channel = 'goodturn_change';

/** A change to announce; with `to`, only that person hears of it. */
export type Announced = { subject: string; id: string; kind: string; to?: string | undefined };

/** Says that something changed; heard after the transaction commits, by those who may see it then. */
export const announce = (tx: Db, change: Announced) => announceAll(tx, [change]);

/** The same for several changes, in one statement. */
export async function announceAll(tx: Db, changes: readonly Announced[]): Promise<void> {
  if (changes.length === 0) return;
  const column = (key: keyof Announced) => changes.map((change) => change[key] ?? null);
  await sql`
    with written as (
      insert into platform_change (subject, id, kind, recipient)
      select * from unnest(${column('subject')}::text[], ${column('id')}::uuid[], ${column('kind')}::text[], ${column('to')}::uuid[])
    )
    select pg_notify(${channel}, '')`.execute(tx);
}

const largest = 2n ** 63n - 1n;
export const isCursor = (text: string): boolean =>
  /^\d{1,19}-\d{1,19}$/.test(text) && text.split('-').every((number) => BigInt(number) <= largest);

/** The cursor after which everything is still to come. */
export async function latest(db: Db): Promise<string> {
  const found = await sql<{ cursor: string }>`
    select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text || '-9223372036854775807' as cursor`.execute(
    db,
  );
  return found.rows[0]?.cursor ?? '0-0';
}

/** Up to `limit` changes after `cursor`, in commit order; `waiting` tells that newer ones are held back by a running transaction. */
export async function changesAfter(
  db: Db,
  cursor: string,
  limit: number,
): Promise<{ changes: Change[]; waiting: boolean }> {
  const [xid = '0', seq = '0'] = cursor.split('-', 2);
  const found = await sql<Change & { ready: boolean }>`
    select xid::text || '-' || seq as cursor, subject, id, kind, recipient, at,
      xid < pg_snapshot_xmin(pg_current_snapshot()) as ready
    from platform_change where (xid, seq) > (${xid}::text::xid8, ${seq}::text::bigint)
    order by platform_change.xid, platform_change.seq limit ${limit}`.execute(db);
  const changes = found.rows.filter((row) => row.ready);
  return { changes, waiting: changes.length < found.rows.length };
}

/** How far the log reaches: its oldest change, null when it is empty, and the cursor after which everything is still to come. */
export async function reachOf(db: Db): Promise<{ oldest: string | null; latest: string }> {
  const found = await sql<{ cursor: string }>`
    select xid::text || '-' || seq as cursor from platform_change order by platform_change.xid, platform_change.seq limit 1`.execute(
    db,
  );
  return { oldest: found.rows[0]?.cursor ?? null, latest: await latest(db) };
}

/** Changes are kept for three days: a client that was away longer starts afresh. */
export const forgetChanges = (db: Db, now: Date) =>
  db
    .deleteFrom('platform_change')
    .where('at', '<', new Date(now.getTime() - 3 * 86_400_000))
    .execute();

/** Takes back what this transaction has announced: nobody was there to hear it. */
export const hush = (tx: Db) => sql`delete from platform_change where xid = pg_current_xact_id()`.execute(tx);
