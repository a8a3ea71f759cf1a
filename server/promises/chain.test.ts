// Chains of promises, the promise of a request on its own page, and the lists: through HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromiseWhole } from '../../contract/promises.ts';
import {
  at,
  openHotel,
  refuses,
  seen as request,
  stories,
  toldOf,
  type Hotel,
  type Person,
} from '../requests/for-tests.ts';
import { due, later, makeAt, move, on, readPromise, seen, start } from './for-tests.ts';
import { sweepPromises } from './jobs.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());

// Tuesday 24 November 2026, 10:00 in Helsinki.
const read = readPromise;
const make = (more: object = {}, by = hotel.mika) => makeAt(hotel, more, by);

describe('a chain', () => {
  const chain = (who: Person, promise: { id: string }, dependsOn: string | null) =>
    who.call('PUT', on(promise, 'dependency'), { dependsOn });

  it('tells whoever waits, at once, when the promise below moves, comes, or does not', async () => {
    const below = await make({ to: hotel.mika.id }, hotel.oleg);
    const above = await make({ dependsOn: below.id });
    expect(above.waitsFor).toMatchObject({ id: below.id, deliverable: 'The figures', state: 'open' });
    // Whom it is promised to knows that it waits, and not for what.
    expect(await read(hotel.aino, above)).toMatchObject({ waitsFor: null, waitsHidden: true });
    await move(hotel.oleg, below, 'renegotiation', { due: later, reason: 'No time' });
    await move(hotel.mika, below, 'renegotiation/answer', { answer: 'accept' });
    // Whoever agreed knows.
    expect(await toldOf(hotel.mika, above)).toEqual([]);
    await move(hotel.oleg, below, 'delivery', { done: 'Here' });
    expect(await toldOf(hotel.mika, above)).toEqual(['chainKept']);
    hotel.time('2026-11-25T11:00:00Z');
    await move(hotel.mika, below, 'return', { missing: 'Half of it' });
    hotel.time('2026-11-27T11:00:00Z');
    await sweepPromises(hotel.db, {}, hotel.time());
    expect(await toldOf(hotel.mika, above)).toContain('chainMissed');
    await move(hotel.oleg, below, 'miss', { missReason: 'absence', reason: 'I was ill' });
    expect((await read(hotel.mika, above)).waitsFor).toMatchObject({ state: 'ended', outcome: 'missed' });
    expect((await read(hotel.mika, below)).waiting.map(({ id }) => id)).toEqual([above.id]);
  });

  it('is made and unmade by the promiser, and never a circle', async () => {
    const [a, b, c] = [await make(), await make(), await make()];
    for (const [one, other] of [
      [a, b],
      [b, c],
    ] as const)
      expect((await chain(hotel.mika, one, other.id)).status).toBe(200);
    await refuses(hotel, () => chain(hotel.mika, c, a.id), 422, 'waitsInACircle', 'dependsOn');
    await refuses(hotel, () => chain(hotel.mika, a, a.id), 422, 'waitsForItself', 'dependsOn');
    await refuses(hotel, () => chain(hotel.aino, a, null), 403, 'notYours');
    expect(seen(await chain(hotel.mika, b, null))).toMatchObject({ waitsFor: null, waitsHidden: false });
    expect((await chain(hotel.mika, c, a.id)).status).toBe(200);
  });

  it('closed from two sides at once stays open at one end', async () => {
    const [a, b] = [await make(), await make()];
    const both = await Promise.all([chain(hotel.mika, a, b.id), chain(hotel.mika, b, a.id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });
});

describe('the promise of a request', () => {
  it('is moved on its own page by the request’s own acts, so that the request tells it', async () => {
    hotel.time(start);
    const asked = await stories(hotel).promised();
    const id = asked.promise?.id ?? '';
    const mine = await read(hotel.mika, { id });
    expect(mine).toMatchObject({
      about: { subject: 'request', id: asked.id, title: asked.title },
      can: ['renegotiate', 'keep', 'miss', 'chain'],
    });
    expect((await read(hotel.liisa, { id })).can).toEqual([]);
    const done = await move(hotel.mika, { id }, 'delivery', { done: 'Changed the cable' });
    expect(done).toMatchObject({ state: 'delivered', version: mine.version + 1 });
    expect(request(await hotel.aino.get(at(asked)))).toMatchObject({
      state: 'delivered',
      delivered: 'Changed the cable',
    });
    await move(hotel.aino, { id }, 'acceptance', { thanks: 'Thank you!' });
    expect(request(await hotel.aino.get(at(asked)))).toMatchObject({ state: 'closed', thanks: 'Thank you!' });
    expect(await read(hotel.aino, { id })).toMatchObject({ state: 'ended', outcome: 'kept', can: [] });
  });

  it('that has ended has nothing to do with the one that runs there now', async () => {
    hotel.time(start);
    const asked = await stories(hotel).promised();
    const first = { id: asked.promise?.id ?? '' };
    await move(hotel.aino, first, 'release', { words: '' });
    request(await hotel.mika.post(at(asked, 'promise'), { deliverable: 'A lamp', due }));
    await refuses(hotel, () => hotel.mika.post(on(first, 'delivery'), { done: 'x' }), 409, 'notFromHere');
    expect((await read(hotel.mika, first)).can).toEqual([]);
  });
});

describe('the lists', () => {
  it('tell what I promised and what was promised to me, page by page, wherever it was promised', async () => {
    hotel.time(start);
    const fresh = { to: hotel.eeva.id };
    const made = [
      await make(fresh, hotel.liisa),
      await make({ ...fresh, due: later }, hotel.liisa),
      await make(fresh, hotel.liisa),
    ];
    const ids = async (who: Person, query: string) => {
      const found: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const { body } = await who.get(`/api/promises?limit=1&${query}${next && `&cursor=${next}`}`);
        const page: { items: PromiseWhole[]; next: string | null } = body;
        found.push(...page.items.map(({ id }) => id));
        next = page.next;
      }
      return found;
    };
    expect(await ids(hotel.liisa, 'side=made')).toEqual([made[0]?.id, made[2]?.id, made[1]?.id]);
    expect(await ids(hotel.eeva, 'side=given')).toEqual([made[0]?.id, made[2]?.id, made[1]?.id]);
    await move(hotel.eeva, made[0]!, 'release');
    expect(await ids(hotel.eeva, 'side=given&state=ended')).toEqual([made[0]?.id]);
    expect(await ids(hotel.oleg, 'side=given')).not.toContain(made[1]?.id);
    const { body } = await hotel.liisa.get('/api/promises/today');
    expect((body as { due: PromiseWhole[] }).due.map(({ id }) => id)).toEqual([made[2]?.id, made[1]?.id]);
    await move(hotel.liisa, made[1]!, 'delivery', { done: 'Here' });
    const today = (await hotel.eeva.get('/api/promises/today')).body as { waiting: PromiseWhole[] };
    expect(today.waiting.map(({ id }) => id)).toEqual([made[1]?.id]);
  });

  it('suggest times in the working hours of who promises', async () => {
    hotel.time(start);
    const { body } = await hotel.mika.get('/api/promises/due-choices?at=2026-11-24T16:00:00Z');
    const items = (body as { items: { code: string; inWorkingTime: boolean }[] }).items;
    expect(items.find(({ code }) => code === 'asked')?.inWorkingTime).toBe(false);
    expect(items.length).toBeGreaterThan(3);
  });
});
