// Closing through HTTP: delivered, accepted with thanks or given back, withdrawn, opened again, and how the ask was.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../contract/requests.ts';
import { at, openHotel, refuses, seen, stories, storyOf, toldOf, type Hotel } from './for-tests.ts';

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

const deliver = (request: { id: string }, more: object = {}, by = hotel.mika) =>
  by.post(at(request, 'delivery'), { done: 'Changed the cable', ...more });
const accept = (request: { id: string }, sent: object = {}, by = hotel.aino) =>
  by.post(at(request, 'acceptance'), sent);
const giveBack = (request: { id: string }, more: object = {}) =>
  hotel.aino.post(at(request, 'return'), { missing: 'There is no sound', ...more });

describe('a delivery', () => {
  it('says what was done and how long silence waits', async () => {
    const request = await tell.delivered();
    expect(request).toMatchObject({
      state: 'delivered',
      delivered: 'Changed the cable',
      deliveredAt: '2026-11-24T08:00:00.000Z',
    });
    expect(request.closeBy! > request.deliveredAt!).toBe(true);
    expect(await toldOf(hotel.aino, request)).toEqual(['delivered', 'promised']);
  });
  it('at the very due instant is in time; a moment later it needs what got in the way', async () => {
    const kept = await tell.promised();
    hotel.time('2026-11-24T14:00:00Z');
    await deliver(kept);
    expect(seen(await accept(kept)).promise?.outcome).toBe('kept');
    hotel.time('2026-11-24T08:00:00Z');
    const late = await tell.promised();
    hotel.time('2026-11-24T14:00:00.001Z');
    await refuses(hotel, () => deliver(late), 422, 'missReasonNeeded', 'missReason');
    await deliver(late, { missReason: 'supply' });
    expect(seen(await accept(late)).promise?.outcome).toBe('missed');
  });
  it('is the promiser’s, once, in words', async () => {
    const request = await tell.promised();
    await refuses(hotel, () => deliver(request, { done: '' }), 422, 'required', 'done');
    await refuses(hotel, () => deliver(request, {}, hotel.liisa), 403, 'notYours');
    await deliver(request);
    await refuses(hotel, () => deliver(request), 409, 'notFromHere');
  });
});

describe('acceptance', () => {
  it('gives thanks and ratings, each as one likes, and is never taken for more than was said', async () => {
    const request = await tell.delivered();
    const closed = seen(await accept(request, { ratings: { quality: 4 } }));
    expect(closed).toMatchObject({ state: 'closed', thanks: null, ratings: { quality: 4 }, closedBySilence: false });
    expect(await toldOf(hotel.mika, request)).toEqual(['accepted']);
  });
  it('shows ratings to the two sides and the lead, thanks to everybody here', async () => {
    const request = await tell.delivered();
    await hotel.aino.call('PUT', at(request, `participants/${hotel.oleg.id}`));
    await accept(request, { thanks: 'Thank you!', ratings: { timing: 5 } });
    for (const person of [hotel.aino, hotel.mika, hotel.liisa])
      expect(seen(await person.get(at(request))).ratings).toEqual({ timing: 5 });
    expect(seen(await hotel.oleg.get(at(request)))).toMatchObject({ ratings: null, thanks: 'Thank you!' });
  });
  it('is refused to the promiser, before the delivery, and with a rating that there is not', async () => {
    const promised = await tell.promised();
    await refuses(hotel, () => accept(promised), 409, 'notFromHere');
    const request = await tell.delivered();
    await refuses(hotel, () => accept(request, {}, hotel.mika), 403, 'notYours');
    await refuses(hotel, () => accept(request, { ratings: { timing: 6 } }), 422, 'tooBig', 'ratings.timing');
    await refuses(hotel, () => accept(request, { ratings: { timing: 0 } }), 422, 'tooSmall', 'ratings.timing');
  });
  it('is refused to whoever asked for a colleague and then did it themselves', async () => {
    const request = await tell.ask({ onBehalfOf: hotel.aino.id }, hotel.mika);
    await hotel.mika.post(at(request, 'promise'), { deliverable: 'A lamp', due: '2026-11-24T14:00:00Z' });
    await deliver(request);
    await refuses(hotel, () => accept(request, {}, hotel.mika), 403, 'notYours');
    expect((await accept(request)).status).toBe(200);
  });
  it('and giving back at the same moment is one of the two', async () => {
    const request = await tell.delivered();
    const both = await Promise.all([accept(request), giveBack(request)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const won: Request = both.find(({ status }) => status === 200)!.body;
    expect(seen(await hotel.aino.get(at(request))).state).toBe(won.state);
  });
});

describe('not right yet', () => {
  it('keeps the promised time while it is ahead', async () => {
    const request = await tell.delivered();
    const back = seen(await giveBack(request));
    expect(back).toMatchObject({
      state: 'promised',
      due: '2026-11-24T14:00:00.000Z',
      deliveredAt: null,
      delivered: null,
    });
    expect(await toldOf(hotel.mika, request)).toEqual(['returned']);
    await deliver(request);
    expect(seen(await accept(request)).promise?.outcome).toBe('kept');
  });
  it('gives until the end of the next working day when the promised time has passed', async () => {
    const request = await tell.delivered();
    hotel.time('2026-11-24T15:00:00Z');
    expect(seen(await giveBack(request)).due).toBe('2026-11-25T14:00:00.000Z');
    hotel.time('2026-11-27T10:00:00Z');
    await deliver(request, { missReason: 'supply' });
    expect(seen(await giveBack(request)).due).toBe('2026-11-30T14:00:00.000Z');
  });
  it('may name the time by which it is needed, ahead', async () => {
    const request = await tell.delivered();
    await refuses(hotel, () => giveBack(request, { due: '2026-11-24T07:59:00Z' }), 422, 'dueInPast', 'due');
    await refuses(hotel, () => giveBack(request, { due: '2029-11-24T08:00:00Z' }), 422, 'dueTooFar', 'due');
    expect(seen(await giveBack(request, { due: '2026-11-24T12:00:00Z' })).due).toBe('2026-11-24T12:00:00.000Z');
  });
  it('says what is missing', async () => {
    const request = await tell.delivered();
    await refuses(hotel, () => giveBack(request, { missing: ' ' }), 422, 'required', 'missing');
    const promised = await tell.promised();
    await refuses(hotel, () => giveBack(promised), 409, 'notFromHere');
  });
  it('after a late delivery is mended, not forgotten', async () => {
    const request = await tell.promised();
    hotel.time('2026-11-24T15:00:00Z');
    await deliver(request, { missReason: 'supply' });
    await giveBack(request, { due: '2026-11-25T12:00:00Z' });
    await deliver(request);
    expect(seen(await accept(request)).promise?.outcome).toBe('repaired');
  });
});

describe('withdrawing', () => {
  it('ends what is asked, offered or promised; a promise counts neither way', async () => {
    for (const request of [await tell.ask(), await tell.countered(), await tell.promised()]) {
      const withdrawn = seen(await hotel.aino.post(at(request, 'withdrawal'), { reason: 'It works again' }));
      expect(withdrawn).toMatchObject({ state: 'withdrawn', provider: null, counter: null, promise: null });
      expect((await storyOf(hotel.aino, request)).at(-1)).toBe('withdrawn');
    }
  });
  it('is the asker’s, and too late after the delivery', async () => {
    const request = await tell.delivered();
    await refuses(hotel, () => hotel.aino.post(at(request, 'withdrawal')), 409, 'notFromHere');
    const promised = await tell.promised();
    await refuses(hotel, () => hotel.mika.post(at(promised, 'withdrawal')), 403, 'notYours');
  });
});

describe('opening again', () => {
  const reopen = (request: { id: string }, by = hotel.aino) =>
    by.post(at(request, 'reopening'), { reason: 'It is green again' });

  it('asks the same people anew, and the old promise stays judged', async () => {
    const request = await tell.closed();
    const again = seen(await reopen(request));
    expect(again).toMatchObject({
      state: 'asked',
      number: request.number,
      greetedBy: null,
      provider: null,
      promise: null,
      endedAt: null,
    });
    expect(await toldOf(hotel.mika, request)).toEqual(['reopened', 'accepted']);
    const word = { deliverable: 'A new projector', due: '2026-11-25T14:00:00Z' };
    expect(seen(await hotel.liisa.post(at(request, 'promise'), word)).provider?.name).toBe('Liisa Laine');
    expect(await storyOf(hotel.aino, request)).toEqual([
      'asked',
      'promised',
      'delivered',
      'accepted',
      'reopened',
      'promised',
    ]);
  });
  it('is possible for thirty days, to the last instant', async () => {
    const request = await tell.closed();
    expect(request.reopenUntil).toBe('2026-12-24T08:00:00.000Z');
    hotel.time('2026-12-24T08:00:00.001Z');
    await refuses(hotel, () => reopen(request), 409, 'reopenWindowOver');
    expect(seen(await hotel.aino.get(at(request))).can).not.toContain('reopen');
    hotel.time('2026-12-24T08:00:00Z');
    expect(seen(await reopen(request)).state).toBe('asked');
  });
  it('is the asker’s, of what has ended', async () => {
    const request = await tell.closed();
    await refuses(hotel, () => reopen(request, hotel.mika), 403, 'notYours');
    const open = await tell.ask();
    await refuses(hotel, () => reopen(open), 409, 'notFromHere');
  });
  it('twice at the same moment happens once', async () => {
    const request = await tell.closed();
    const both = await Promise.all([reopen(request), reopen(request)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('how the ask was', () => {
  const rating = { clear: true, complete: false, inTime: true, thanked: true, words: 'Which Sali was not said' };
  const rate = (request: { id: string }, by = hotel.mika) => by.call('PUT', at(request, 'ask-rating'), rating);

  it('is noted by the promiser, for their own eyes only, and nobody can tell', async () => {
    const request = await tell.closed();
    const before = (await hotel.aino.get(at(request))).text;
    expect((await rate(request)).body).toEqual(rating);
    expect(seen(await hotel.mika.get(at(request))).askRating).toEqual(rating);
    for (const person of [hotel.aino, hotel.liisa]) expect(seen(await person.get(at(request))).askRating).toBeNull();
    expect((await hotel.aino.get(at(request))).text).toBe(before);
  });
  it('is nobody else’s to note, and not before there is something to say', async () => {
    const request = await tell.closed();
    await refuses(hotel, () => rate(request, hotel.aino), 403, 'notYours');
    await refuses(hotel, () => rate(request, hotel.liisa), 403, 'notYours');
    const promised = await tell.promised();
    await refuses(hotel, () => rate(promised), 409, 'notFromHere');
  });
});
