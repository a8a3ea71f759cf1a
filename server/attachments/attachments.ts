// Front door of files: keep what comes, attach it to words, tell what hangs on what. Who may read follows the subject; see routes.ts.
import type { AttachmentRef } from '../../contract/attachments.ts';
import type { Db } from '../platform/db.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { refOf } from './keeping.ts';
import { copyFiles, filesHeldBy, filesOf, holdFiles, removeOf, type Held } from './queries.ts';

export { keepFile, type Sending } from './keeping.ts';
export { heldAsJson } from './queries.ts';
export { openStores, type S3Settings, type Stores } from './store.ts';
export { tidyFiles } from './jobs.ts';
export { attachmentsPersonal } from './personal.ts';

/**
 * Whether `who` may read what hangs on a subject of this kind; `held` tells on which one, on which words of it, and which file it is.
 * Each capability that attaches registers its own in app.ts.
 */
export type Reader = (db: Db, who: Who, held: Held & { file: string }) => Promise<boolean>;

/**
 * Hangs files on words, in the transaction that writes the words: only the actor's own, and each only once.
 * The answer is in the order of `ids`. Refuses `unknownFile`.
 */
export async function attach(
  tx: Db,
  { who, ids, now, ...held }: Held & { who: Who; ids: readonly string[]; now: Date },
): Promise<Outcome<AttachmentRef[]>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const files = await holdFiles(tx, who.id, wanted, held, now);
  if (files.length < wanted.length) return refused('unknownFile', { field: 'attachments' });
  return files.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).map(refOf);
}

/** What hangs on these words, by holder, in order. One query. */
export async function attachmentsHeldBy(
  db: Db,
  holders: readonly string[],
): Promise<ReadonlyMap<string, AttachmentRef[]>> {
  const found = new Map<string, AttachmentRef[]>();
  if (holders.length === 0) return found;
  for (const file of await filesHeldBy(db, holders)) {
    const holder = file.holder_id ?? '';
    found.set(holder, [...(found.get(holder) ?? []), refOf(file)]);
  }
  return found;
}

/** Everything that hangs on these subjects, whoever may read it: ask `held` before showing any. For exports, erasure and the like. */
export async function attachmentsOf(db: Db, subjectKind: string, subjects: readonly string[]) {
  const files = await filesOf(db, subjectKind, subjects);
  return files.map((file) => ({
    ...refOf(file),
    uploader: file.uploader_id,
    held: {
      subject: { kind: file.subject_kind ?? '', id: file.subject_id ?? '' },
      holder: { kind: file.holder_kind ?? '', id: file.holder_id ?? '' },
    },
  }));
}

/** Hangs the files of some words on other words, too, without another copy of their bytes: for splitting and merging. The new ones, in order. */
export async function copyAttachments(tx: Db, fromHolder: string, to: Held, now: Date): Promise<AttachmentRef[]> {
  const copies = await copyFiles(tx, await filesHeldBy(tx, [fromHolder]), to, now);
  return copies.map(refOf);
}

/** Removes all files of subjects that are erased; the bytes go soon after, with a job. */
export async function removeAttachmentsOf(
  tx: Db,
  subjectKind: string,
  subjects: readonly string[],
  now: Date,
): Promise<void> {
  await removeOf(tx, subjectKind, subjects, now);
}
