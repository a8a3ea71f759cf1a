// Implements contract/notices.ts. A notice about something that its reader may no longer see is neither listed nor counted.
import { z } from 'zod';
import { noticesApi, type Notice } from '../../contract/notices.ts';
import { personRefs } from '../directory/directory.ts';
import { announce } from '../platform/changes.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import { transact, type Db } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import { isRefused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import type { Subjects } from './notices.ts';
import { sight, visible, type Seen } from './sight.ts';
import * as choices from './choices.ts';
import type { ChoiceParts } from './choices.ts';
import { markRead, pageNotices, unreadSubjects, type NoticeRow, type NoticesKey } from './queries.ts';

const mostCounted = 100;
const noticesKey = z.tuple([z.iso.datetime(), z.uuid()]);

export const noticesRoutes = ({ subjects, ...choosing }: { subjects: Subjects } & ChoiceParts): Served =>
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
    getNoticeSettings: ({ tx, who }) => choices.readSettings(choosing, tx, who.id),
    saveNoticeSettings: ({ tx, who, body, expected }) => choices.changeSettings(choosing, tx, who.id, body, expected),
    subscribePush: ({ tx, who, body, request, now }) =>
      choices.addBrowser(tx, who.id, body, request.headers['user-agent'], now),
    unsubscribePush: ({ tx, who, params }) => choices.dropBrowser(tx, who.id, params.id),
    readMailChoice: ({ tx, params, now }) => choices.readChoice(choosing, tx, params.token, now),
    chooseMail: ({ tx, params, body, now }) =>
      transact(tx, (inside) => choices.chooseByLink(choosing, inside, params.token, body.mail, now)),
  });

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
