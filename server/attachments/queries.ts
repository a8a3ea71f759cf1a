// All SQL of files: their rows, their bytes when the database keeps them, and bytes that belong to no file.
import { sql, type Selectable } from 'kysely';
import type { AttachmentRef } from '../../contract/attachments.ts';
import { newId, type Db } from '../platform/db.ts';
import type { StoreName } from './store.ts';
import type { FileTable } from './tables.ts';

export type FileRecord = Selectable<FileTable>;

/** Of one piece, in bytes. */
export const chunkSize = 256 * 1024;

export const insertChunk = (db: Db, blob: string, n: number, bytes: Buffer) =>
  db.insertInto('attachments_chunk').values({ blob, n, bytes }).execute();

export const readChunk = async (db: Db, blob: string, n: number): Promise<Buffer | undefined> =>
  (
    await db
      .selectFrom('attachments_chunk')
      .select('bytes')
      .where('blob', '=', blob)
      .where('n', '=', n)
      .executeTakeFirst()
  )?.bytes;

export const deleteChunks = async (db: Db, blob: string): Promise<void> =>
  void (await db.deleteFrom('attachments_chunk').where('blob', '=', blob).execute());

/** Announces bytes before the first of them is kept, so that they are found and removed whatever happens. */
export const insertLoose = (db: Db, loose: { blob: string; store: StoreName; person_id: string | null; since: Date }) =>
  db.insertInto('attachments_loose').values(loose).execute();

export const deleteLoose = (db: Db, blob: string) =>
  db.deleteFrom('attachments_loose').where('blob', '=', blob).execute();

/** Loose bytes from before an instant, the oldest first. */
export const looseBefore = (db: Db, instant: Date, limit: number) =>
  db.selectFrom('attachments_loose').selectAll().where('since', '<', instant).orderBy('since').limit(limit).execute();

/** How much a person has sent up that goes with nothing yet, and how many uploads are under way. */
export async function waitingOf(db: Db, person: string): Promise<{ files: number; underWay: number; bytes: number }> {
  const found = await sql<{ files: number; underWay: number; bytes: number }>`
    select count(*)::int as files, (select count(*)::int from attachments_loose where person_id = ${person}) as "underWay",
      coalesce(sum(size), 0)::bigint as bytes
    from attachments_file where uploader_id = ${person} and holder_id is null`.execute(db);
  return found.rows[0] ?? { files: 0, underWay: 0, bytes: 0 };
}

/** Those of one person who send at the same moment take turns until the transaction ends. */
export const takeTurns = (tx: Db, person: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('attachments ' || ${person}, 0))`.execute(tx);

export const insertFile = (tx: Db, file: Omit<FileRecord, HeldColumn>) =>
  tx
    .insertInto('attachments_file')
    .values({ ...file, ...unheld })
    .execute();

type HeldColumn = 'subject_kind' | 'subject_id' | 'holder_kind' | 'holder_id' | 'place' | 'attached_at';
const unheld = {
  subject_kind: null,
  subject_id: null,
  holder_kind: null,
  holder_id: null,
  place: null,
  attached_at: null,
};

export const findFile = (db: Db, id: string): Promise<FileRecord | undefined> =>
  db.selectFrom('attachments_file').selectAll().where('id', '=', id).executeTakeFirst();

export const findByKey = (db: Db, uploader: string, key: string): Promise<FileRecord | undefined> =>
  db
    .selectFrom('attachments_file')
    .selectAll()
    .where('uploader_id', '=', uploader)
    .where('upload_key', '=', key)
    .executeTakeFirst();

/** What a file hangs on: `subject` decides who may see it at all, `holder` is the very words, in which it has its place. */
export type Held = { subject: { kind: string; id: string }; holder: { kind: string; id: string } };

const heldColumns = ({ subject, holder }: Held, at: Date) => ({
  subject_kind: subject.kind,
  subject_id: subject.id,
  holder_kind: holder.kind,
  holder_id: holder.id,
  attached_at: at,
});

/** Attaches unattached files of one person; answers those that were. */
export const holdFiles = (tx: Db, uploader: string, ids: readonly string[], held: Held, at: Date) =>
  tx
    .updateTable('attachments_file')
    .set({ ...heldColumns(held, at), place: sql<number>`array_position(${ids}::uuid[], id)` })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('uploader_id', '=', uploader)
    .where('holder_id', 'is', null)
    .returningAll()
    .execute();

/** The same bytes once more, held by something else. */
export async function copyFiles(tx: Db, files: readonly FileRecord[], held: Held, at: Date): Promise<FileRecord[]> {
  if (files.length === 0) return [];
  const copies = files.map((file) => ({ ...file, id: newId(), upload_key: null, ...heldColumns(held, at) }));
  await tx.insertInto('attachments_file').values(copies).execute();
  return copies;
}

const inPlace = (db: Db) =>
  db.selectFrom('attachments_file').selectAll().orderBy('holder_id').orderBy('place').orderBy('id');

export const filesHeldBy = (db: Db, holders: readonly string[]): Promise<FileRecord[]> =>
  inPlace(db)
    .where('holder_id', '=', sql<string>`any(${holders}::uuid[])`)
    .execute();

export const filesOf = (db: Db, subjectKind: string, subjects: readonly string[]): Promise<FileRecord[]> =>
  inPlace(db)
    .where('subject_id', '=', sql<string>`any(${subjects}::uuid[])`)
    .where('subject_kind', '=', subjectKind)
    .execute();

/** Files of one holder as JSON in the shape of the contract, for statements that load everything at once. */
export const heldAsJson = (holder: { kind: string; id: string }) => sql<AttachmentRef[]>`(
  select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'mediaType', f.media_type,
    'width', f.width, 'height', f.height, 'image', f.image) order by f.place, f.id), '[]')
  from attachments_file f where f.holder_id = ${sql.ref(holder.id)} and f.holder_kind = ${holder.kind})`;

/** Removes rows; bytes that nothing else uses become loose, in the same statement. */
const removeWhere = (tx: Db, now: Date, which: ReturnType<typeof sql>) =>
  sql`
    with gone as (delete from attachments_file where ${which} returning id, blob, store)
    insert into attachments_loose (blob, store, person_id, since)
    select distinct blob, store, null::uuid, ${now}::timestamptz from gone
    where not exists (select from attachments_file f where f.blob = gone.blob and f.id not in (select id from gone))
    on conflict do nothing`.execute(tx);

export const removeUnattached = (tx: Db, id: string, now: Date) =>
  removeWhere(tx, now, sql`id = ${id} and holder_id is null`);

export const removeForgotten = (tx: Db, before: Date, now: Date) =>
  removeWhere(tx, now, sql`holder_id is null and created_at < ${before}`);

export const removeOf = (tx: Db, subjectKind: string, subjects: readonly string[], now: Date) =>
  removeWhere(tx, now, sql`subject_kind = ${subjectKind} and subject_id = any(${subjects}::uuid[])`);

/** All files of one person but those in articles: these are their team's, as the words around them are. */
export const removeSentBy = (tx: Db, person: string, now: Date) =>
  removeWhere(tx, now, sql`uploader_id = ${person} and subject_kind is distinct from 'article'`);
