// Lists through HTTP: mine, today, the queue of a team; what is in them, page by page, and at a fixed price however long they are.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { todayParts, type Queue, type QueuePart, type RequestRow, type Today } from '../../contract/requests.ts';
import { addPerson, enlist, whoAre } from '../directory/directory.ts';
import { transact } from '../platform/db.ts';
import { tallyEnded } from '../trust/trust.ts';
import { at, must, openHotel, refuses, seen, stories, type Hotel, type Person } from './for-tests.ts';
import { sweep } from './jobs.ts';
import { today } from './lists.ts';

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

type Page = { items: RequestRow[]; next: string | null };
const list = async (person: Person, query = ''): Promise<Page> => (await person.get(`/api/requests${query}`)).body;
const idsOf = async (person: Person, query: string) => (await list(person, query)).items.map(({ id }) => id);
const todayOf = async (person: Person): Promise<Today> => (await person.get('/api/today')).body;
const queueOf = async (person: Person, part: QueuePart, more = ''): Promise<Queue> =>
  (await person.get(`/api/teams/${hotel.it}/queue?part=${part}${more}`)).body;
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('my requests', () => {
  it('are those that I may see, the newest change first', async () => {
    const first = await tell.ask();
    hotel.time('2026-11-24T08:01:00Z');
    const second = await tell.ask();
    expect((await idsOf(hotel.aino, '')).slice(0, 2)).toEqual([second.id, first.id]);
    hotel.time('2026-11-24T08:02:00Z');
    await hotel.mika.post(at(first, 'messages'), { body: 'On my way' });
    expect((await idsOf(hotel.aino, '')).slice(0, 2)).toEqual([first.id, second.id]);
    expect(await idsOf(hotel.oleg, '')).toEqual([]);
    expect(await idsOf(hotel.jussi, '')).toEqual([]);
  });
  it('are sorted by my part in them, by state, by team, and by whether they have ended', async () => {
    const asked = await tell.ask({ onBehalfOf: hotel.oleg.id, participants: [hotel.jussi.id] }, hotel.eeva);
    const ended = await tell.closed();
    expect(await idsOf(hotel.eeva, '?role=asked')).toEqual([asked.id]);
    expect(await idsOf(hotel.oleg, '?role=asked')).toEqual([asked.id]);
    expect(await idsOf(hotel.oleg, '?role=serving')).toEqual([]);
    expect(await idsOf(hotel.liisa, '?role=serving')).toContain(asked.id);
    expect(await idsOf(hotel.jussi, '?role=following')).toEqual([asked.id]);
    expect(await idsOf(hotel.eeva, '?role=following')).toEqual([]);
    expect(await idsOf(hotel.aino, '?open=false')).toContain(ended.id);
    expect(await idsOf(hotel.aino, '?open=true')).not.toContain(ended.id);
    expect(await idsOf(hotel.aino, '?state=closed')).toContain(ended.id);
    expect(await idsOf(hotel.eeva, `?team=${hotel.it}`)).toEqual([asked.id]);
    expect(await idsOf(hotel.eeva, `?team=${hotel.kitchen}`)).toEqual([]);
  });
  it('come page by page, each once, though some were changed at the same instant', async () => {
    for (let n = 0; n < 7; n += 1) await tell.ask();
    const all = await idsOf(hotel.aino, '?limit=100');
    const paged: string[] = [];
    let next: string | null = null;
    do {
      const page: Page = await list(hotel.aino, `?limit=3${next ? `&cursor=${next}` : ''}`);
      paged.push(...ids(page.items));
      next = page.next;
    } while (next);
    expect(paged).toEqual(all);
    expect(new Set(paged).size).toBe(paged.length);
  });
  it('refuse a page that there is not', async () => {
    await refuses(hotel, () => hotel.aino.get('/api/requests?cursor=x'), 422, 'badCursor', 'cursor');
    await refuses(hotel, () => hotel.aino.get('/api/requests?limit=101'), 422, 'tooBig', 'limit');
    await refuses(hotel, () => hotel.aino.get('/api/requests?state=lost'), 422, 'notAChoice', 'state');
    await refuses(hotel, () => hotel.aino.get('/api/requests?team=IT'), 422, 'notAnId', 'team');
  });
});

describe('today', () => {
  it('brings the most urgent of each list, says how many there are beyond, and leads to all of that list', async () => {
    await tell.proposed();
    await tell.countered();
    await tell.delivered();
    for (const person of [hotel.aino, hotel.mika, hotel.liisa]) {
      const [who] = await whoAre(hotel.db, [person.id]);
      const now = new Date('2026-11-24T08:00:00Z');
      const none = async () => new Map<string, never>();
      const whole = await today(hotel.db, who!, now, none);
      const cut = await today(hotel.db, who!, now, none, 2);
      for (const part of todayParts) {
        expect(new Set(await idsOf(person, `?today=${part}&limit=100`))).toEqual(new Set(ids(whole[part])));
        expect(cut[part].length + cut.more[part]).toBe(whole[part].length);
        expect(ids(cut[part]).slice(0, 1)).toEqual(ids(whole[part]).slice(0, 1));
        expect(whole.more[part]).toBe(0);
      }
    }
    const { more } = await today(
      hotel.db,
      (await whoAre(hotel.db, [hotel.aino.id]))[0]!,
      new Date(),
      async () => new Map(),
      2,
    );
    expect(more.waitingFor).toBeGreaterThan(0);
  });
  it('has what I promised, what waits for my word, what is asked of us and what I wait for, each once', async () => {
    const asked = await tell.ask();
    const offered = await tell.countered();
    const promised = await tell.promised();
    const proposed = await tell.proposed();
    const delivered = await tell.delivered();
    const mine = [asked, offered, promised, proposed, delivered].map(({ id }) => id);
    const only = (rows: readonly { id: string }[]) =>
      ids(rows)
        .filter((id) => mine.includes(id))
        .toSorted();
    const aino = await todayOf(hotel.aino);
    expect(only(aino.awaitingMyWord)).toEqual([offered.id, proposed.id, delivered.id].toSorted());
    expect(only(aino.waitingFor)).toEqual([asked.id, promised.id].toSorted());
    expect([only(aino.promised), only(aino.unanswered)]).toEqual([[], []]);
    const mika = await todayOf(hotel.mika);
    expect(only(mika.promised)).toEqual([promised.id, proposed.id].toSorted());
    expect(only(mika.unanswered)).toEqual([asked.id]);
    expect([only(mika.awaitingMyWord), only(mika.waitingFor)]).toEqual([[], []]);
  });
  it('has what is due first before the rest', async () => {
    const later = await tell.promised({ due: '2026-11-30T14:00:00Z' });
    const soon = await tell.promised({ due: '2026-11-24T09:00:00Z' });
    const { promised } = await todayOf(hotel.mika);
    expect(ids(promised).indexOf(soon.id)).toBeLessThan(ids(promised).indexOf(later.id));
  });
  it('has the last thanks, from whom, and for a month', async () => {
    const request = await tell.closed();
    const thanks = {
      request: request.id,
      words: 'Thank you!',
      from: expect.objectContaining({ name: 'Aino Virtanen' }),
    };
    expect((await todayOf(hotel.mika)).thanks).toContainEqual(expect.objectContaining(thanks));
    expect((await todayOf(hotel.liisa)).thanks).toEqual([]);
    hotel.time('2027-01-24T08:00:00Z');
    expect((await todayOf(hotel.mika)).thanks).toEqual([]);
  });
  it('shows my own record to me alone, and not as my team’s', async () => {
    await tell.closed();
    const mika = await todayOf(hotel.mika);
    expect(mika.mine?.total).toBeGreaterThan(0);
    expect((await todayOf(hotel.liisa)).mine).toBeNull();
    expect(mika.teams).toEqual([expect.objectContaining({ team: { id: hotel.it, name: 'IT' }, kept: null })]);
    await transact(hotel.db, async (tx) => {
      for (const name of ['Anna Aho', 'Kalle Koski', 'Sari Salo']) {
        const email = `${name.replace(' ', '.').toLowerCase()}@example.com`;
        must(await enlist(tx, hotel.it, must(await addPerson(tx, { name, email }, hotel.time())).id, false));
      }
    });
    // All that was promised in this team was promised by one person.
    await tallyEnded(hotel.db, null);
    hotel.time('2027-02-24T08:00:00Z');
    expect((await todayOf(hotel.liisa)).teams[0]?.kept).toBeNull();
    hotel.time('2027-01-24T08:00:00Z');
  });
  it('shows no record to anybody where the company has turned rates off', async () => {
    const turn = async (rates: boolean) => {
      const { headers } = await hotel.jussi.get('/api/company');
      const changed = await hotel.jussi.call(
        'PATCH',
        '/api/company',
        { rates },
        { 'if-match': String(headers['etag']) },
      );
      expect(changed.status).toBe(200);
    };
    await turn(false);
    const without = await todayOf(hotel.mika);
    expect([without.mine, ...without.teams.map(({ kept }) => kept)]).toEqual([null, null]);
    await turn(true);
    expect((await todayOf(hotel.mika)).mine?.total).toBeGreaterThan(0);
  });
});

describe('the queue of a team', () => {
  it('has each request in its part, and counts them', async () => {
    const before = (await queueOf(hotel.mika, 'unanswered')).counts;
    const asked = await tell.ask();
    const offered = await tell.countered();
    const promised = await tell.promised();
    const proposed = await tell.proposed({ due: '2026-11-27T10:00:00Z' });
    const delivered = await tell.delivered();
    const closed = await tell.closed();
    const everywhere: Partial<Record<QueuePart, string[]>> = {};
    for (const part of ['unanswered', 'promised', 'waiting', 'delivered', 'ended'] as const) {
      const mine = [asked, offered, promised, proposed, delivered, closed].map(({ id }) => id);
      everywhere[part] = ids((await queueOf(hotel.liisa, part)).items)
        .filter((id) => mine.includes(id))
        .toSorted();
    }
    expect(everywhere).toEqual({
      unanswered: [asked.id],
      promised: [promised.id, proposed.id].toSorted(),
      waiting: [offered.id, proposed.id].toSorted(),
      delivered: [delivered.id],
      ended: [closed.id],
    });
    expect((await queueOf(hotel.liisa, 'ended')).counts).toEqual({
      unanswered: before.unanswered + 1,
      promised: before.promised + 2,
      atRisk: before.atRisk,
      waiting: before.waiting + 2,
      delivered: before.delivered + 1,
    });
  });
  it('shows what is at risk once the clock has seen it', async () => {
    const request = await tell.promised();
    expect(ids((await queueOf(hotel.mika, 'atRisk')).items)).not.toContain(request.id);
    await sweep(hotel.db, hotel.time('2026-11-24T13:00:00Z'));
    const queue = await queueOf(hotel.mika, 'atRisk');
    expect(queue.items.find(({ id }) => id === request.id)).toMatchObject({ atRisk: true });
    expect(queue.counts.atRisk).toBe(queue.items.length);
  });
  it('narrows down to what one member promised', async () => {
    const request = await tell.ask();
    await hotel.liisa.post(at(request, 'promise'), { deliverable: 'A lamp', due: '2026-11-24T14:00:00Z' });
    expect(ids((await queueOf(hotel.mika, 'promised', `&provider=${hotel.liisa.id}`)).items)).toEqual([request.id]);
  });
  it('has no place for a member’s own need in the hands of others, but they see it among theirs', async () => {
    const own = await tell.ask({}, hotel.mika);
    const row = (await queueOf(hotel.mika, 'unanswered')).items.find(({ id }) => id === own.id);
    expect(row?.can ?? []).not.toContain('promise');
    expect(ids((await todayOf(hotel.mika)).unanswered)).not.toContain(own.id);
    expect(ids((await todayOf(hotel.mika)).waitingFor)).toContain(own.id);
  });
  it('is for its members: to others the team’s work does not exist, as for a team that there is not', async () => {
    const absent = await hotel.oleg.get('/api/teams/00000000-0000-4000-8000-000000000000/queue');
    for (const person of [hotel.oleg, hotel.aino, hotel.jussi]) {
      const said = await person.get(`/api/teams/${hotel.it}/queue`);
      expect([said.status, said.text]).toEqual([404, absent.text]);
    }
  });
});

describe('a list of three costs what a list of one costs', () => {
  const cost = async (person: Person, url: string) => {
    hotel.statements();
    expect((await person.get(url)).status).toBe(200);
    return hotel.statements();
  };
  it.each<[string, (size: number) => string]>([
    ['requests', (size) => `/api/requests?limit=${size}`],
    ['requests asked', (size) => `/api/requests?role=asked&limit=${size}`],
    ['a queue', (size) => `/api/teams/${hotel.it}/queue?part=promised&limit=${size}`],
    ['notices', (size) => `/api/notices?limit=${size}`],
    ['findings', (size) => `/api/search?q=projector&limit=${size}`],
  ])('%s', async (_, url) => {
    for (let n = 0; n < 3; n += 1) {
      const request = await tell.promised({}, { participants: [hotel.liisa.id] });
      await hotel.aino.post(at(request, 'messages'), { body: 'The projector again' });
    }
    // What was searched once need not be taken apart again.
    await cost(hotel.mika, url(1));
    const prices = [await cost(hotel.mika, url(1)), await cost(hotel.mika, url(3))];
    expect(prices[0]).toBeGreaterThan(0);
    expect(prices[1]).toBe(prices[0]);
  });
  it('today', async () => {
    const grown: number[] = [];
    for (const size of [1, 3]) {
      for (let n = 0; n < size; n += 1) await tell.ask({ person: hotel.jussi.id, team: undefined }, hotel.eeva);
      grown.push(await cost(hotel.jussi, '/api/today'));
    }
    expect(grown[1]).toBe(grown[0]);
  });
  it('a conversation', async () => {
    const request = await tell.ask({ participants: [hotel.eeva.id] });
    for (const person of [hotel.aino, hotel.mika, hotel.eeva])
      await person.post(at(request, 'messages'), { body: 'Hello' });
    const url = (size: number) => at(request, `messages?limit=${size}`);
    expect(await cost(hotel.mika, url(4))).toBe(await cost(hotel.mika, url(2)));
  });
  it('one request with many along', async () => {
    const few = await tell.ask({ participants: [hotel.eeva.id] });
    const many = await tell.ask({ participants: [hotel.eeva.id, hotel.oleg.id, hotel.jussi.id] });
    expect(seen(await hotel.aino.get(at(many))).participants).toHaveLength(3);
    expect(await cost(hotel.aino, at(many))).toBe(await cost(hotel.aino, at(few)));
  });
});
