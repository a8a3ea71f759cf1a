// All SQL of notices: rows in, rows out. What a reader may still see is decided by whoever owns the subject.
import { sql } from 'kysely';
import type { NoticeKind, NoticeParams } from '../../contract/notices.ts';
import { newId, type Db } from '../platform/db.ts';
import './tables.ts';

export type NoticeRow = {
  id: string;
  kind: NoticeKind;
  subject: string;
  subject_id: string;
  actor_id: string | null;
  params: NoticeParams;
  created_at: Date;
  read_at: Date | null;
};

export type NoticesKey = [at: string, id: string];

export function pageNotices(
  db: Db,
  person: string,
  unread: boolean,
  after: NoticesKey | null,
  limit: number,
): Promise<NoticeRow[]> {
  let query = db
    .selectFrom('notices_notice')
    .select(['id', 'kind', 'subject', 'subject_id', 'actor_id', 'params', 'created_at', 'read_at'])
    .where('person_id', '=', person);
  if (unread) query = query.where('read_at', 'is', null);
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** What the newest unread notices are about, one row for each notice. */
export const unreadSubjects = (db: Db, person: string, limit: number) =>
  db
    .selectFrom('notices_notice')
    .select(['subject', 'subject_id'])
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export type NewNotice = {
  to: string;
  kind: NoticeKind;
  subject: string;
  subjectId: string;
  actor: string | null;
  params: NoticeParams;
  dedupe: string;
};

/** Writes those that were not told before: their ids and whom they are for. */
export const insertNotices = (tx: Db, notices: readonly NewNotice[], now: Date) =>
  tx
    .insertInto('notices_notice')
    .values(
      notices.map((notice) => ({
        id: newId(),
        person_id: notice.to,
        kind: notice.kind,
        subject: notice.subject,
        subject_id: notice.subjectId,
        actor_id: notice.actor,
        params: JSON.stringify(notice.params),
        dedupe: notice.dedupe,
        created_at: now,
        read_at: null,
        mail_id: null,
        // Nobody taps on a browser that there is not.
        push_at: sql<Date | null>`case when exists (select from notices_browser b where b.person_id = ${notice.to}) then ${now}::timestamptz end`,
      })),
    )
    .onConflict((same) => same.constraint('notices_notice_once').doNothing())
    .returning([
      'id',
      'person_id',
      'subject',
      'subject_id',
      'push_at',
      sql<boolean>`coalesce((select demo from directory_company), false)`.as('demo'),
    ])
    .execute();

/** How many became read. */
export async function markRead(
  tx: Db,
  person: string,
  which: { ids?: readonly string[] | undefined; about?: string | undefined },
  now: Date,
): Promise<number> {
  let query = tx
    .updateTable('notices_notice')
    .set({ read_at: now })
    .where('person_id', '=', person)
    .where('read_at', 'is', null);
  if (which.ids) query = query.where('id', '=', sql<string>`any(${[...which.ids]}::uuid[])`);
  if (which.about) query = query.where('subject_id', '=', which.about);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

export const markAllReadBefore = (tx: Db, before: Date, now: Date) =>
  tx
    .updateTable('notices_notice')
    .set({ read_at: now })
    .where('read_at', 'is', null)
    .where('created_at', '<', before)
    .execute();
