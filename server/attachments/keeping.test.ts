// Files through HTTP: what goes in comes out, as what it is, in parts, and what breaks off leaves nothing behind.
import { createHash, randomBytes } from 'node:crypto';
import { request as knock } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { largestFile } from '../../contract/attachments.ts';
import { openHotel, refuses, type Hotel, type Person } from '../requests/for-tests.ts';
import { origin } from '../platform/test.ts';
import { exif, jpegOf, path, pngOf, send, sent } from './for-tests.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());

const bytesOf = async (by: Person, file: { id: string }, headers: Record<string, string> = {}, query = '') => {
  const answer = await hotel.http.inject({
    method: 'GET',
    url: path(file) + query,
    headers: { cookie: by.cookie, ...headers },
  });
  return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers };
};
const left = async () => {
  const found = await sql<{ files: number; chunks: number; loose: number }>`
    select (select count(*)::int from attachments_file) as files, (select count(*)::int from attachments_chunk) as chunks,
      (select count(*)::int from attachments_loose) as loose`.execute(hotel.db);
  return found.rows[0];
};

describe('what goes in', () => {
  test.each([1, 255, 262_143, 262_144, 262_145, 1_000_000])('comes out byte for byte: %i bytes', async (size) => {
    const bytes = randomBytes(size);
    const file = await sent(hotel.aino, bytes, 'Kävijät.xlsx', { 'content-type': 'application/vnd.ms-excel' });
    expect(file).toMatchObject({ name: 'Kävijät.xlsx', size, mediaType: 'application/vnd.ms-excel', image: false });
    const got = await bytesOf(hotel.aino, file);
    expect(got.bytes.equals(bytes)).toBe(true);
    const tag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
    expect(got.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': `attachment; filename="K_vij_t.xlsx"; filename*=UTF-8''K%C3%A4vij%C3%A4t.xlsx`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      etag: tag,
    });
    expect(await bytesOf(hotel.aino, file, { 'if-none-match': tag })).toMatchObject({ status: 304 });
  });

  test('comes out in parts, over the seams of what it is kept in', async () => {
    const bytes = randomBytes(600_000);
    const file = await sent(hotel.aino, bytes);
    for (const [from, to] of [
      [0, 0],
      [262_143, 262_144],
      [100_000, 599_999],
      [599_999, 599_999],
    ] as const) {
      const part = await bytesOf(hotel.aino, file, { range: `bytes=${from}-${to}` });
      expect(part).toMatchObject({ status: 206, headers: { 'content-range': `bytes ${from}-${to}/600000` } });
      expect(part.bytes.equals(bytes.subarray(from, to + 1))).toBe(true);
    }
    expect(await bytesOf(hotel.aino, file, { range: 'bytes=600000-' })).toMatchObject({ status: 416 });
    expect(await bytesOf(hotel.aino, file, { range: 'bytes=0-1', 'if-range': '"older"' })).toMatchObject({
      status: 200,
    });
    const head = await hotel.http.inject({ method: 'HEAD', url: path(file), headers: { cookie: hotel.aino.cookie } });
    expect(head).toMatchObject({ statusCode: 200, headers: { 'content-length': '600000' }, body: '' });
  });

  test('is shown only when it is a picture by its bytes, whatever its sender says', async () => {
    const picture = await sent(hotel.aino, pngOf(30, 20), 'shot.png', { 'content-type': 'text/html' });
    expect(picture).toMatchObject({ image: true, width: 30, height: 20, mediaType: 'image/png' });
    expect((await bytesOf(hotel.aino, picture, {}, '?inline=true')).headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^inline;/),
    });
    for (const [name, body] of [
      ['page.html', '<!doctype html><script>alert(1)</script>'],
      ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['false.png', '<html>'],
    ] as const) {
      const page = await sent(hotel.aino, Buffer.from(body), name, { 'content-type': 'image/png' });
      expect(page).toMatchObject({ image: false, mediaType: 'application/octet-stream' });
      expect((await bytesOf(hotel.aino, page, {}, '?inline=true')).headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': expect.stringMatching(/^attachment;/),
      });
    }
  });

  test('tells no more of a photo than it shows', async () => {
    const photo = jpegOf({
      parts: [exif(6, 'N 60.1699 E 24.9384')],
      after: 'N 60.1699',
      scan: Buffer.alloc(300_000, 7),
    });
    const file = await sent(hotel.aino, photo, 'IMG_1.jpg', { 'content-type': 'image/jpeg' });
    expect(file).toMatchObject({ image: true, width: 30, height: 40 });
    const { bytes } = await bytesOf(hotel.aino, file);
    expect(bytes.includes('60.1699')).toBe(false);
    expect(file.size).toBe(bytes.length);
  });

  test('the same under the same key is the same file; something else is refused', async () => {
    const headers = { 'idempotency-key': 'one' };
    const first = await sent(hotel.aino, Buffer.from('first'), 'a.txt', headers);
    expect(await sent(hotel.aino, Buffer.from('first'), 'a.txt', headers)).toEqual(first);
    await refuses(hotel, () => send(hotel.aino, Buffer.from('other'), 'a.txt', headers), 422, 'keyReused');
    expect((await sent(hotel.mika, Buffer.from('first'), 'a.txt', headers)).id).not.toBe(first.id);
    const twins = await Promise.all(
      [1, 2, 3].map(() => sent(hotel.aino, Buffer.from('twin'), 'b.txt', { 'idempotency-key': 'two' })),
    );
    expect(new Set(twins.map(({ id }) => id)).size).toBe(1);
    expect((await left())?.loose).toBe(0);
  });
});

describe('what does not come whole', () => {
  test('or is too large, or nothing, is refused and leaves nothing', async () => {
    await refuses(hotel, () => send(hotel.aino, Buffer.alloc(0)), 422, 'emptyFile', 'file');
    await refuses(hotel, () => send(hotel.aino, Buffer.alloc(largestFile + 1)), 413, 'fileTooLarge', 'file');
    await refuses(hotel, () => hotel.aino.call('POST', '/api/attachments', Buffer.from('x')), 422, 'required', 'name');
  });

  /** Sends pieces over a real line; resolves with the answer, or with undefined when the line broke. */
  const overTheLine = async (headers: Record<string, string>, pieces: Iterable<Buffer>, breakOff = false) => {
    const address = hotel.http.server.listening
      ? hotel.http.listeningOrigin
      : await hotel.http.listen({ port: 0, host: '127.0.0.1' });
    return new Promise<number | undefined>((resolve) => {
      const call = knock(`${address}/api/attachments?name=x.bin`, {
        method: 'POST',
        headers: { origin, cookie: hotel.aino.cookie, 'content-type': 'application/octet-stream', ...headers },
      });
      call.on('response', (answer) => resolve(answer.resume().statusCode));
      call.on('error', () => resolve(undefined));
      for (const piece of pieces) call.write(piece);
      if (breakOff) setTimeout(() => call.destroy(), 300);
      else call.end();
    });
  };
  function* mebibytes(count: number) {
    for (let n = 0; n < count; n += 1) yield Buffer.alloc(1024 * 1024, n);
  }

  test('is refused without its length told, too', async () => {
    const before = await left();
    expect(await overTheLine({ 'transfer-encoding': 'chunked' }, mebibytes(26))).toBe(413);
    await expect.poll(left).toEqual(before);
    expect(await overTheLine({ 'transfer-encoding': 'chunked' }, mebibytes(25))).toBe(201);
  });

  test('leaves nothing when the line breaks', async () => {
    const before = await left();
    expect(await overTheLine({ 'content-length': '9000000' }, mebibytes(3), true)).toBeUndefined();
    await expect.poll(left).toEqual(before);
  });
});
