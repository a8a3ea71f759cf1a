// Finding through HTTP: in four languages, by beginnings, numbers and misspelt names; only what I may see, at once, counts included.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Findings } from '../../contract/finding.ts';
import { at, openHotel, refuses, seen, stories, type Hotel, type Person } from './for-tests.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
beforeAll(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
});
beforeEach(() => {
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

const search = async (person: Person, q: string, limit = 20): Promise<Findings> =>
  (await person.get(`/api/search?limit=${limit}&q=${encodeURIComponent(q)}`)).body;
const titles = async (person: Person, q: string) =>
  (await search(person, q)).requests.items.map(({ request }) => request.title);
const ask = (title: string, more: object = {}) => tell.ask({ title, ...more });

describe('words are found however they are bent', () => {
  beforeAll(async () => {
    hotel.time('2026-11-24T08:00:00Z');
    await ask('Both curtains in room 412 are torn', { details: 'The guests have been complaining since Monday' });
    await ask('Kokoushuoneen näyttö ei käynnisty', { details: 'Pyyntö tuli asiakkaalta aamulla' });
    await ask('Se han roto las persianas de la habitación', { details: 'Necesitamos unas toallas limpias' });
    await ask('Сломался кондиционер в номере', { details: 'Гости просят ещё одеяла' });
  });
  it.each([
    ['English', 'curtain', 'Both curtains in room 412 are torn'],
    ['English', 'complain', 'Both curtains in room 412 are torn'],
    ['Finnish', 'näytöt', 'Kokoushuoneen näyttö ei käynnisty'],
    ['Finnish', 'kokoushuone', 'Kokoushuoneen näyttö ei käynnisty'],
    ['Finnish', 'pyynnöt', 'Kokoushuoneen näyttö ei käynnisty'],
    ['Finnish without its dots', 'naytto', 'Kokoushuoneen näyttö ei käynnisty'],
    ['Spanish', 'persiana', 'Se han roto las persianas de la habitación'],
    ['Spanish', 'habitaciones', 'Se han roto las persianas de la habitación'],
    ['Spanish without its accent', 'habitacion', 'Se han roto las persianas de la habitación'],
    ['Russian', 'кондиционеры', 'Сломался кондиционер в номере'],
    ['Russian', 'номера', 'Сломался кондиционер в номере'],
    ['Russian without its dots', 'еще', 'Сломался кондиционер в номере'],
  ])('in %s: %s', async (_, words, title) => expect(await titles(hotel.aino, words)).toContain(title));

  it('by its beginning, as one types, in whatever case', async () => {
    for (const typed of ['Curt', 'CURTAI', 'curtains to', 'kokoush', 'конди'])
      expect(await titles(hotel.aino, typed)).toHaveLength(1);
  });
  it('all of them together, in a row, or without one', async () => {
    expect(await titles(hotel.aino, 'curtains torn')).toHaveLength(1);
    expect(await titles(hotel.aino, 'curtains кондиционер')).toEqual([]);
    expect(await titles(hotel.aino, '"room 412"')).toHaveLength(1);
    expect(await titles(hotel.aino, '"412 room"')).toEqual([]);
    expect(await titles(hotel.aino, 'curtains -torn')).toEqual([]);
  });
});

describe('a number', () => {
  it('finds its request, with or without its mark, for those who may see it', async () => {
    const request = await ask('Something with a number');
    for (const typed of [`#${request.number}`, `${request.number}`])
      expect((await search(hotel.aino, typed)).requests.items.map(({ request: one }) => one.id)).toContain(request.id);
    expect((await search(hotel.oleg, `#${request.number}`)).requests).toEqual({ items: [], total: 0 });
  });
});

describe('people and teams', () => {
  it('are found by a name that is misspelt, cut short or without its accents', async () => {
    for (const typed of ['Korhonen', 'korhon', 'Korhnen', 'Korhonnen', 'mika', 'Mika K'])
      expect((await search(hotel.oleg, typed)).people.map(({ name }) => name)).toContain('Mika Korhonen');
    expect((await search(hotel.oleg, 'Virtanen')).people.map(({ name }) => name)).toEqual(['Aino Virtanen']);
    expect((await search(hotel.aino, 'kitch')).teams.map(({ name }) => name)).toEqual(['Kitchen']);
  });
});

describe('only what I may see', () => {
  it('is found and counted: requester, team and participants find it, others do not', async () => {
    await ask('The zebra in the lobby', { participants: [hotel.eeva.id], details: 'zebra zebra' });
    const found = { items: [expect.objectContaining({ excerpt: null })], total: 1 };
    for (const person of [hotel.aino, hotel.mika, hotel.liisa, hotel.eeva])
      expect((await search(person, 'zebra')).requests).toEqual(found);
    for (const person of [hotel.oleg, hotel.jussi])
      expect((await search(person, 'zebra')).requests).toEqual({ items: [], total: 0 });
  });
  it('the count is of all that I may see, not of the page', async () => {
    for (let n = 0; n < 4; n += 1) await ask(`Giraffe number ${n}`);
    await ask('Giraffe of the kitchen', { team: hotel.kitchen });
    const { requests } = await search(hotel.mika, 'giraffe', 2);
    expect([requests.items.length, requests.total]).toEqual([2, 4]);
    expect((await search(hotel.aino, 'giraffe', 2)).requests.total).toBe(5);
  });
  it('is lost with the sight of it', async () => {
    const request = await ask('The ostrich in the garden', { participants: [hotel.eeva.id] });
    expect(await titles(hotel.mika, 'ostrich')).toHaveLength(1);
    await hotel.mika.post(at(request, 'hand-over'), { team: hotel.kitchen, context: 'It is yours' });
    expect(await titles(hotel.mika, 'ostrich')).toEqual([]);
    await hotel.aino.call('DELETE', at(request, `participants/${hotel.eeva.id}`));
    expect((await search(hotel.eeva, 'ostrich')).requests).toEqual({ items: [], total: 0 });
  });
});

describe('conversations', () => {
  it('are found by what was said, with the words that say it', async () => {
    const request = await ask('Something is broken');
    await hotel.mika.post(at(request, 'messages'), { body: 'It was the flamingo on the roof' });
    const { requests } = await search(hotel.aino, 'flamingos');
    expect(requests).toEqual({
      items: [
        {
          request: expect.objectContaining({ id: request.id }),
          excerpt: 'It was the flamingo on the roof',
          place: 'message',
          file: null,
        },
      ],
      total: 1,
    });
    expect((await search(hotel.oleg, 'flamingo')).requests.total).toBe(0);
  });
  it('and notes only by the team that wrote them, wherever the request went since', async () => {
    const request = await ask('Something quiet', { participants: [hotel.eeva.id] });
    await hotel.mika.post(at(request, 'messages'), { body: 'The armadillo guest again', kind: 'note' });
    expect(await titles(hotel.liisa, 'armadillo')).toEqual(['Something quiet']);
    await hotel.mika.post(at(request, 'hand-over'), { team: hotel.kitchen, context: 'It is yours' });
    for (const person of [hotel.aino, hotel.eeva, hotel.oleg, hotel.jussi])
      expect((await search(person, 'armadillo')).requests).toEqual({ items: [], total: 0 });
  });
  it('are not found by a note about oneself, though one is in the team', async () => {
    const request = await tell.ask({ title: 'A need of my own' }, hotel.mika);
    await hotel.liisa.post(at(request, 'messages'), { body: 'He is a wombat', kind: 'note' });
    expect((await search(hotel.mika, 'wombat')).requests.total).toBe(0);
    expect((await search(hotel.liisa, 'wombat')).requests.total).toBe(1);
  });
});

describe('current at once', () => {
  it('after asking, after new words, and no more by the old ones', async () => {
    const request = await ask('The penguin stands in the fridge');
    expect(await titles(hotel.aino, 'penguin')).toHaveLength(1);
    seen(
      await hotel.aino.call('PATCH', at(request), { title: 'The walrus stands in the fridge' }, { 'if-match': '"1"' }),
    );
    expect(await titles(hotel.aino, 'walrus')).toHaveLength(1);
    expect(await titles(hotel.aino, 'penguin')).toEqual([]);
  });
  it('the best first: the title before the conversation', async () => {
    const said = await ask('Something said');
    await hotel.aino.post(at(said, 'messages'), { body: 'There is an octopus' });
    await ask('An octopus in the pool');
    expect(await titles(hotel.aino, 'octopus')).toEqual(['An octopus in the pool', 'Something said']);
  });
});

describe('whatever is typed', () => {
  it.each([
    '',
    '   ',
    '%',
    "'; drop table requests_request; --",
    '()&|!:*',
    '"',
    '-',
    '\u0000',
    '#',
    'ﬁ',
    '👩‍👩‍👧',
    '-'.repeat(400),
    '\\',
  ])('finds something or nothing, and never fails: %j', async (typed) => {
    const said = await hotel.aino.get(`/api/search?q=${encodeURIComponent(typed)}`);
    expect(said.status).toBe(200);
  });
  it('is refused when it is too long, or no search at all', async () => {
    await refuses(hotel, () => hotel.aino.get(`/api/search?q=${'x'.repeat(401)}`), 422, 'tooLong', 'q');
    await refuses(hotel, () => hotel.aino.get('/api/search'), 422, 'required', 'q');
    await refuses(hotel, () => hotel.browser().get('/api/search?q=projector'), 401, 'signInNeeded');
  });
});
