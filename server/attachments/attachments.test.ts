// Files on a real database: whose they are, on what they hang, and when they go.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AttachmentRef } from '../../contract/attachments.ts';
import { at, openHotel, refuses, stories, type Hotel, type Person } from '../requests/for-tests.ts';
import { openStores, tidyFiles } from './attachments.ts';
import { path, pngOf, send, sent } from './for-tests.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
beforeAll(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
});
afterAll(() => hotel.close());

const bytesOf = async (by: Person, file: { id: string }) =>
  (await hotel.http.inject({ method: 'GET', url: path(file), headers: { cookie: by.cookie } })).rawPayload;

describe('a file', () => {
  test('is its uploader’s alone until it is attached, and then for those who read the words', async () => {
    const file = await sent(hotel.aino, pngOf(4, 4), 'screen.png');
    const hidden = await hotel.mika.get(path(file));
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe((await hotel.mika.get('/api/attachments/00000000-0000-4000-8000-000000000000')).text);

    const request = await tell.ask({ attachments: [file.id] });
    expect(request.attachments).toEqual([file]);
    for (const who of [hotel.mika, hotel.liisa]) expect(await bytesOf(who, file)).toEqual(pngOf(4, 4));
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
    const ask = { title: 'Once more', team: hotel.it, attachments: [mine.id] };
    await refuses(hotel, () => hotel.aino.post('/api/requests', ask), 422, 'unknownFile', 'attachments');
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
  let stores: ReturnType<typeof openStores>;
  beforeAll(() => {
    stores = openStores(hotel.db, undefined);
  });

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
    await tidyFiles(hotel.db, stores, new Date(start.getTime() + 23 * 3_600_000));
    expect((await hotel.aino.get(path(forgotten))).status).toBe(200);
    await tidyFiles(hotel.db, stores, new Date(start.getTime() + 25 * 3_600_000));
    await tidyFiles(hotel.db, stores, new Date(start.getTime() + 27 * 3_600_000));
    expect((await hotel.aino.get(path(forgotten))).status).toBe(404);
    expect((await bytesOf(hotel.aino, kept)).toString()).toBe('kept');
    const orphans = await sql`select blob from attachments_chunk except select blob from attachments_file`.execute(
      hotel.db,
    );
    expect(orphans.rows).toEqual([]);
    const loose = await sql`select from attachments_loose`.execute(hotel.db);
    expect(loose.rows).toEqual([]);
  });

  test('may not pile up', async () => {
    await tidyFiles(hotel.db, stores, new Date(hotel.time().getTime() + 25 * 3_600_000));
    const answers = await Promise.all(Array.from({ length: 45 }, (_, n) => send(hotel.eeva, Buffer.from(`${n}`))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(40);
    await refuses(hotel, () => send(hotel.eeva, Buffer.from('x')), 409, 'tooManyFiles');
    const ids = answers.filter(({ status }) => status === 201).map(({ body }) => (body as { id: string }).id);
    await hotel.eeva.post('/api/requests', { title: 'Many', team: hotel.it, attachments: ids.slice(0, 20) });
    expect((await send(hotel.eeva, Buffer.from('x'))).status).toBe(201);
  });
});
