// Files through HTTP and on a real database: what goes in comes out, to whom, and what leaves nothing behind.
import { createHash, randomBytes } from 'node:crypto';
import { request as knock } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { largestFile, type AttachmentRef } from '../../contract/attachments.ts';
import { at, openHotel, refuses, stories, type Hotel, type Person } from '../requests/for-tests.ts';
import { origin, type Said } from '../platform/test.ts';
import { tidyFiles, openStores } from './attachments.ts';
import { exif, jpegOf, pngOf } from './for-tests.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
beforeAll(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
});
afterAll(() => hotel.close());

const send = (by: Person, bytes: Buffer, name = 'a.bin', headers: Record<string, string> = {}) =>
  by.call('POST', `/api/attachments?name=${encodeURIComponent(name)}`, bytes, {
    'content-type': 'application/octet-stream',
    ...headers,
  });
const sent = async (...given: Parameters<typeof send>): Promise<AttachmentRef> => {
  const said = await send(...given);
  expect(said.status, said.text).toBe(201);
  return said.body;
};
const path = ({ id }: { id: string }) => `/api/attachments/${id}`;
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
const stores = () => openStores(hotel.db, undefined);

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

describe('a file', () => {
  test('is its uploader’s alone until it is attached, and then for those who read the words', async () => {
    const file = await sent(hotel.aino, pngOf(4, 4), 'screen.png');
    const hidden = await hotel.mika.get(path(file));
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe((await hotel.mika.get('/api/attachments/00000000-0000-4000-8000-000000000000')).text);

    const request = await tell.ask({ attachments: [file.id] });
    expect(request.attachments).toEqual([file]);
    for (const who of [hotel.mika, hotel.liisa]) expect((await bytesOf(who, file)).bytes).toEqual(pngOf(4, 4));
    for (const who of [hotel.oleg, hotel.eeva, hotel.jussi]) expect((await who.get(path(file))).text).toBe(hidden.text);
    await refuses(hotel, () => hotel.aino.call('DELETE', path(file)), 409, 'fileSent');
    await refuses(hotel, () => hotel.mika.call('DELETE', path(file)), 403, 'notYours');
    await refuses(hotel, () => hotel.oleg.call('DELETE', path(file)), 404, 'notFound');
  });

  test('goes with a message, alone or with words, in the order given; and with a note to its readers only', async () => {
    const request = await tell.ask();
    const [one, two] = [
      await sent(hotel.mika, Buffer.from('1'), 'one.txt'),
      await sent(hotel.mika, Buffer.from('2'), 'two.txt'),
    ];
    const said = await hotel.mika.post(at(request, 'messages'), { attachments: [two.id, one.id] });
    expect(said).toMatchObject({ status: 201, body: { body: '', attachments: [two, one] } });
    const secret = await sent(hotel.mika, Buffer.from('3'), 'salary.txt');
    await hotel.mika.post(at(request, 'messages'), { body: 'For us', kind: 'note', attachments: [secret.id] });
    const read = async (who: Person): Promise<{ items: { kind: string; attachments?: AttachmentRef[] }[] }> =>
      (await who.get(at(request, 'messages'))).body;
    expect((await read(hotel.liisa)).items.flatMap((entry) => entry.attachments ?? [])).toEqual([two, one, secret]);
    expect((await read(hotel.aino)).items.flatMap((entry) => entry.attachments ?? [])).toEqual([two, one]);
    expect((await hotel.liisa.get(path(secret))).status).toBe(200);
    expect((await hotel.aino.get(path(secret))).status).toBe(404);
    await refuses(hotel, () => hotel.mika.post(at(request, 'messages'), {}), 422, 'required', 'body');
  });

  test('goes with a delivery and with what is missing', async () => {
    const request = await tell.promised();
    const done = await sent(hotel.mika, Buffer.from('pdf'), 'manual.txt');
    await hotel.mika.post(at(request, 'delivery'), { done: 'Here it is', attachments: [done.id] });
    const missing = await sent(hotel.aino, Buffer.from('green'), 'green.txt');
    await hotel.aino.post(at(request, 'return'), { missing: 'Still green', attachments: [missing.id] });
    const { items }: { items: { attachments?: AttachmentRef[] }[] } = (await hotel.aino.get(at(request, 'messages')))
      .body;
    expect(items.flatMap((entry) => entry.attachments ?? [])).toEqual([done, missing]);
  });

  test('is attached once, by its uploader only, and all of them or none', async () => {
    const request = await tell.ask();
    const mine = await sent(hotel.aino, Buffer.from('mine'));
    const other = await sent(hotel.mika, Buffer.from('his'));
    const post = (ids: string[]) => () => hotel.aino.post(at(request, 'messages'), { body: 'x', attachments: ids });
    await refuses(hotel, post([mine.id, other.id]), 422, 'unknownFile', 'attachments');
    await refuses(hotel, post([mine.id, request.id]), 422, 'unknownFile', 'attachments');
    expect((await post([mine.id])()).status).toBe(201);
    await refuses(hotel, post([mine.id]), 422, 'unknownFile', 'attachments');
    await refuses(
      hotel,
      () =>
        tell.ask({ attachments: [mine.id] }).then(
          () => Promise.reject(new Error('taken')),
          (error: Error) =>
            ({
              status: Number(error.message.slice(0, 3)),
              body: JSON.parse(error.message.slice(4)),
              headers: {},
              text: '',
            }) as Said,
        ),
      422,
      'unknownFile',
      'attachments',
    );
  });

  test('is found by its name, by those who may read it', async () => {
    const file = await sent(hotel.aino, Buffer.from('x'), 'Pelastussuunnitelma-2027.pdf');
    const request = await tell.ask({ attachments: [file.id] });
    const secret = await sent(hotel.mika, Buffer.from('x'), 'varoituskirje.docx');
    await hotel.mika.post(at(request, 'messages'), { body: 'For us', kind: 'note', attachments: [secret.id] });
    const total = async (who: Person, words: string) => {
      const { requests }: { requests: { total: number } } = (await who.get(`/api/search?q=${words}`)).body;
      return requests.total;
    };
    expect(await total(hotel.mika, 'pelastussuunnitelma')).toBe(1);
    expect(await total(hotel.oleg, 'pelastussuunnitelma')).toBe(0);
    expect(await total(hotel.liisa, 'varoituskirje')).toBe(1);
    expect(await total(hotel.aino, 'varoituskirje')).toBe(0);
    await hotel.aino.call('PATCH', at(request), { title: 'Something else' }, { 'if-match': `"${request.version}"` });
    expect(await total(hotel.mika, 'pelastussuunnitelma')).toBe(1);
  });
});

describe('what nobody needs', () => {
  test('may be taken back before it was sent', async () => {
    const file = await sent(hotel.aino, Buffer.from('oops'));
    expect((await hotel.aino.call('DELETE', path(file))).status).toBe(204);
    expect((await hotel.aino.get(path(file))).status).toBe(404);
  });

  test('goes after a day, with its bytes; what was attached stays', async () => {
    const start = hotel.time();
    const kept = await sent(hotel.aino, Buffer.from('kept'));
    await tell.ask({ attachments: [kept.id] });
    const forgotten = await sent(hotel.aino, Buffer.from('forgotten'));
    await tidyFiles(hotel.db, stores(), new Date(start.getTime() + 23 * 3_600_000));
    expect((await hotel.aino.get(path(forgotten))).status).toBe(200);
    await tidyFiles(hotel.db, stores(), new Date(start.getTime() + 25 * 3_600_000));
    await tidyFiles(hotel.db, stores(), new Date(start.getTime() + 27 * 3_600_000));
    expect((await hotel.aino.get(path(forgotten))).status).toBe(404);
    expect((await bytesOf(hotel.aino, kept)).bytes.toString()).toBe('kept');
    const orphans = await sql`select blob from attachments_chunk except select blob from attachments_file`.execute(
      hotel.db,
    );
    expect(orphans.rows).toEqual([]);
    expect((await left())?.loose).toBe(0);
  });

  test('may not pile up', async () => {
    await tidyFiles(hotel.db, stores(), new Date(hotel.time().getTime() + 25 * 3_600_000));
    const answers = await Promise.all(Array.from({ length: 45 }, (_, n) => send(hotel.eeva, Buffer.from(`${n}`))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(40);
    await refuses(hotel, () => send(hotel.eeva, Buffer.from('x')), 409, 'tooManyFiles');
    const ids = answers.filter(({ status }) => status === 201).map(({ body }) => (body as { id: string }).id);
    await hotel.eeva.post('/api/requests', { title: 'Many', team: hotel.it, attachments: ids.slice(0, 20) });
    expect((await send(hotel.eeva, Buffer.from('x'))).status).toBe(201);
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
    return new Promise<Said['status'] | undefined>((resolve) => {
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
