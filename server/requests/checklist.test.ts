// The checklist through HTTP: who ticks, adds, rewords, orders and removes; who only sees it; and that it hinders no other act.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Request } from '../../contract/requests.ts';
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

const add = async (request: Request, words: string, by: Person = hotel.mika) =>
  seen(await by.post(at(request, 'checklist'), { words }));
const itemIn = (request: Request, words: string) => request.items.find((item) => item.words === words)?.id ?? '';
const change = (request: Request, item: string, body: object, by: Person = hotel.mika) =>
  by.call('PATCH', at(request, `checklist/${item}`), body);

/** A request with two things to tick off. */
async function withTwo(): Promise<Request> {
  const request = await tell.ask();
  await add(request, 'Order the cable');
  return add(request, 'Change the lamp');
}

it('those who serve tick off, and whoever sees the request sees who did it', async () => {
  const request = await withTwo();
  seen(await change(request, itemIn(request, 'Change the lamp'), { done: true }));
  const read = seen(await hotel.aino.get(at(request)));
  expect(read.items).toMatchObject([
    { words: 'Order the cable', doneBy: null, doneAt: null },
    { words: 'Change the lamp', doneBy: { id: hotel.mika.id }, doneAt: '2026-11-24T08:00:00.000Z' },
  ]);
  expect(read.checklist).toEqual({ done: 1, all: 2 });
  expect(read.can).not.toContain('checklist');
});

it('ticked twice it stays as it was first; unticked it is open again', async () => {
  const request = await withTwo();
  const item = itemIn(request, 'Order the cable');
  seen(await change(request, item, { done: true }));
  hotel.time('2026-11-24T09:00:00Z');
  const again = seen(await change(request, item, { done: true }, hotel.liisa));
  expect(again.items[0]).toMatchObject({ doneBy: { id: hotel.mika.id }, doneAt: '2026-11-24T08:00:00.000Z' });
  expect(seen(await change(request, item, { done: false })).checklist).toEqual({ done: 0, all: 2 });
});

it('is put in other words and another order, and things are taken off it', async () => {
  const request = await withTwo();
  const [first = '', second = ''] = request.items.map(({ id }) => id);
  seen(await change(request, first, { words: 'Order two cables' }));
  const order = (items: string[]) => hotel.mika.call('PUT', at(request, 'checklist'), { items });
  expect(seen(await order([second, first])).items.map(({ words }) => words)).toEqual([
    'Change the lamp',
    'Order two cables',
  ]);
  await refuses(hotel, () => order([second]), 422, 'notTheseItems', 'items');
  await refuses(hotel, () => order([second, second]), 422, 'notTheseItems', 'items');
  expect(seen(await hotel.mika.call('DELETE', at(request, `checklist/${second}`))).items).toHaveLength(1);
  await refuses(hotel, () => hotel.mika.call('DELETE', at(request, `checklist/${second}`)), 404, 'notFound');
});

it('is not for the one who needs it to change, nor for anybody to see who may not see the request', async () => {
  const request = await withTwo();
  const item = itemIn(request, 'Order the cable');
  await refuses(hotel, () => change(request, item, { done: true }, hotel.aino), 403, 'notYours');
  await refuses(hotel, () => change(request, item, { done: true }, hotel.oleg), 404, 'notFound');
  const other = await withTwo();
  await refuses(hotel, () => change(other, item, { done: true }), 404, 'notFound');
});

it('is no new version: nobody’s act is refused because something was ticked off', async () => {
  const request = await withTwo();
  seen(await change(request, itemIn(request, 'Order the cable'), { done: true }));
  const edit = { title: 'In other words' };
  const edited = await hotel.aino.call('PATCH', at(request), edit, { 'if-match': `"${request.version}"` });
  expect(seen(edited).title).toBe('In other words');
});

it('stands still when the request has ended', async () => {
  const request = await withTwo();
  seen(await hotel.aino.post(at(request, 'withdrawal')));
  await refuses(hotel, () => change(request, itemIn(request, 'Order the cable'), { done: true }), 409, 'notFromHere');
});
