// The file of a backup, as bytes. It is one line of plain text, then one zstd stream, then a line with the SHA-256 of all before it:
//   goodturn backup 1 / <zstd: text> / sha256 <hex>
// The text inside can be read by eye and by psql: a line of JSON that tells whence it is, then for each table a line
// `table <name>`, its rows as COPY writes them, and `\.`; then `orders` (jobs that were waiting, a line of JSON each) and `\.`;
// then a line of JSON with the count and checksum of each table.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { CannotStart } from '../config.ts';

const mark = 'goodturn backup ';
const version = 1;
const firstLine = `${mark}${version}\n`;
const lastLine = (hash: string) => `\nsha256 ${hash}\n`;
const lastLength = lastLine('0'.repeat(64)).length;

/** Writes the text into `path`, which is there whole, on the disk, or not at all. Answers with its size in bytes. */
export async function writeBackup(path: string, text: AsyncIterable<string | Buffer>): Promise<number> {
  const half = `${path}.part`;
  const hash = createHash('sha256');
  const sealed = async function* (packed: AsyncIterable<Buffer>) {
    hash.update(firstLine);
    yield Buffer.from(firstLine);
    for await (const part of packed) {
      hash.update(part);
      yield part;
    }
    yield Buffer.from(lastLine(hash.digest('hex')));
  };
  const file = await open(half, 'w', 0o600);
  try {
    await pipeline(Readable.from(text), createZstdCompress(), sealed, file.createWriteStream({ flush: true }));
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  await rename(half, path);
  // The name is on the disk only when its folder is.
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
  return (await stat(path)).size;
}

/** Reads the whole file once. @throws CannotStart with a sentence when it is none of ours, of a newer kind, cut or changed. */
export async function checkBackup(path: string): Promise<void> {
  const size = await sizeOf(path);
  const first = await piece(path, 0, Math.min(size, 64));
  if (!first.startsWith(mark)) throw new CannotStart(`${path} is no backup of Goodturn.`);
  if (!first.startsWith(firstLine))
    throw new CannotStart(`${path} was written by another version of Goodturn; restore it with that one.`);
  const spoilt = new CannotStart(
    `${path} is cut or damaged: its checksum does not fit its content. Nothing was changed; take another copy of it.`,
  );
  if (size < firstLine.length + lastLength) throw spoilt;
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { end: size - lastLength - 1 })) hash.update(part as Buffer);
  if ((await piece(path, size - lastLength, size)) !== lastLine(hash.digest('hex'))) throw spoilt;
}

/** The text of a file that `checkBackup` has let pass. */
export async function readBackup(path: string): Promise<Readable> {
  const packed = createReadStream(path, { start: firstLine.length, end: (await sizeOf(path)) - lastLength - 1 });
  return packed.pipe(createZstdDecompress().on('close', () => packed.destroy()));
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new CannotStart(`There is no file ${path}.`);
  return found.size;
}

async function piece(path: string, start: number, end: number): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of createReadStream(path, { start, end: Math.max(start, end - 1) })) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('latin1');
}
