// One move on many requests: each is done or refused by itself.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BulkOutcome } from '../../contract/request-bulk.ts';
import { at, openHotel, seen, stories, type Hotel, type Person } from './for-tests.ts';

let hotel: Hotel;
let story: ReturnType<typeof stories>;
beforeEach(async () => {
  hotel = await openHotel();
  story = stories(hotel);
});
afterEach(() => hotel.close());

const move = async (by: Person, body: object): Promise<BulkOutcome['items']> => {
  const said = await by.post('/api/requests/moves', body);
  if (said.status !== 200) throw new Error(said.text);
  const outcome: BulkOutcome = said.body;
  return outcome.items;
};
const codes = (items: BulkOutcome['items']) => items.map(({ done, problem }) => (done ? 'done' : problem?.code));

test('what can be done is done, what cannot is told with its reason, and neither touches the other', async () => {
  const [first, greeted, third] = [await story.ask(), await story.ask(), await story.ask()];
  seen(await hotel.liisa.post(at(greeted, 'greeting'), { words: 'Hello' }));
  const items = await move(hotel.mika, {
    move: 'greet',
    items: [first, greeted, third].map(({ id }) => ({ id })),
    words: 'Hello all',
  });
  expect(codes(items)).toEqual(['done', 'alreadyGreeted', 'done']);
  expect(items[1]?.problem?.detail).toMatch(/Liisa/);
  for (const { id } of [first, third]) expect(seen(await hotel.mika.get(at({ id }))).greetedBy?.id).toBe(hotel.mika.id);
});

test('a request that one may not see is one that does not exist', async () => {
  const hidden = await story.ask();
  const nowhere = '0199a7a0-0000-7000-8000-000000000000';
  const [known, unknown] = await move(hotel.oleg, {
    move: 'decline',
    items: [{ id: hidden.id }, { id: nowhere }],
    reason: 'No',
  });
  expect(known?.problem).toEqual(unknown?.problem);
  expect(seen(await hotel.aino.get(at(hidden))).state).toBe('asked');
});

test('what changed after it was seen is not acted upon', async () => {
  const one = await story.ask();
  seen(await hotel.aino.call('PATCH', at(one), { title: 'Another' }, { 'if-match': `"${one.version}"` }));
  const items = await move(hotel.mika, {
    move: 'promise',
    items: [{ id: one.id, version: one.version }],
    due: '2026-11-24T14:00:00Z',
  });
  expect(codes(items)).toEqual(['changedMeanwhile']);
});

test('each is promised in its own words, and each can be told its own', async () => {
  const one = await story.ask({ title: 'A lamp' });
  await move(hotel.mika, {
    move: 'promise',
    items: [{ id: one.id, words: 'For you, Aino' }],
    due: '2026-11-24T14:00:00Z',
    words: 'For all',
  });
  expect(seen(await hotel.aino.get(at(one))).promise).toMatchObject({ deliverable: 'A lamp' });
  expect((await hotel.aino.get(at(one, 'messages'))).text).toContain('For you, Aino');
});

test('sent again with its key, it takes effect once', async () => {
  const one = await story.ask();
  const send = () =>
    hotel.mika.post(
      '/api/requests/moves',
      { move: 'greet', items: [{ id: one.id }], words: 'Hi' },
      { 'idempotency-key': 'k-1' },
    );
  expect((await send()).text).toBe((await send()).text);
  expect((await hotel.aino.get(at(one, 'messages'))).text.split('"Hi"').length - 1).toBe(1);
});

test('more than a hundred at once are refused', async () => {
  const one = await story.ask();
  const items = Array.from({ length: 101 }, () => ({ id: one.id }));
  expect((await hotel.mika.post('/api/requests/moves', { move: 'greet', items })).status).toBe(422);
});
