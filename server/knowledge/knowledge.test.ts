// Articles through HTTP: writing, versions, reading, helping, searching, and answers that become articles.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Article, ArticleRow, ArticleVersion, KnowledgeHome } from '../../contract/knowledge.ts';
import type { Said } from '../platform/test.ts';
import { at, openHotel, refuses, seen, stories, type Hotel, type Person } from '../requests/for-tests.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
beforeEach(() => {
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

const words = {
  title: 'When a projector shows no picture',
  body: 'Press **Source** twice.',
  language: 'en',
  state: 'published',
  reading: 'everyone',
};
const write = async (more: object = {}, by = hotel.mika): Promise<Article> => {
  const said = await by.post('/api/articles', { team: hotel.it, ...words, ...more });
  if (said.status !== 201) throw new Error(said.text);
  return said.body;
};
const on = ({ id }: { id: string }, path = '') => `/api/articles/${id}${path && `/${path}`}`;
const put = (by: Person, article: Article, more: object = {}, version = article.version) =>
  by.call(
    'PUT',
    on(article),
    { ...words, title: article.title, body: article.body, ...more },
    { 'if-match': `"${version}"` },
  );
const listed = async (by: Person, query = ''): Promise<ArticleRow[]> =>
  (await bodyOf<Rows>(by.get(`/api/articles${query}`))).items;
type Rows = { items: ArticleRow[] };
const bodyOf = async <T>(said: Promise<Said>): Promise<T> => (await said).body;
const titles = async (by: Person, query = '') => (await listed(by, query)).map(({ title }) => title);

describe('writing', () => {
  it('is for members of the team, and a published article is there for everybody at once', async () => {
    const { id, can } = await write();
    expect(can).toEqual(['save', 'check', 'sayHelped']);
    const read: Article = (await hotel.aino.get(on({ id }))).body;
    expect(read).toMatchObject({ title: words.title, by: { name: 'Mika Korhonen' }, can: ['sayHelped'], number: 1 });
  });
  it('is refused to everybody else, the administrator among them', async () => {
    const article = { team: hotel.it, ...words };
    for (const who of [hotel.aino, hotel.oleg, hotel.jussi])
      await refuses(hotel, () => who.post('/api/articles', article), 403, 'membersOnly', 'team');
    const written = await write();
    await refuses(hotel, () => put(hotel.oleg, written, { title: 'Mine' }), 403, 'membersOnly');
  });
  it('tells of what somebody else wrote meanwhile, and asks for the version that one has seen', async () => {
    const article = await write();
    expect((await put(hotel.liisa, article, { body: 'Press Source once.' })).status).toBe(200);
    await refuses(hotel, () => put(hotel.mika, article, { body: 'Never press.' }), 412, 'changedMeanwhile');
    await refuses(hotel, () => hotel.mika.call('PUT', on(article), words), 428, 'versionNeeded');
  });
  it('keeps every version with its author, time and note, and brings an old one back as a new one', async () => {
    const article = await write({ note: 'First' });
    hotel.time('2026-11-24T09:00:00Z');
    const second: Article = (await put(hotel.liisa, article, { body: 'Other.', note: 'Shorter' })).body;
    const same: Article = (await put(hotel.liisa, second, { checkBy: '2027-03-01' })).body;
    expect(same.number).toBe(2);
    const back = await hotel.mika.post(on(article, 'versions/1/restoration'), {}, { 'if-match': `"${same.version}"` });
    expect(back.body).toMatchObject({ body: words.body, number: 3, state: 'published', checkBy: '2027-03-01' });
    const { items }: { items: ArticleVersion[] } = (await hotel.mika.get(on(article, 'versions'))).body;
    expect(items.map(({ number, by, note, restored }) => [number, by.name, note, restored])).toEqual([
      [3, 'Mika Korhonen', '', 1],
      [2, 'Liisa Laine', 'Shorter', null],
      [1, 'Mika Korhonen', 'First', null],
    ]);
    expect((await hotel.mika.get(on(article, 'versions/2'))).body).toMatchObject({ body: 'Other.' });
    expect((await hotel.mika.get(on(article, 'versions/9'))).status).toBe(404);
    expect((await hotel.aino.get(on(article, 'versions'))).status).toBe(403);
  });
  it('is put away by leads alone, out of sight, and taken out again as a draft', async () => {
    const article = await write({ title: 'Old tills' });
    await refuses(hotel, () => hotel.mika.post(on(article, 'archival')), 403, 'teamLeadsOnly');
    expect((await hotel.liisa.post(on(article, 'archival'))).body).toMatchObject({
      state: 'archived',
      can: ['restore'],
    });
    expect((await hotel.aino.get(on(article))).status).toBe(404);
    expect(await titles(hotel.mika, '?state=archived')).toEqual(['Old tills']);
    await refuses(hotel, () => put(hotel.mika, article, {}, 2), 409, 'archivedArticle');
    expect((await hotel.liisa.post(on(article, 'restoration'))).body).toMatchObject({ state: 'draft' });
  });
});

describe('what is not for everyone', () => {
  it('is neither read, listed, found nor offered outside the team: drafts and the team’s own', async () => {
    const secret = await write({ title: 'Zebra codes of the safes', reading: 'team' });
    const draft = await write({ title: 'Zebra draft', state: 'draft' });
    for (const who of [hotel.aino, hotel.oleg, hotel.jussi]) {
      for (const one of [secret, draft]) expect((await who.get(on(one))).status).toBe(404);
      expect(await titles(who, '?q=zebra')).toEqual([]);
      expect(await titles(who, '?state=draft')).toEqual([]);
      expect(await bodyOf(who.get('/api/article-suggestions?words=zebra'))).toEqual({ items: [] });
      expect(await bodyOf(who.get('/api/search?q=zebra'))).toMatchObject({ articles: [] });
      expect((await who.get('/api/knowledge')).text).not.toContain('Zebra');
    }
    expect(await titles(hotel.liisa, '?q=zebra')).toEqual(['Zebra codes of the safes']);
    expect(await bodyOf(hotel.liisa.get('/api/search?q=zebra'))).toMatchObject({ articles: [{ id: secret.id }] });
  });
  it('goes out of sight when it is taken back from everyone', async () => {
    const article = await write({ title: 'Doors' });
    await put(hotel.mika, article, { reading: 'team' });
    expect((await hotel.aino.get(on(article))).status).toBe(404);
  });
  it('leaves the pages of those who could read it, whether taken back or put away: they hear that its team changed', async () => {
    const heard = async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int from platform_change where subject = 'team' and id = ${hotel.it}`.execute(hotel.db);
      return rows[0]?.count ?? 0;
    };
    const [taken, away] = [await write({ title: 'Gates' }), await write({ title: 'Fences' })];
    const own = await write({ title: 'Keys', reading: 'team' });
    const before = await heard();
    await put(hotel.mika, taken, { reading: 'team' });
    expect(await heard()).toBe(before + 1);
    await hotel.liisa.post(on(away, 'archival'), {});
    expect(await heard()).toBe(before + 2);
    await hotel.liisa.post(on(own, 'archival'), {});
    expect((await put(hotel.mika, taken, { reading: 'team', body: 'Other words' }, 2)).status).toBe(200);
    expect(await heard()).toBe(before + 2);
  });
});

describe('helping', () => {
  const says = (who: Person, article: Article, helped: boolean, spared = false) =>
    who.call('PUT', on(article, 'helped'), { helped, spared });
  it('counts each person once, whatever they say how often', async () => {
    const article = await write();
    await says(hotel.aino, article, true);
    await says(hotel.aino, article, true, true);
    await says(hotel.eeva, article, true, true);
    await says(hotel.oleg, article, false);
    const after = await says(hotel.eeva, article, false);
    expect(after.body).toMatchObject({ helped: 1, spared: 1, saidHelped: false, version: article.version });
    expect((await hotel.oleg.get(on(article))).body).toMatchObject({ helped: 1, saidHelped: false });
  });
  it('is never told of a person', async () => {
    const article = await write();
    await says(hotel.aino, article, true);
    expect((await hotel.liisa.get(on(article))).text).not.toContain('Aino');
  });
  it('cannot be said of a draft', async () => {
    const article = await write({ state: 'draft' });
    await refuses(hotel, () => says(hotel.mika, article, true), 409, 'unpublishedArticle');
  });
  it('brings an article to the front of the page where one begins', async () => {
    const article = await write({ title: 'The best of all' });
    for (const who of [hotel.aino, hotel.oleg, hotel.eeva, hotel.jussi]) await says(who, article, true);
    const home: KnowledgeHome = (await hotel.aino.get('/api/knowledge')).body;
    expect(home.helpful[0]?.title).toBe('The best of all');
    expect(home.teams).toMatchObject([{ name: 'IT', mine: false }]);
  });
});

describe('looking again', () => {
  it('is a quiet list of the team, and saying that it is right takes it off', async () => {
    const article = await write({ title: 'Printer toner', checkBy: '2026-11-20' });
    const due = async (who: Person) =>
      ((await who.get('/api/knowledge')).body as KnowledgeHome).toCheck.map(({ title }) => title);
    expect([await due(hotel.liisa), await due(hotel.aino)]).toEqual([['Printer toner'], []]);
    expect((await hotel.aino.get(on(article))).body).toMatchObject({ checkBy: null });
    await hotel.liisa.post(on(article, 'check'), { checkBy: '2027-05-20' });
    expect(await due(hotel.liisa)).toEqual([]);
  });
});

describe('finding', () => {
  const offered = async (who: Person, text: string): Promise<string[]> =>
    (await bodyOf<Rows>(who.get(`/api/article-suggestions?words=${encodeURIComponent(text)}`))).items.map(
      ({ title }) => title,
    );
  beforeAll(async () => {
    await write({
      title: 'Kadonnut avainkortti',
      body: 'Pyydä uusi vastaanotosta. Pöydät ovat alakerrassa.',
      language: 'fi',
    });
    await write({ title: 'Сломался кондиционер', body: 'Проверьте, закрыто ли окно.', language: 'ru' });
    await write({
      title: 'Nuevas toallas',
      body: `${'Antes '.repeat(200)} la lavandería abre a las siete.`,
      language: 'es',
    });
    await write({ title: 'Lost key card', body: 'Ask the front desk for a new one.', language: 'en' });
  });
  it.each([
    ['avainkortit', 'Kadonnut avainkortti'],
    ['кондиционера', 'Сломался кондиционер'],
    ['lavanderias', 'Nuevas toallas'],
  ])('finds words however they are bent: %s', async (typed, title) => {
    expect(await titles(hotel.aino, `?q=${encodeURIComponent(typed)}`)).toEqual([title]);
  });
  it('shows the place where the words stand', async () => {
    const [found] = await listed(hotel.aino, '?q=lavander%C3%ADa');
    expect(found?.excerpt).toContain('la lavandería abre a las siete');
  });
  it('pages through what it finds without losing or doubling any', async () => {
    for (let n = 0; n < 5; n++) await write({ title: `Quokka ${n}` });
    const all: string[] = [];
    for (let cursor = ''; ;) {
      const { items, next }: { items: ArticleRow[]; next: string | null } = (
        await hotel.aino.get(`/api/articles?q=quokka&limit=2${cursor}`)
      ).body;
      all.push(...items.map(({ title }) => title));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(all.toSorted()).toEqual([0, 1, 2, 3, 4].map((n) => `Quokka ${n}`));
  });
  it('offers what may answer an ask that is being written, in the words of a whole sentence', async () => {
    expect(await offered(hotel.aino, 'I have lost my key card again and the guests are waiting')).toContain(
      'Lost key card',
    );
    expect(await offered(hotel.aino, 'Hukkasin avainkortin, mitä nyt?')).toEqual(['Kadonnut avainkortti']);
    expect(await offered(hotel.aino, 'Please bring forty chairs to the winter garden')).toEqual([]);
    expect(await offered(hotel.aino, 'the and of to in')).toEqual([]);
    expect(await offered(hotel.aino, '"-#! \' \\ & | ( :*')).toEqual([]);
  });
});

describe('an answer', () => {
  const asked = async () => {
    const request = await stories(hotel).delivered();
    const said = await bodyOf<{ id: string }>(
      hotel.mika.post(at(request, 'messages'), { kind: 'message', body: 'Turn it off and on.' }),
    );
    const { items: entries } = await bodyOf<{ items: { id: string; what?: string }[] }>(
      hotel.mika.get(at(request, 'messages')),
    );
    const delivery = entries.find(({ what }) => what === 'delivered')?.id ?? '';
    return { request, message: said.id, delivery, entries };
  };
  const begin = (by: Person, request: { id: string }, entry?: string) =>
    by.post(at(request, 'article'), entry === undefined ? {} : { entry });
  it('becomes a draft of the team that gave it, and nothing that the other side said goes along', async () => {
    const { request, message, delivery } = await asked();
    const made = await begin(hotel.liisa, request, message);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      title: request.title,
      body: 'Turn it off and on.',
      state: 'draft',
      team: { name: 'IT' },
      origin: { id: request.id, title: request.title },
    });
    expect((await begin(hotel.mika, request, delivery)).body).toMatchObject({ body: 'Changed the cable' });
    expect((await begin(hotel.mika, request)).body).toMatchObject({ body: 'Changed the cable' });
  });
  it('is where the article came from only for those who may see that request', async () => {
    const { request, message } = await asked();
    const made: Article = (await begin(hotel.mika, request, message)).body;
    await put(hotel.mika, made, { state: 'published' });
    expect((await hotel.oleg.get(on(made))).body).toMatchObject({ origin: null });
    expect((await hotel.aino.get(on(made))).body).toMatchObject({ origin: { id: request.id } });
  });
  it('that was given in private stays in the team for good', async () => {
    const { request, message } = await asked();
    await sql`update requests_request set sight = 'private' where id = ${request.id}`.execute(hotel.db);
    const made: Article = (await begin(hotel.mika, request, message)).body;
    expect(made).toMatchObject({ reading: 'team', staysInTeam: true });
    await refuses(hotel, () => put(hotel.mika, made, { reading: 'everyone' }), 422, 'staysInTeam', 'reading');
    const own = await put(hotel.mika, made, { reading: 'team' });
    expect(own.body).toMatchObject({ state: 'published' });
    expect((await hotel.oleg.get(on(made))).status).toBe(404);
  });
  it('is not what somebody asked, noted or heard of by chance', async () => {
    const { request, message, entries } = await asked();
    const say = (who: Person, kind: string, body: string) =>
      bodyOf<{ id: string }>(who.post(at(request, 'messages'), { kind, body }));
    const own = await say(hotel.aino, 'message', 'My secret is 1234');
    const note = await say(hotel.mika, 'note', 'Between us');
    for (const entry of [own.id, note.id, entries[0]?.id ?? '', request.id])
      await refuses(hotel, () => begin(hotel.mika, request, entry), 422, 'notAnAnswer', 'entry');
    await refuses(hotel, () => begin(hotel.aino, request, message), 403, 'membersOnly');
    expect((await begin(hotel.oleg, request, message)).status).toBe(404);
    expect(seen(await hotel.mika.get(at(request))).id).toBe(request.id);
  });
});
