// Files that go along with requests: hung on the ask or on words, read by whoever reads those. The files themselves: server/attachments.
import { sql } from 'kysely';
import type { AttachmentRef } from '../../contract/attachments.ts';
import { attach, attachmentsHeldBy, type Reader } from '../attachments/attachments.ts';
import type { Db } from '../platform/db.ts';
import type { Outcome } from '../platform/outcome.ts';
import { noteTeamsOf } from './access.ts';
import type { Acting } from './act.ts';
import { visibleTo } from './sight.queries.ts';

/** What of a request files hang on: the ask itself or an answer in its form (the holder is the request), or a message or note. */
export type HolderKind = 'ask' | 'answer' | 'message';

/** Hangs the actor's own new files on words that are being written. Refuses `unknownFile`. */
export const attachTo = (
  { tx, who, id, now }: Acting,
  kind: HolderKind,
  holder: string,
  ids: readonly string[] = [],
): Promise<Outcome<AttachmentRef[]>> =>
  attach(tx, { who, ids, subject: { kind: 'request', id }, holder: { kind, id: holder }, now });

/** Names of the files of an ask and its answers, as it is found by them. */
export async function namesOfAsk(tx: Db, request: string): Promise<string> {
  const files = await attachmentsHeldBy(tx, [request]);
  return namesIn(files.get(request) ?? []);
}

/** A text to be found by; an extension is a word of its own. */
export const namesIn = (files: readonly AttachmentRef[]): string => files.map(({ name }) => name).join('\n');

/** Whoever sees the request reads its files; those of a note only whoever reads that note. */
export const mayReadAttachment: Reader = async (db, who, { subject, holder }) => {
  const found = await db
    .selectFrom('requests_request as r')
    .leftJoin('requests_message as m', (join) =>
      join.onRef('m.request_id', '=', 'r.id').on('m.id', '=', holder.kind === 'message' ? holder.id : null),
    )
    .select(['r.requester_id', 'm.note_team_id', sql<boolean>`m.id is not null`.as('said')])
    .where('r.id', '=', subject.id)
    .where(visibleTo(who))
    .executeTakeFirst();
  if (!found) return false;
  if (holder.kind === 'ask' || holder.kind === 'answer') return holder.id === subject.id;
  if (!found.said) return false;
  const teams = noteTeamsOf(who, { requester: found.requester_id });
  return found.note_team_id === null || teams.includes(found.note_team_id);
};
