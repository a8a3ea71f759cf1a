// What goes along with an article, through HTTP: its pictures and files, and the services that it is about.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Article, ArticleRow } from '../../contract/knowledge.ts';
import { path, pngOf, sent } from '../attachments/for-tests.ts';
import { createService } from '../catalog/catalog.ts';
import { transact } from '../platform/db.ts';
import type { Said } from '../platform/test.ts';
import { at, must, openHotel, refuses, stories, type Hotel, type Person } from '../requests/for-tests.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
beforeEach(() => {
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

const words = { title: 'The switch', body: 'Up is on.', language: 'en', state: 'published', reading: 'everyone' };
const on = ({ id }: { id: string }) => `/api/articles/${id}`;
const post = (more: object = {}, by = hotel.mika): Promise<Said> =>
  by.post('/api/articles', { team: hotel.it, ...words, ...more });
const write = async (more: object = {}): Promise<Article> => {
  const said = await post(more);
  if (said.status !== 201) throw new Error(said.text);
  return said.body;
};
const save = (by: Person, article: Article, more: object): Promise<Said> =>
  by.call('PUT', on(article), { ...words, ...more }, { 'if-match': `"${article.version}"` });
const shows = (file: { id: string; name: string }) => `![${file.name}](/api/attachments/${file.id}?inline)`;
const readers = async (file: { id: string }, of: readonly Person[]) => {
  const all = await Promise.all(of.map(async (who) => ((await who.get(path(file))).status === 200 ? [who.name] : [])));
  return all.flat();
};

describe('a picture in an article', () => {
  it('is shown to whoever reads the article, in place, and to nobody else', async () => {
    const file = await sent(hotel.mika, pngOf(4, 4), 'switch.png');
    const article = await write({ body: shows(file), attachments: [file.id] });
    const everybody = [hotel.mika, hotel.liisa, hotel.aino, hotel.oleg];
    expect(await readers(file, everybody)).toHaveLength(4);
    const inline = await hotel.http.inject({ url: `${path(file)}?inline`, headers: { cookie: hotel.aino.cookie } });
    expect(inline.statusCode).toBe(200);
    expect(inline.headers['content-disposition']).toMatch(/^inline;/);
    expect(inline.rawPayload).toEqual(pngOf(4, 4));
    await save(hotel.mika, article, { body: shows(file), reading: 'team' });
    expect(await readers(file, everybody)).toEqual([hotel.mika.name, hotel.liisa.name]);
  });
  it('that only an older version shows is for its team, until it is brought back', async () => {
    const file = await sent(hotel.mika, pngOf(2, 2), 'old.png');
    const article = await write({ body: shows(file), attachments: [file.id] });
    const changed: Article = (await save(hotel.liisa, article, { body: 'In words only.' })).body;
    expect(await readers(file, [hotel.mika, hotel.liisa, hotel.aino])).toEqual([hotel.mika.name, hotel.liisa.name]);
    const url = `${on(article)}/versions/1/restoration`;
    expect((await hotel.liisa.post(url, {}, { 'if-match': `"${changed.version}"` })).status).toBe(200);
    expect(await readers(file, [hotel.aino])).toEqual([hotel.aino.name]);
  });
  it('is the writer’s own, and naming somebody else’s file in the words opens it to nobody', async () => {
    const theirs = await sent(hotel.oleg, pngOf(2, 2), 'theirs.png');
    await refuses(hotel, () => post({ attachments: [theirs.id] }), 422, 'unknownFile', 'attachments');
    const article = await write({ body: shows(theirs) });
    await refuses(
      hotel,
      () => save(hotel.mika, article, { attachments: [theirs.id] }),
      422,
      'unknownFile',
      'attachments',
    );
    expect(await readers(theirs, [hotel.mika, hotel.aino])).toEqual([]);
    const ofAsk = await sent(hotel.aino, pngOf(2, 2), 'asked.png');
    await stories(hotel).ask({ attachments: [ofAsk.id] });
    await write({ body: shows(ofAsk) });
    expect(await readers(ofAsk, [hotel.oleg, hotel.eeva])).toEqual([]);
  });
});

describe('an answer that came with files', () => {
  const from = async (entry: string | undefined, request: { id: string }): Promise<Article> =>
    (await hotel.mika.post(at(request, 'article'), entry === undefined ? {} : { entry })).body;
  it('brings those along, as files of the article, and no others of the conversation', async () => {
    const request = await stories(hotel).promised();
    const [picture, manual, note, asked] = [
      await sent(hotel.mika, pngOf(3, 3), 'the [new] switch.png'),
      await sent(hotel.mika, Buffer.from('pdf'), 'manual.txt'),
      await sent(hotel.mika, Buffer.from('x'), 'secret.txt'),
      await sent(hotel.aino, Buffer.from('x'), 'mine.txt'),
    ];
    const said = await hotel.mika.post(at(request, 'messages'), {
      body: 'Look:',
      attachments: [picture.id, manual.id],
    });
    await hotel.mika.post(at(request, 'messages'), { body: 'For us', kind: 'note', attachments: [note.id] });
    await hotel.aino.post(at(request, 'messages'), { body: 'Mine', attachments: [asked.id] });
    const draft = await from((said.body as { id: string }).id, request);
    const rest = String.raw`!\[the \\\[new\\\] switch\.png\]\(/api/attachments/([\da-f-]{36})\?inline\)`;
    const [, first = '', second = ''] =
      new RegExp(`^Look:\n\n${rest}\n\n${String.raw`\[manual\.txt\]\(/api/attachments/([\da-f-]{36})\)`}$`).exec(
        draft.body,
      ) ?? [];
    expect([first, second].every((id) => id !== '' && id !== picture.id && id !== manual.id)).toBe(true);
    expect(await readers({ id: first }, [hotel.liisa, hotel.oleg, hotel.aino])).toEqual([hotel.liisa.name]);
    await save(hotel.mika, draft, { body: draft.body });
    expect(await readers({ id: second }, [hotel.oleg])).toEqual([hotel.oleg.name]);
    expect(await readers(picture, [hotel.oleg])).toEqual([]);
  });
  it('is a delivery, too, named or the last', async () => {
    const request = await stories(hotel).promised();
    const file = await sent(hotel.mika, Buffer.from('pdf'), 'plan.txt');
    await hotel.mika.post(at(request, 'delivery'), { done: 'Here it is', attachments: [file.id] });
    const { rows } = await sql<{ id: string }>`
      select id from requests_event where request_id = ${request.id} and what = 'delivered'`.execute(hotel.db);
    for (const entry of [undefined, rows[0]?.id])
      expect((await from(entry, request)).body).toMatch(
        /^Here it is\n\n\[plan\.txt\]\(\/api\/attachments\/[\da-f-]{36}\)$/,
      );
  });
});

describe('the services of an article', () => {
  const offer = async (name: string, askers?: string[]) => {
    const fields = { team: hotel.it, name, ...(askers ? { askers } : {}) };
    return must(await transact(hotel.db, (tx) => createService(tx, fields, hotel.time()))).id;
  };
  const about = async (who: Person, service: string) =>
    ((await who.get(`/api/articles?service=${service}`)).body as { items: ArticleRow[] }).items.map(({ id }) => id);
  const named = async (who: Person, article: Article) =>
    ((await who.get(on(article))).body as Article).services.map(({ name }) => name);

  it('are told in the order given to those who may ask for them, and lead back to it', async () => {
    const [open, kitchen] = [await offer('A switch'), await offer('A kitchen switch', [hotel.kitchen])];
    const article = await write({ services: [open] });
    expect(article.services).toMatchObject([{ id: open, name: 'A switch', team: { name: 'IT' } }]);
    await refuses(hotel, () => save(hotel.mika, article, { services: [kitchen] }), 422, 'unknownService', 'services');
    await sql`insert into knowledge_service values (${article.id}, ${kitchen}, 1)`.execute(hotel.db);
    expect(await named(hotel.aino, article)).toEqual(['A switch']);
    expect(await named(hotel.oleg, article)).toEqual(['A switch', 'A kitchen switch']);
    expect(await about(hotel.aino, open)).toEqual([article.id]);
    expect(await about(hotel.oleg, kitchen)).toEqual([article.id]);
    expect(await about(hotel.aino, kitchen)).toEqual([]);
    const emptied: Article = (await save(hotel.mika, article, { services: [] })).body;
    expect(await named(hotel.oleg, emptied)).toEqual(['A kitchen switch']);
    expect(await about(hotel.aino, open)).toEqual([]);
  });
  it('stay when they are left out, and are not told once they rest', async () => {
    const [one, other] = [await offer('One'), await offer('Other')];
    const article = await write({ services: [other, one, other] });
    expect(await named(hotel.aino, article)).toEqual(['Other', 'One']);
    await save(hotel.mika, article, { body: 'Otherwise' });
    await sql`update catalog_service set archived_at = now() where id = ${one}`.execute(hotel.db);
    expect(await named(hotel.aino, article)).toEqual(['Other']);
  });
  it('show no article that its team keeps to itself', async () => {
    const service = await offer('Safes');
    const article = await write({ services: [service], reading: 'team' });
    expect(await about(hotel.mika, service)).toEqual([article.id]);
    expect(await about(hotel.aino, service)).toEqual([]);
  });
});
