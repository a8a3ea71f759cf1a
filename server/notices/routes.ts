// Implements contract/notices.ts. A notice about something that its reader may no longer see is neither listed nor counted.
import { z } from 'zod';
import { noticesApi, type Notice } from '../../contract/notices.ts';
import { personRefs } from '../directory/directory.ts';
import { announce } from '../platform/changes.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import type { Db } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import { isRefused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import type { Subjects } from './notices.ts';
import { markRead, pageNotices, unreadSubjects, type NoticeRow, type NoticesKey } from './queries.ts';

const mostCounted = 100;
const noticesKey = z.tuple([z.iso.datetime(), z.uuid()]);

export const noticesRoutes = ({ subjects }: { subjects: Subjects }): Served =>
  serve(noticesApi, {
    listNotices: async ({ tx, who, query }) => {
      const key = keyIn<NoticesKey>(query.cursor, noticesKey);
      if (isRefused(key)) return key;
      const found = await visiblePage(tx, who, subjects, query.unread === 'true', key, query.limit);
      return { ...found, unread: await countUnread(tx, who, subjects) };
    },
    readNotices: async ({ tx, who, body, now }) => {
      const { all, ...which } = body;
      const changed = await markRead(tx, who.id, all ? {} : which, now);
      if (changed > 0) await announce(tx, { subject: 'notice', id: who.id, kind: 'read', to: who.id });
      return { unread: await countUnread(tx, who, subjects) };
    },
  });

type Seen = ReadonlyMap<string, { title: string; path: string }>;

/** The next page that has something to show; pages of nothing but lost sights are passed over. */
async function visiblePage(
  db: Db,
  who: Who,
  subjects: Subjects,
  unread: boolean,
  key: NoticesKey | null,
  limit: number,
) {
  for (let after = key; ;) {
    const rows = await pageNotices(db, who.id, unread, after, limit + 1);
    const { items, next } = paged(rows, limit, keyOf);
    const seen = await visible(db, who, subjects, items);
    const shown = items.filter((row) => seen.has(sight(row)));
    const last = items.at(-1);
    if (shown.length > 0 || next === null || !last) return { items: await noticesOf(db, shown, seen), next };
    after = keyOf(last);
  }
}

const keyOf = (row: NoticeRow): NoticesKey => [row.created_at.toISOString(), row.id];
const sight = ({ subject, subject_id }: { subject: string; subject_id: string }) => `${subject} ${subject_id}`;

/** What the reader may see of these now, by subject and id. A subject that nobody answers for is not seen. */
async function visible(
  db: Db,
  who: Who,
  subjects: Subjects,
  rows: ReadonlyArray<{ subject: string; subject_id: string }>,
): Promise<Seen> {
  const seen = new Map<string, { title: string; path: string }>();
  for (const [subject, resolve] of Object.entries(subjects)) {
    const ids = new Set(rows.filter((row) => row.subject === subject).map((row) => row.subject_id));
    if (ids.size === 0) continue;
    for (const [id, found] of await resolve(db, who, [...ids])) seen.set(sight({ subject, subject_id: id }), found);
  }
  return seen;
}

async function countUnread(db: Db, who: Who, subjects: Subjects): Promise<number> {
  const rows = await unreadSubjects(db, who.id, 2 * mostCounted);
  const seen = await visible(db, who, subjects, rows);
  return Math.min(mostCounted, rows.filter((row) => seen.has(sight(row))).length);
}

async function noticesOf(db: Db, rows: readonly NoticeRow[], seen: Seen): Promise<Notice[]> {
  const actors = await personRefs(
    db,
    rows.flatMap((row) => row.actor_id ?? []),
  );
  return rows.flatMap((row) => {
    const found = seen.get(sight(row));
    if (!found) return [];
    return {
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      subjectId: row.subject_id,
      title: found.title,
      path: found.path,
      actor: (row.actor_id && actors.get(row.actor_id)) || null,
      params: row.params,
      at: row.created_at.toISOString(),
      read: row.read_at !== null,
    };
  });
}
