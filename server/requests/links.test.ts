// Links between requests through HTTP: who makes them, how they read from both sides, and that whoever does not see both finds no trace.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RequestLinks } from '../../contract/request-links.ts';
import type { Request } from '../../contract/requests.ts';
import { at, openHotel, refuses, seen, stories, storyOf, type Hotel, type Person } from './for-tests.ts';

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

const link = (by: Person, one: Request, other: { id: string }, kind = 'blocks') =>
  by.call('PUT', at(one, `links/${other.id}`), { kind });
const linksOf = async (by: Person, request: Request): Promise<RequestLinks> => {
  const said = await by.get(at(request, 'links'));
  expect(said.status, said.text).toBe(200);
  return said.body;
};
const short = ({ items }: RequestLinks) => items.map(({ kind, request }) => [kind, request.title]);
const askKitchen = (title: string) => tell.ask({ title, team: hotel.kitchen }, hotel.oleg);
/** Asked of Mika by name: nobody else sees it but Aino. */
const between = (title: string) => tell.ask({ title, team: undefined, person: hotel.mika.id });

it('each side reads how the other stands to it, with state and due', async () => {
  const [one, two] = [await tell.promised({}, { title: 'A cable' }), await tell.ask({ title: 'A talk' })];
  expect((await link(hotel.mika, one, two)).status).toBe(200);
  expect(short(await linksOf(hotel.aino, one))).toEqual([['blocks', 'A talk']]);
  const other = await linksOf(hotel.aino, two);
  expect(short(other)).toEqual([['waitsFor', 'A cable']]);
  expect(other.items[0]).toMatchObject({ mayUnlink: true, request: { state: 'promised', due: one.due } });
  expect(other.mayLink).toBe(true);
});

it('two requests stand to each other in one way: the new takes the place of the old, and the same again changes nothing', async () => {
  const [one, two] = [await tell.ask(), await tell.ask({ title: 'A talk' })];
  await link(hotel.mika, one, two, 'partOf');
  await link(hotel.aino, two, one, 'hasPart');
  expect(await storyOf(hotel.aino, one)).toEqual(['asked', 'linked']);
  await link(hotel.aino, two, one, 'related');
  expect(short(await linksOf(hotel.mika, one))).toEqual([['related', 'A talk']]);
  expect(await storyOf(hotel.aino, one)).toEqual(['asked', 'linked', 'linked']);
});

it('is no new version of either request and moves neither up in lists', async () => {
  const [one, two] = [await tell.ask(), await tell.ask()];
  hotel.time('2026-11-24T09:00:00Z');
  await link(hotel.mika, one, two);
  for (const request of [one, two]) {
    const now = seen(await hotel.aino.get(at(request)));
    expect([now.version, now.updatedAt]).toEqual([request.version, request.updatedAt]);
  }
});

it('whoever does not see the other finds no link, no line of history and no news', async () => {
  const [one, hidden] = [await tell.ask({ title: 'A cable' }), await between('Something private')];
  const before = (await hotel.liisa.get(at(one, 'messages'))).text;
  expect((await link(hotel.mika, one, hidden)).status).toBe(200);
  expect(await storyOf(hotel.mika, one)).toEqual(['asked', 'linked']);
  expect((await hotel.liisa.get(at(one, 'messages'))).text).toBe(before);
  expect(await linksOf(hotel.liisa, one)).toEqual({ items: [], mayLink: true });
  const { rows } = await hotel.database.pool.query<{ recipient: string }>(
    `select recipient::text from platform_change where kind = 'linked' and id = $1 order by 1`,
    [one.id],
  );
  expect(rows.map(({ recipient }) => recipient)).toEqual([hotel.aino.id, hotel.mika.id].toSorted());
});

it('a request that one does not see cannot be linked, and looks as one that does not exist', async () => {
  const [one, hidden] = [await tell.ask(), await askKitchen('Knives')];
  const nowhere = { id: '00000000-0000-4000-8000-000000000000' };
  await refuses(hotel, () => link(hotel.mika, one, hidden), 404, 'notFound');
  expect((await link(hotel.mika, one, hidden)).text).toBe((await link(hotel.mika, one, nowhere)).text);
  expect((await hotel.oleg.get(at(one, 'links'))).status).toBe(404);
});

it('is made by those who ask or serve one of the two, not by those who only read along', async () => {
  const [one, two] = [
    await tell.ask({ participants: [hotel.eeva.id] }),
    await tell.ask({ participants: [hotel.eeva.id] }),
  ];
  await refuses(hotel, () => link(hotel.eeva, one, two), 403, 'notYours');
  expect((await linksOf(hotel.eeva, one)).mayLink).toBe(false);
  const own = await tell.ask({ title: 'My own' }, hotel.eeva);
  expect((await link(hotel.eeva, one, own)).status).toBe(200);
});

it('is not made with itself', async () => {
  const one = await tell.ask();
  await refuses(hotel, () => link(hotel.mika, one, one), 422, 'linkToItself');
});

it('is taken away by the same, from either side, once', async () => {
  const [one, two] = [await tell.ask(), await tell.ask()];
  await link(hotel.mika, one, two);
  expect((await hotel.aino.call('DELETE', at(two, `links/${one.id}`))).status).toBe(204);
  expect(short(await linksOf(hotel.aino, one))).toEqual([]);
  expect(await storyOf(hotel.aino, one)).toEqual(['asked', 'linked', 'unlinked']);
  await refuses(hotel, () => hotel.aino.call('DELETE', at(two, `links/${one.id}`)), 404, 'notFound');
});

it('lists them in the order in which they were made', async () => {
  const one = await tell.ask();
  for (const [hour, title] of ['C', 'A', 'B'].entries()) {
    hotel.time(`2026-11-24T1${hour}:30:00Z`);
    await link(hotel.mika, one, await tell.ask({ title }), 'hasPart');
  }
  expect(short(await linksOf(hotel.aino, one)).map(([, title]) => title)).toEqual(['C', 'A', 'B']);
});
