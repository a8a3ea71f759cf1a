// Pictures and files in articles. They hang on the article; who reads which of them is decided here. The files themselves: server/attachments.
import { sql } from 'kysely';
import type { AttachmentRef } from '../../contract/attachments.ts';
import { attach, copyAttachments, type Reader } from '../attachments/attachments.ts';
import type { Db } from '../platform/db.ts';
import type { Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { visibleTo } from './queries.ts';

const on = (id: string) => ({ subject: { kind: 'article', id }, holder: { kind: 'article', id } });

type Acting = { tx: Db; who: Who; id: string; now: Date };

/** Hangs the writer's own new files on an article. Refuses `unknownFile`. */
export const attachTo = (
  { tx, who, id, now }: Acting,
  ids: readonly string[] = [],
): Promise<Outcome<AttachmentRef[]>> => attach(tx, { who, ids, now, ...on(id) });

/** The files of an answer, once more as those of an article. */
export const copiesOf = (tx: Db, answer: string, id: string, now: Date): Promise<AttachmentRef[]> =>
  copyAttachments(tx, answer, on(id), now);

/**
 * Whoever reads the article reads the files that its words show now. Those that only an older version shows are the team's, as that
 * version is.
 */
export const mayReadArticleFile: Reader = async (db, who, { subject, file }) => {
  const found = await sql<{ shown: boolean }>`
    select strpos(lower(a.body), ${`/api/attachments/${file.toLowerCase()}`}) > 0
      or a.team_id = any(${who.teams.map(({ id }) => id)}::uuid[]) as shown
    from knowledge_article a where a.id = ${subject.id} and ${visibleTo(who)}`.execute(db);
  return found.rows[0]?.shown ?? false;
};
