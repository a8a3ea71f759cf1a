// Where bytes lie: rows of the database, or an S3-compatible store. Three functions each; what goes in comes out, byte for byte.
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { S3mini } from 's3mini';
import type { Db } from '../platform/db.ts';
import { chunkSize, deleteChunks, insertChunk, readChunk } from './queries.ts';

export type StoreName = 'database' | 's3';
export type Bytes = AsyncIterable<Uint8Array>;
/** From the first byte to the last, both included. */
export type Span = { from: number; to: number };

export type Store = {
  /** Keeps what comes. What it threw on may be there in part: remove it. */
  put: (blob: string, bytes: Bytes) => Promise<void>;
  get: (blob: string, span: Span) => Bytes;
  /** Twice is as good as once. */
  remove: (blob: string) => Promise<void>;
};

export type Stores = {
  /** Where new files go; older ones stay where they are. */
  fresh: StoreName;
  of: (name: StoreName) => Store;
};

/** An S3-compatible store; `bucketUrl` is path-style: https://host/bucket. */
export type S3Settings = { bucketUrl: string; region: string; accessKeyId: string; secretAccessKey: string };

/** Both stores; without settings there is only the database. */
export function openStores(db: Db, s3: S3Settings | undefined): Stores {
  const stores: Record<StoreName, Store | undefined> = {
    database: databaseStore(db),
    s3: s3 && s3Store(s3),
  };
  const of = (name: StoreName): Store => {
    const store = stores[name];
    if (!store) throw new Error('A file lies in the S3-compatible store, and FILES_URL is not set.');
    return store;
  };
  return { fresh: s3 ? 's3' : 'database', of };
}

/** Each piece is a statement of its own: a slow sender or reader holds neither a transaction nor a connection. */
export const databaseStore = (db: Db): Store => ({
  put: async (blob, bytes) => {
    let n = 0;
    for await (const piece of inPieces(bytes, chunkSize)) await insertChunk(db, blob, n++, piece);
  },
  async *get(blob, { from, to }) {
    for (let at = from; at <= to;) {
      const n = Math.floor(at / chunkSize);
      const start = at - n * chunkSize;
      const piece = await readChunk(db, blob, n);
      if (!piece || piece.length <= start) throw new Error(`Bytes of a file are missing: ${blob} ${n}`);
      const shown = piece.subarray(start, Math.min(piece.length, to - n * chunkSize + 1));
      yield shown;
      at += shown.length;
    }
  },
  remove: (blob) => deleteChunks(db, blob),
});

/** S3 wants to know the length before the first byte, so a file waits on the disk until it is whole. */
export function s3Store(settings: S3Settings): Store {
  const { bucketUrl: endpoint, ...rest } = settings;
  const s3 = new S3mini({ endpoint, ...rest });
  const key = (blob: string) => `files/${blob}`;
  return {
    put: async (blob, bytes) => {
      const folder = await mkdtemp(join(tmpdir(), 'goodturn-'));
      try {
        const path = join(folder, blob);
        await pipeline(Readable.from(bytes), createWriteStream(path, { mode: 0o600 }));
        const body = await openAsBlob(path);
        const kept = await s3.putObject(key(blob), body, undefined, undefined, undefined, body.size);
        await kept.body?.cancel();
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async *get(blob, { from, to }) {
      if (to < from) return;
      const found = await s3.getObjectRaw(key(blob), false, from, to + 1);
      if (!found.body) throw new Error(`Bytes of a file are missing: ${blob}`);
      yield* found.body as unknown as Bytes;
    },
    remove: async (blob) => void (await s3.deleteObject(key(blob))),
  };
}

/** The same bytes in pieces of one size, but for the last. */
async function* inPieces(bytes: Bytes, size: number): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    held.push(piece);
    length += piece.length;
    while (length >= size) {
      const whole = Buffer.concat(held);
      yield whole.subarray(0, size);
      held = [whole.subarray(size)];
      length -= size;
    }
  }
  if (length > 0) yield Buffer.concat(held);
}
