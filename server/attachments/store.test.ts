// Both stores: what goes in comes out, byte for byte. The S3 here checks each signature by the book (AWS Signature Version 4), on its own.
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../platform/db.ts';
import { createTestDatabase } from '../platform/test.ts';
import { databaseStore, openStores, s3Store, type Store } from './store.ts';

const [key, secret, region] = ['AKIATEST', 'a/secret+with=marks', 'eu-north-1'];
const hmac = (by: string | Buffer, text: string) => createHmac('sha256', by).update(text).digest();

/** Whether the Authorization of a request is the one that its sender, knowing the secret, must have made. */
function isSigned(request: IncomingMessage): boolean {
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      request.headers.authorization ?? '',
    );
  if (!found) return false;
  const [, who = '', day = '', where = '', names = '', signature = ''] = found;
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const content = String(request.headers['x-amz-content-sha256']);
  const canonical = [request.method, path, query, headers.join(''), names, content].join('\n');
  const scope = `${day}/${where}/s3/aws4_request`;
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', String(request.headers['x-amz-date']), scope, digest].join('\n');
  const signing = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), where), 's3'), 'aws4_request');
  return who === key && where === region && hmac(signing, text).toString('hex') === signature;
}

const objects = new Map<string, Buffer>();
const chunked: string[] = [];
let server: Server;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let stores: Record<string, Store>;
beforeAll(async () => {
  database = await createTestDatabase();
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const name = request.url?.split('?')[0] ?? '';
    if (!isSigned(request)) return response.writeHead(403).end();
    if (request.headers['transfer-encoding']) chunked.push(name);
    if (request.method === 'PUT') objects.set(name, Buffer.concat(parts));
    if (request.method === 'DELETE') objects.delete(name);
    const found = objects.get(name);
    if (request.method !== 'GET') return response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
    const [, from = 0, to = 0] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')?.map(Number) ?? [];
    return found ? response.writeHead(206).end(found.subarray(from, to + 1)) : response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const bucketUrl = `http://127.0.0.1:${port}/bucket`;
  const own = { bucketUrl, region, accessKeyId: key, secretAccessKey: secret };
  stores = {
    database: databaseStore(database.db),
    s3: s3Store(own),
    stranger: s3Store({ ...own, secretAccessKey: 'another' }),
  };
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.drop();
});

async function* pieces(bytes: Buffer, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
const all = async (bytes: AsyncIterable<Uint8Array>) => {
  const found: Uint8Array[] = [];
  for await (const piece of bytes) found.push(piece);
  return Buffer.concat(found);
};

describe.each(['database', 's3'])('the store: %s', (name) => {
  test('gives back what it was given, whole and in part, until it is removed', async () => {
    const store = stores[name] as Store;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 700_000 }),
        fc.integer({ min: 1, max: 300_000 }),
        fc.nat(),
        fc.nat(),
        async (size, length, a, b) => {
          const bytes = Buffer.alloc(size, createHash('sha256').update(`${size}`).digest());
          const blob = newId();
          await store.put(blob, pieces(bytes, length));
          const [from = 0, to = 0] = [a % size, b % size].toSorted((x, y) => x - y);
          expect((await all(store.get(blob, { from: 0, to: size - 1 }))).equals(bytes)).toBe(true);
          expect((await all(store.get(blob, { from, to }))).equals(bytes.subarray(from, to + 1))).toBe(true);
          await store.remove(blob);
          await store.remove(blob);
          await expect(all(store.get(blob, { from, to }))).rejects.toThrow(/missing|404/);
        },
      ),
      { numRuns: 12 },
    );
  });
});

test('an S3 hears the length before the bytes, and keeps nothing of what breaks off', async () => {
  expect(chunked).toEqual([]);
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('the line broke');
  }
  await expect(stores['s3']?.put(newId(), broken())).rejects.toThrow('the line broke');
  expect(objects.size).toBe(0);
});

test('an S3 that does not know us keeps nothing', async () => {
  await expect(stores['stranger']?.put(newId(), pieces(Buffer.from('x'), 1))).rejects.toThrow('403');
  expect(objects.size).toBe(0);
});

test('new files go where the setting says; older ones are found where they are', () => {
  const s3 = { bucketUrl: 'http://127.0.0.1:1/bucket', region, accessKeyId: key, secretAccessKey: secret };
  expect(openStores(database.db, undefined).fresh).toBe('database');
  expect(openStores(database.db, s3).fresh).toBe('s3');
  expect(() => openStores(database.db, s3).of('database')).not.toThrow();
  expect(() => openStores(database.db, undefined).of('s3')).toThrow('FILES_URL');
});
