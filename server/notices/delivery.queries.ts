// SQL of what is to leave the house: notices without a mail yet, what each person chose, and their browsers.
import { sql } from 'kysely';
import type { NoticeSettingsChange } from '../../contract/notices.ts';
import { newId, type Db } from '../platform/db.ts';
import type { NoticeRow } from './queries.ts';
import './tables.ts';

const most = 200;

/** Unread notices since then that no other mail has told of, the oldest first. */
export function untold(
  tx: Db,
  of: { person: string; since: Date; mail: string; about?: { subject: string; subjectId: string } },
): Promise<NoticeRow[]> {
  let query = tx
    .selectFrom('notices_notice')
    .select(['id', 'kind', 'subject', 'subject_id', 'actor_id', 'params', 'created_at', 'read_at'])
    .where('person_id', '=', of.person)
    .where('read_at', 'is', null)
    .where('created_at', '>=', of.since)
    .where((where) => where.or([where('mail_id', 'is', null), where('mail_id', '=', of.mail)]));
  if (of.about) query = query.where('subject', '=', of.about.subject).where('subject_id', '=', of.about.subjectId);
  return query.orderBy('created_at').orderBy('id').limit(most).execute();
}

export const markTold = (tx: Db, ids: readonly string[], mail: string) =>
  tx
    .updateTable('notices_notice')
    .set({ mail_id: mail })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();

export const findSettings = (db: Db, person: string) =>
  db.selectFrom('notices_settings').selectAll().where('person_id', '=', person).executeTakeFirst();

/** The version that everybody has who has saved nothing yet. */
const first = 1;

/** False when the settings are no longer of that version. */
export async function saveSettings(tx: Db, person: string, change: NoticeSettingsChange, version: number) {
  const set = {
    mail: JSON.stringify(change.mail),
    push: JSON.stringify(change.push),
    digest_minutes: change.digestMinutes,
    version: version + 1,
  };
  if (version === first) {
    const added = await tx
      .insertInto('notices_settings')
      .values({ person_id: person, ...set })
      .onConflict((same) => same.column('person_id').doNothing())
      .executeTakeFirst();
    if (Number(added.numInsertedOrUpdatedRows) > 0) return true;
  }
  const saved = await tx
    .updateTable('notices_settings')
    .set(set)
    .where('person_id', '=', person)
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(saved.numUpdatedRows) > 0;
}

export const browsersOf = (db: Db, person: string) =>
  db.selectFrom('notices_browser').selectAll().where('person_id', '=', person).orderBy('id').execute();
export type BrowserRow = Awaited<ReturnType<typeof browsersOf>>[number];

/** A browser belongs to whoever subscribed it last. */
export const saveBrowser = (
  tx: Db,
  person: string,
  browser: { endpoint: string; p256dh: string; auth: string; agent: string | null },
  now: Date,
): Promise<BrowserRow> =>
  tx
    .insertInto('notices_browser')
    .values({ id: newId(), person_id: person, ...browser, created_at: now })
    .onConflict((same) =>
      same.column('endpoint').doUpdateSet({ person_id: person, p256dh: browser.p256dh, auth: browser.auth }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();

export const removeBrowser = async (tx: Db, person: string, id: string): Promise<boolean> =>
  (await tx.deleteFrom('notices_browser').where('person_id', '=', person).where('id', '=', id).executeTakeFirst())
    .numDeletedRows > 0;

export const removeBrowsers = (tx: Db, ids: readonly string[]) =>
  tx
    .deleteFrom('notices_browser')
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();

/** Somebody with a push that is due, and all their due ones, locked. */
export async function lockPushes(tx: Db, now: Date): Promise<{ person: string; rows: NoticeRow[] } | undefined> {
  const one = await tx
    .selectFrom('notices_notice')
    .select('person_id')
    .where('push_at', '<=', now)
    .orderBy('push_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!one) return undefined;
  const rows = await tx
    .selectFrom('notices_notice')
    .select(['id', 'kind', 'subject', 'subject_id', 'actor_id', 'params', 'created_at', 'read_at'])
    .where('person_id', '=', one.person_id)
    .where('push_at', '<=', now)
    .orderBy('created_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  return { person: one.person_id, rows };
}

/** When these are to be tapped about; null: done, or not needed. */
export const setPush = (tx: Db, ids: readonly string[], at: Date | null) =>
  tx
    .updateTable('notices_notice')
    .set({ push_at: at })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
