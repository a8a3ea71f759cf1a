// Who sees a request, asked in every way there is: one by one, in lists, counts, search, events and notices all give one answer.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Findings } from '../../contract/finding.ts';
import type { Request } from '../../contract/requests.ts';
import { transact } from '../platform/db.ts';
import { at, openHotel, refuses, seen, stories, type Hotel, type Person } from './for-tests.ts';
import { requestAudiences, requestTitles } from './requests.ts';

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

const everybody = () => [hotel.aino, hotel.mika, hotel.liisa, hotel.oleg, hotel.eeva, hotel.jussi];
const namesOf = (people: readonly Person[]) => people.map((person) => person.name).toSorted();

async function withSight(sight: Request['sight'], title: string): Promise<Request> {
  const request = await tell.ask({ title });
  await transact(hotel.db, (tx) =>
    sql`update requests_request set sight = ${sight} where id = ${request.id}`.execute(tx),
  );
  return request;
}

/** The names of those to whom each way of looking shows it. */
async function waysOf(request: Request, word: string) {
  const ways: Record<string, Person[]> = {
    page: [],
    conversation: [],
    search: [],
    'its number': [],
    list: [],
    open: [],
  };
  for (const person of everybody()) {
    const note = (way: string, sees: boolean) => sees && ways[way]?.push(person);
    const items = async (url: string) => ((await person.get(url)).body as { items: { id: string }[] }).items;
    const finds = async (words: string) => {
      const { requests } = (await person.get(`/api/search?q=${encodeURIComponent(words)}`)).body as Findings;
      expect(requests.total).toBe(requests.items.length);
      return requests.items.some((found) => found.request.id === request.id);
    };
    note('page', (await person.get(at(request))).status === 200);
    note('conversation', (await person.get(at(request, 'messages'))).status === 200);
    note('search', await finds(word));
    note('its number', await finds(`#${request.number}`));
    note(
      'list',
      (await items('/api/requests?limit=100')).some(({ id }) => id === request.id),
    );
    note(
      'open',
      (await items('/api/requests?role=open&limit=100')).some(({ id }) => id === request.id),
    );
  }
  const change = { cursor: '0-0', subject: 'request', id: request.id, kind: 'x', recipient: null };
  const hearing = async (subject: keyof typeof requestAudiences) => {
    const [heard] = await requestAudiences[subject](hotel.db, [change]);
    return everybody().filter((person) => heard?.has(person.id));
  };
  return Object.fromEntries(
    Object.entries({
      ...ways,
      events: await hearing('request'),
      'events of the open': await hearing('openRequest'),
    }).map(([way, people]) => [way, namesOf(people)]),
  );
}

describe('a request is seen by the same people in every way', () => {
  const concerned = () => namesOf([hotel.aino, hotel.mika, hotel.liisa]);
  const ofThose = (people: string[]) => ({ page: people, conversation: people, search: people, 'its number': people });

  it.each(['usual', 'private'] as const)('%s: those who have to do with it', async (sight) => {
    const request = await withSight(sight, `The ${sight}kanari hums`);
    expect(await waysOf(request, `${sight}kanari`)).toEqual({
      ...ofThose(concerned()),
      list: concerned(),
      open: [],
      events: concerned(),
      'events of the open': [],
    });
  });

  it('open: everybody reads it, and it is in nobody else’s way', async () => {
    const request = await withSight('open', 'The openkanari hums');
    const everyone = namesOf(everybody());
    expect(await waysOf(request, 'openkanari')).toEqual({
      ...ofThose(everyone),
      list: concerned(),
      open: everyone,
      events: concerned(),
      'events of the open': everyone.filter((name) => !concerned().includes(name)),
    });
  });
});

describe('an open request', () => {
  it('is only read by those who have nothing to do with it', async () => {
    const request = await withSight('open', 'Open hours of the gym');
    expect(seen(await hotel.oleg.get(at(request))).can).toEqual([]);
    await refuses(hotel, () => hotel.oleg.post(at(request, 'messages'), { body: 'Me too' }), 403, 'notYours');
    await refuses(
      hotel,
      () => hotel.oleg.post(at(request, 'messages'), { body: 'x', kind: 'note' }),
      422,
      'noteNeedsTeam',
    );
    await refuses(hotel, () => hotel.oleg.call('PUT', at(request, `participants/${hotel.oleg.id}`)), 403, 'notYours');
  });
  it('keeps its notes with the team', async () => {
    const request = await withSight('open', 'Open question');
    seen(await hotel.mika.post(at(request, 'messages'), { body: 'The notekanari knows', kind: 'note' }));
    expect((await hotel.oleg.get(at(request, 'messages'))).text).not.toContain('notekanari');
    expect((await hotel.oleg.get('/api/search?q=notekanari')).body).toMatchObject({ requests: { total: 0 } });
  });
  it('is announced to those who read it as to those whom it concerns', async () => {
    const request = await withSight('open', 'Open and heard of');
    await hotel.mika.post(at(request, 'greeting'), { words: 'Hello' });
    const told = await hotel.db
      .selectFrom('platform_change')
      .where('id', '=', request.id)
      .where('kind', '=', 'greeted')
      .select('subject')
      .execute();
    expect(told.map(({ subject }) => subject).toSorted()).toEqual(['openRequest', 'request']);
  });
});

describe('a private request', () => {
  it('is handed over within its team only, and says so', async () => {
    const request = await withSight('private', 'A word about my contract');
    const over = (to: object) => () => hotel.mika.post(at(request, 'hand-over'), { ...to, context: 'Yours' });
    await refuses(hotel, over({ team: hotel.kitchen }), 422, 'privateStays', 'team');
    await refuses(hotel, over({ person: hotel.eeva.id }), 422, 'privateStays', 'person');
    expect(seen(await over({ person: hotel.liisa.id })())).toMatchObject({ team: { id: hotel.it }, state: 'asked' });
  });
  it('stays with its team when a promise is handed over by its lead, too', async () => {
    const request = await tell.promised();
    await transact(hotel.db, (tx) =>
      sql`update requests_request set sight = 'private' where id = ${request.id}`.execute(tx),
    );
    const call = () => hotel.liisa.post(at(request, 'hand-over'), { team: hotel.kitchen, context: 'Yours' });
    await refuses(hotel, call, 422, 'privateStays', 'team');
  });
  it('is shown to a colleague whom somebody adds knowingly, and to nobody by naming them', async () => {
    const request = await withSight('private', 'Between us');
    seen(await hotel.aino.post(at(request, 'messages'), { body: `@[Oleg](person:${hotel.oleg.id}) look` }));
    expect((await hotel.oleg.get(at(request))).status).toBe(404);
    seen(await hotel.aino.call('PUT', at(request, `participants/${hotel.eeva.id}`)));
    expect((await hotel.eeva.get(at(request))).status).toBe(200);
  });
  it('has no title for anybody else, whoever asks for it', async () => {
    const request = await withSight('private', 'Nobody reads this title');
    const who = (person: Person, teams: { id: string; lead: boolean }[] = []) =>
      ({ id: person.id, teams, session: 's', administrator: true, language: 'en', zone: 'UTC' }) as const;
    const named = async (...asked: Parameters<typeof who>) =>
      [...(await requestTitles(hotel.db, who(...asked), [request.id])).values()].map(({ title }) => title);
    expect(await named(hotel.jussi)).toEqual([]);
    expect(await named(hotel.oleg, [{ id: hotel.kitchen, lead: true }])).toEqual([]);
    expect(await named(hotel.aino)).toEqual(['Nobody reads this title']);
  });
});
