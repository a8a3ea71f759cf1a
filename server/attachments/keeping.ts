// Keeping what comes: piece by piece, cleaned on the way, whole or not at all. Where the bytes lie: store.ts.
import { createHash } from 'node:crypto';
import { largestFile, mostFiles, type AttachmentRef } from '../../contract/attachments.ts';
import { newId, transact, type Db } from '../platform/db.ts';
import { violated } from '../platform/faults.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { cleanJpeg } from '../platform/jpeg.ts';
import { labelOf, safeName } from './names.rules.ts';
import { headSize, sniff, type Sniffed } from './pictures.rules.ts';
import { deleteLoose, findByKey, insertFile, insertLoose, takeTurns, waitingOf, type FileRecord } from './queries.ts';
import type { Bytes, Stores } from './store.ts';

/** What one person may have waiting that goes with nothing yet. */
export const quota = { files: 2 * mostFiles, bytes: 500 * 1024 * 1024 } as const;

export type Sending = {
  uploader: string;
  /** Idempotency-Key: the same bytes under the same key are the same file. */
  key?: string | undefined;
  name: string;
  /** What the sender says it is. */
  type: string | undefined;
  bytes: Bytes;
};

export const refOf = (file: FileRecord): AttachmentRef => ({
  id: file.id,
  name: file.name,
  size: file.size,
  mediaType: file.media_type,
  width: file.width,
  height: file.height,
  image: file.image,
});

/**
 * Keeps a file, unattached, its uploader's alone for a day. Reads `bytes` piece by piece, holds no transaction meanwhile, and leaves
 * nothing when they break off: then it throws what they threw.
 * Refuses `fileTooLarge`, `emptyFile`, `tooManyFiles`, `keyReused`.
 */
export async function keepFile(db: Db, stores: Stores, sending: Sending, now: Date): Promise<Outcome<AttachmentRef>> {
  const { uploader, key } = sending;
  const earlier = key === undefined ? undefined : await findByKey(db, uploader, key);
  if (earlier) return sameAs(earlier, await hashOf(sending.bytes));
  const waiting = await waitingOf(db, uploader);
  if (waiting.files + waiting.underWay >= quota.files || waiting.bytes >= quota.bytes) return refused('tooManyFiles');

  const blob = newId();
  const store = stores.fresh;
  await insertLoose(db, { blob, store, person_id: uploader, since: now });
  try {
    const reading = read(sending.bytes);
    await stores.of(store).put(blob, reading.kept);
    const facts = reading.facts();
    const made =
      facts.size === 0
        ? refused('emptyFile', { field: 'file' })
        : await enter(db, { ...sending, ...facts, store, blob }, now);
    if ('blob' in made && made.blob === blob) return refOf(made);
    await forget(db, stores, blob);
    return isRefused(made) ? made : sameAs(made, facts.sent_hash);
  } catch (error) {
    await forget(db, stores, blob);
    if (error instanceof TooLarge) return refused('fileTooLarge', { field: 'file' });
    throw error;
  }
}

type Facts = { size: number; hash: Buffer; sent_hash: Buffer; sniffed: Sniffed | null };
type Entering = Sending & Facts & { store: FileRecord['store']; blob: string };

/** The row of a file whose bytes are all there; the one of a twin that came first under the same key. */
async function enter(db: Db, entering: Entering, now: Date): Promise<Outcome<FileRecord>> {
  const { uploader, key, name, type, sniffed, bytes: _, ...facts } = entering;
  const file = {
    ...facts,
    id: newId(),
    uploader_id: uploader,
    upload_key: key ?? null,
    name: safeName(name),
    media_type: labelOf(type, sniffed?.type ?? null),
    sniffed: sniffed?.type ?? null,
    image: sniffed?.image ?? false,
    width: sniffed?.width ?? null,
    height: sniffed?.height ?? null,
    created_at: now,
  };
  const none = {
    subject_kind: null,
    subject_id: null,
    holder_kind: null,
    holder_id: null,
    place: null,
    attached_at: null,
  };
  try {
    // The sample company is made in one transaction, files and all.
    const within = (work: (tx: Db) => Promise<Outcome<FileRecord>>) =>
      db.isTransaction ? work(db) : transact(db, work);
    return await within(async (tx) => {
      await takeTurns(tx, uploader);
      const waiting = await waitingOf(tx, uploader);
      if (waiting.files >= quota.files || waiting.bytes + file.size > quota.bytes) return refused('tooManyFiles');
      await deleteLoose(tx, facts.blob);
      await insertFile(tx, file);
      return { ...file, ...none };
    });
  } catch (error) {
    const twin =
      violated(error) === 'attachments_file_once' && key !== undefined && (await findByKey(db, uploader, key));
    if (twin) return twin;
    throw error;
  }
}

const sameAs = (file: FileRecord, hash: Buffer): Outcome<AttachmentRef> =>
  file.sent_hash.equals(hash) ? refOf(file) : refused('keyReused');

async function forget(db: Db, stores: Stores, blob: string): Promise<void> {
  await stores.of(stores.fresh).remove(blob);
  await deleteLoose(db, blob);
}

class TooLarge extends Error {}

async function hashOf(bytes: Bytes): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of limited(bytes)) hash.update(piece);
  return hash.digest();
}

async function* limited(bytes: Bytes): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > largestFile) throw new TooLarge();
    yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  }
}

/** What is to be kept of what comes, and, once that is through, what it was. */
function read(bytes: Bytes): { kept: Bytes; facts: () => Facts } {
  const sent = createHash('sha256');
  const hash = createHash('sha256');
  const jpeg = cleanJpeg();
  let size = 0;
  let sniffed: Sniffed | null = null;
  const keep = (piece: Buffer) => {
    hash.update(piece);
    size += piece.length;
    return piece;
  };
  async function* kept() {
    let head: Buffer | null = Buffer.alloc(0);
    const through = (piece: Buffer) => keep(sniffed?.type === 'image/jpeg' ? jpeg.push(piece) : piece);
    for await (const piece of limited(bytes)) {
      sent.update(piece);
      if (head === null) yield through(piece);
      else {
        head = Buffer.concat([head, piece]);
        if (head.length < headSize) continue;
        sniffed = sniff(head);
        yield through(head);
        head = null;
      }
    }
    if (head) {
      sniffed = sniff(head);
      yield through(head);
    }
    if (sniffed?.type === 'image/jpeg') yield keep(jpeg.end());
  }
  const facts = (): Facts => {
    const told = sniffed?.type === 'image/jpeg' ? { ...sniffed, ...jpeg.size() } : sniffed;
    return { size, hash: hash.digest(), sent_hash: sent.digest(), sniffed: told };
  };
  return { kept: kept(), facts };
}
