// All SQL of the outbox: posting, taking what is due, and what became of it. Who writes the letters is not known here.
import { sql } from 'kysely';
import { newId, type Db } from '../db.ts';
import type { MailFacts } from './tables.ts';
import './tables.ts';

export type Posted = {
  id: string;
  kind: string;
  reader: string;
  bundle: string | null;
  facts: MailFacts;
  message_id: string | null;
  tries: number;
  since: Date;
  wanted_at: Date;
};

export type NewMail = {
  kind: string;
  /** Whose mail it is; the composer of its kind finds the address. */
  reader: string;
  /** What waits under one name goes out as one mail. */
  bundle?: string;
  facts?: MailFacts;
  /** When to look at it first; now, if not told. */
  at?: Date;
  /** The first occasion that it is about; now, if not told. */
  since?: Date;
};

/** Writes mails into the outbox. One that waits in the same bundle already is joined: the earlier times count. */
export async function insertMails(tx: Db, mails: readonly NewMail[], now: Date): Promise<void> {
  if (mails.length === 0) return;
  // Two transactions that join the same bundles meet them in the same order.
  const ordered = mails.toSorted((a, b) => ((a.bundle ?? '') < (b.bundle ?? '') ? -1 : 1));
  await tx
    .insertInto('platform_mail')
    .values(
      ordered.map(({ kind, reader, bundle = null, facts = {}, at = now, since = now }) => ({
        id: newId(),
        kind,
        reader,
        bundle,
        facts: JSON.stringify(facts),
        message_id: null,
        next_at: at,
        wanted_at: at,
        since,
        claim: null,
        recipient: null,
        reason: null,
        said: null,
        created_at: now,
        ended_at: null,
      })),
    )
    .onConflict((same) =>
      same
        .column('bundle')
        // Written out: a prepared statement with the state as a parameter no longer knows its index.
        .where(sql<boolean>`state = 'waiting'`)
        .doUpdateSet({
          next_at: sql<Date>`least(platform_mail.next_at, excluded.next_at)`,
          since: sql<Date>`least(platform_mail.since, excluded.since)`,
        }),
    )
    .execute();
}

const columns = ['id', 'kind', 'reader', 'bundle', 'facts', 'message_id', 'tries', 'since', 'wanted_at'] as const;

/** The next mail that is due, locked for this transaction; what a dead process left behind counts after its time. */
export const lockDue = (tx: Db, now: Date): Promise<Posted | undefined> =>
  tx
    .selectFrom('platform_mail')
    .select(columns)
    .where(sql<boolean>`state in ('waiting', 'sending')`)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

/** From here on somebody may have it: only this claim may say what became of it, until the lease ends. */
export const markSending = (
  tx: Db,
  id: string,
  taken: { claim: string; until: Date; messageId: string; recipient: string },
) =>
  tx
    .updateTable('platform_mail')
    .set({
      state: 'sending',
      bundle: null,
      claim: taken.claim,
      next_at: taken.until,
      recipient: taken.recipient,
      message_id: sql<string>`coalesce(message_id, ${taken.messageId})`,
    })
    .where('id', '=', id)
    .execute();

/** It is not yet time: `at` is when. */
export const postpone = (tx: Db, id: string, at: Date) =>
  tx
    .updateTable('platform_mail')
    .set({ state: 'waiting', claim: null, next_at: at, wanted_at: at })
    .where('id', '=', id)
    .execute();

/** There is nothing left to say. */
export const remove = (tx: Db, id: string) => tx.deleteFrom('platform_mail').where('id', '=', id).execute();

type Ended = { state: 'sent' | 'failed' | 'dropped'; reason?: string; said?: string };

/** Ends it, with a claim only if that still holds. What failed may be tried again, the others need their facts no more. */
export const end = (tx: Db, id: string, claim: string | null, { state, reason, said }: Ended, now: Date) =>
  tx
    .updateTable('platform_mail')
    .set({
      state,
      claim: null,
      bundle: null,
      ...(state === 'failed' ? {} : { facts: '{}' }),
      reason: reason ?? null,
      said: said ?? null,
      ended_at: now,
    })
    .where('id', '=', id)
    .where(sql<boolean>`claim is not distinct from ${claim}::uuid`)
    .execute();

/** To be tried again at `at`; under no bundle, since what it says has been said in part, perhaps. */
export const giveBack = (
  tx: Db,
  id: string,
  claim: string,
  { at, tried, reason, said }: { at: Date; tried: boolean; reason: string; said: string },
) =>
  tx
    .updateTable('platform_mail')
    .set({
      state: 'waiting',
      claim: null,
      bundle: null,
      next_at: at,
      reason,
      said,
      ...(tried ? { tries: sql<number>`tries + 1` } : {}),
    })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .execute();

/** Ends what should have gone before `before`: tried ones failed, the others were never sent. */
export const dropOld = (db: Db, before: Date, now: Date) =>
  sql`update platform_mail set bundle = null, ended_at = ${now},
      facts = case when tries > 0 then facts else '{}' end,
      state = case when tries > 0 then 'failed' else 'dropped' end,
      reason = coalesce(reason, 'tooOld')
    where state = 'waiting' and next_at <= ${now} and wanted_at < ${before}`.execute(db);

export const retry = async (tx: Db, ids: readonly string[] | null, now: Date): Promise<number> => {
  let query = tx
    .updateTable('platform_mail')
    .set({ state: 'waiting', next_at: now, wanted_at: now, tries: 0, ended_at: null, reason: null, said: null })
    .where('state', '=', 'failed');
  if (ids) query = query.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
};

export type Queue = { waiting: number; waitingSince: Date | null; failed: number; dropped: number };

export async function countQueue(db: Db, now: Date): Promise<Queue> {
  const found = await sql<Queue>`
    select count(*) filter (where state in ('waiting', 'sending')) as waiting,
      min(wanted_at) filter (where state = 'waiting' and wanted_at <= ${now}) as "waitingSince",
      count(*) filter (where state = 'failed') as failed,
      count(*) filter (where state = 'dropped') as dropped
    from platform_mail
    where state in ('waiting', 'sending') or (state in ('failed', 'dropped') and ended_at > ${new Date(now.getTime() - 30 * 86_400_000)})`.execute(
    db,
  );
  return found.rows[0] ?? { waiting: 0, waitingSince: null, failed: 0, dropped: 0 };
}

export type MailsKey = [at: string, id: string];

export function pageMails(db: Db, state: 'waiting' | 'failed', after: MailsKey | null, limit: number) {
  let query = db
    .selectFrom('platform_mail')
    .select(['id', 'kind', 'state', 'recipient', 'reason', 'said', 'tries', 'created_at', 'next_at'])
    .where('state', 'in', state === 'failed' ? ['failed'] : ['waiting', 'sending']);
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Mails are kept for thirty days after they ended, so that "did it go?" has an answer. */
export const forgetMails = (db: Db, now: Date) =>
  db
    .deleteFrom('platform_mail')
    .where('ended_at', '<', new Date(now.getTime() - 30 * 86_400_000))
    .execute();

/** What was mailed to somebody lately, for them; and its end. */
export const mailsOf = (db: Db, reader: string) =>
  db
    .selectFrom('platform_mail')
    .select(['kind', 'recipient', 'state', 'created_at', 'ended_at'])
    .where('reader', '=', reader)
    .orderBy('created_at')
    .execute();
export const forgetMailsOf = (tx: Db, reader: string) =>
  sql`delete from platform_mail where reader = ${reader}
    or recipient in (select m.recipient from platform_mail m where m.reader = ${reader})`.execute(tx);
