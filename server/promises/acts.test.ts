// Promises outside of requests, through HTTP: a story from both sides, who is told, what is refused, what time does to them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromiseWhole } from '../../contract/promises.ts';
import { openHotel, refuses, toldOf, type Hotel } from '../requests/for-tests.ts';
import { later, makeAt, move, on, readPromise, start } from './for-tests.ts';
import { sweepPromises } from './jobs.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());

// Tuesday 24 November 2026, 10:00 in Helsinki.
const read = readPromise;
const make = (more: object = {}, by = hotel.mika) => makeAt(hotel, more, by);

const kinds = ({ history }: PromiseWhole) => history.map(({ kind }) => kind);

describe('a promise out of the blue', () => {
  it('is open at once, and the other side hears of it', async () => {
    const made = await make();
    expect(made).toMatchObject({
      state: 'open',
      about: null,
      acceptedAt: null,
      can: ['renegotiate', 'keep', 'miss', 'chain'],
    });
    expect((await read(hotel.aino, made)).can).toEqual(['accept', 'counter', 'release']);
    expect(await toldOf(hotel.aino, made)).toEqual(['promised']);
    expect(await toldOf(hotel.mika, made)).toEqual([]);
  });

  it('is kept, seen from both sides', async () => {
    const made = await make();
    expect((await move(hotel.aino, made, 'nod', { words: 'Lovely' })).acceptedAt).toBe('2026-11-24T08:00:00.000Z');
    hotel.time('2026-11-24T13:00:00Z');
    const done = await move(hotel.mika, made, 'delivery', { done: 'In your folder' });
    expect(done).toMatchObject({ state: 'delivered', done: 'In your folder', can: [] });
    // Three working days of silence: until Friday at the same time.
    expect(done.closeBy).toBe('2026-11-27T13:00:00.000Z');
    const ended = await move(hotel.aino, made, 'acceptance', { thanks: 'Thank you!' });
    expect(ended).toMatchObject({
      state: 'ended',
      outcome: 'kept',
      thanks: 'Thank you!',
      closedBySilence: false,
      can: [],
    });
    expect(kinds(ended)).toEqual(['made', 'nodded', 'delivered', 'ended']);
    expect(await toldOf(hotel.mika, made)).toEqual(['accepted', 'promiseNodded']);
    expect(await toldOf(hotel.aino, made)).toEqual(['delivered', 'promised']);
  });

  it('is renegotiated in time, and counts as kept', async () => {
    const made = await make();
    const asked = await move(hotel.mika, made, 'renegotiation', { due: later, reason: 'One figure is missing' });
    expect(asked.proposal).toMatchObject({ by: 'promiser', honourable: true });
    expect(asked.can).toEqual(['takeBack', 'keep', 'miss', 'chain']);
    expect((await read(hotel.aino, made)).can).toEqual(['answer', 'release']);
    expect((await move(hotel.aino, made, 'renegotiation/answer', { answer: 'accept' })).due).toBe(
      '2026-11-25T10:00:00.000Z',
    );
    hotel.time('2026-11-25T09:00:00Z');
    await move(hotel.mika, made, 'delivery', { done: 'Here' });
    expect((await move(hotel.aino, made, 'acceptance')).outcome).toBe('keptRenegotiated');
  });

  it('is asked for differently by the other side, which the promiser accepts or holds', async () => {
    const made = await make();
    const asked = await move(hotel.aino, made, 'counter-offer', {
      due: later,
      deliverable: 'All figures',
      reason: 'No hurry',
    });
    expect(asked.proposal).toMatchObject({ by: 'promisee', deliverable: 'All figures' });
    expect(asked.can).toEqual(['takeBack', 'release']);
    expect((await read(hotel.mika, made)).can).toEqual(['answer', 'keep', 'miss', 'chain']);
    expect(await toldOf(hotel.mika, made)).toEqual(['promiseCountered']);
    expect(await move(hotel.mika, made, 'renegotiation/answer', { answer: 'hold' })).toMatchObject({
      deliverable: 'The figures',
      proposal: null,
    });
    await move(hotel.aino, made, 'counter-offer', { due: later, deliverable: 'All figures', reason: 'No hurry' });
    const agreed = await move(hotel.mika, made, 'renegotiation/answer', { answer: 'accept' });
    expect(agreed).toMatchObject({ deliverable: 'All figures', due: '2026-11-25T10:00:00.000Z', renegotiations: 1 });
    expect(kinds(agreed)).toEqual(['made', 'countered', 'held', 'countered', 'accepted']);
    expect(await toldOf(hotel.aino, made)).toEqual(['renegotiationAccepted', 'promiseHeld', 'promised']);
  });

  it('stands again when whoever asked for another time no longer does, from either side', async () => {
    const made = await make();
    const back = async (who = hotel.mika, promise = made) => who.call('DELETE', on(promise, 'renegotiation'));
    await refuses(hotel, back, 409, 'nothingProposed');
    for (const [who, other, path] of [
      [hotel.mika, hotel.aino, 'renegotiation'],
      [hotel.aino, hotel.mika, 'counter-offer'],
    ] as const) {
      await move(who, made, path, { due: later, reason: 'One figure is missing' });
      await refuses(hotel, () => back(other), 403, 'notYours');
      await refuses(hotel, () => back(hotel.oleg), 404, 'notFound');
      const stale = { 'if-match': '"1"' };
      const late = () => who.call('DELETE', on(made, 'renegotiation'), undefined, stale);
      await refuses(hotel, late, 412, 'changedMeanwhile');
      expect((await back(who)).body).toMatchObject({ proposal: null, due: made.due, renegotiations: 0 });
      expect((await toldOf(other, made))[0]).toBe('promiseStands');
    }
    const now = await read(hotel.aino, made);
    expect(kinds(now)).toEqual(['made', 'proposed', 'takenBack', 'countered', 'takenBack']);
    expect(now.can).toEqual(['accept', 'counter', 'release']);
  });

  it('asked for differently when its time had passed, is repaired, and says what got in the way', async () => {
    const made = await make();
    hotel.time('2026-11-24T15:00:00Z');
    await move(hotel.aino, made, 'counter-offer', { due: later, reason: 'Tomorrow then?' });
    const answer = { answer: 'accept' };
    await refuses(
      hotel,
      () => hotel.mika.post(on(made, 'renegotiation/answer'), answer),
      422,
      'missReasonNeeded',
      'missReason',
    );
    await move(hotel.mika, made, 'renegotiation/answer', { ...answer, missReason: 'forgot' });
    await move(hotel.mika, made, 'delivery', { done: 'Here' });
    expect((await move(hotel.aino, made, 'acceptance')).outcome).toBe('repaired');
  });

  it('is taken back while there is time, and missed once there is none, with what got in the way', async () => {
    const [early, late] = [await make(), await make()];
    const why = { missReason: 'waitingOnOthers', reason: 'The bank has not answered' };
    expect(await move(hotel.mika, early, 'miss', why)).toMatchObject({
      outcome: 'revoked',
      missReason: 'waitingOnOthers',
    });
    hotel.time('2026-11-24T15:00:00Z');
    expect(await move(hotel.mika, late, 'miss', why)).toMatchObject({ outcome: 'missed', missWords: why.reason });
    expect((await read(hotel.aino, late)).missWords).toBe(why.reason);
    expect([await toldOf(hotel.aino, early), await toldOf(hotel.aino, late)]).toEqual([
      ['revoked', 'promised'],
      ['promiseMissed', 'promised'],
    ]);
  });

  it('comes back as not right yet, until the time that was named or the end of the next working day', async () => {
    const made = await make();
    await move(hotel.mika, made, 'delivery', { done: 'Here' });
    expect((await move(hotel.aino, made, 'return', { missing: 'The last page' })).due).toBe('2026-11-24T14:00:00.000Z');
    hotel.time('2026-11-24T15:00:00Z');
    await move(hotel.mika, made, 'delivery', { done: 'Here', missReason: 'tookLonger' });
    expect((await move(hotel.aino, made, 'return', { missing: 'The first' })).due).toBe('2026-11-25T14:00:00.000Z');
    await move(hotel.mika, made, 'delivery', { done: 'All of it' });
    expect(await move(hotel.aino, made, 'acceptance')).toMatchObject({ outcome: 'repaired' });
  });

  it('is let go by the other side, and counts neither way', async () => {
    const made = await make();
    expect((await move(hotel.aino, made, 'release', { words: 'I found them' })).outcome).toBe('released');
    expect(await toldOf(hotel.mika, made)).toEqual(['released']);
  });
});

describe('what is refused', () => {
  it.each([
    ['to oneself', () => ({ to: hotel.mika.id }), 'promiseYourself', 'to'],
    ['to nobody', () => ({ to: '0199a7a0-0000-7000-8000-000000000000' }), 'unknownPerson', 'to'],
    ['for a time that has passed', () => ({ due: start }), 'dueInPast', 'due'],
    [
      'in the wait for nothing',
      () => ({ dependsOn: '0199a7a0-0000-7000-8000-000000000000' }),
      'unknownPromise',
      'dependsOn',
    ],
    [
      'because of what one does not see',
      () => ({ origin: { subject: 'request', id: hotel.aino.id } }),
      'unknownOrigin',
      'origin.id',
    ],
  ] as const)('a promise %s', async (_, more, code, field) => {
    const body = { to: hotel.aino.id, deliverable: 'The figures', due: later, ...more() };
    await refuses(hotel, () => hotel.mika.post('/api/promises', body), 422, code, field);
  });

  it('what is the other side’s to do, what was done already, and what somebody else changed meanwhile', async () => {
    const made = await make();
    await refuses(hotel, () => hotel.aino.post(on(made, 'delivery'), { done: 'x' }), 403, 'notYours');
    await refuses(hotel, () => hotel.mika.post(on(made, 'nod')), 403, 'notYours');
    await refuses(hotel, () => hotel.aino.post(on(made, 'acceptance')), 409, 'notFromHere');
    await refuses(
      hotel,
      () => hotel.aino.post(on(made, 'renegotiation/answer'), { answer: 'hold' }),
      409,
      'nothingProposed',
    );
    await move(hotel.aino, made, 'nod');
    await refuses(hotel, () => hotel.aino.post(on(made, 'nod')), 409, 'alreadyNodded');
    const old = { 'if-match': '"1"' };
    await refuses(hotel, () => hotel.mika.post(on(made, 'delivery'), { done: 'x' }, old), 412, 'changedMeanwhile');
  });

  it('is all that nobody else gets: for others there is no such promise', async () => {
    const made = await make();
    for (const who of [hotel.liisa, hotel.oleg, hotel.jussi]) {
      await refuses(hotel, () => who.get(on(made)), 404, 'notFound');
      await refuses(hotel, () => who.post(on(made, 'release')), 404, 'notFound');
    }
  });
});

describe('time', () => {
  it('is an instant: another zone of the promiser moves nothing that was promised', async () => {
    const made = await make({ due: '2026-12-01T07:30:00Z' }, hotel.liisa);
    const person = (await hotel.jussi.get(`/api/people/${hotel.liisa.id}`)).body as { version: number };
    const change = { zone: 'America/Santiago' };
    const moved = await hotel.jussi.call('PATCH', `/api/people/${hotel.liisa.id}`, change, {
      'if-match': `"${person.version}"`,
    });
    expect(moved.status).toBe(200);
    expect(await read(hotel.liisa, made)).toMatchObject({ due: '2026-12-01T07:30:00.000Z', zone: made.zone });
  });

  it('warns the promiser once, tells both once when it has passed, and accepts for whoever says nothing', async () => {
    const made = await make();
    for (const now of ['2026-11-24T12:59:00Z', '2026-11-24T13:00:00Z', '2026-11-24T14:00:01Z', '2026-11-24T14:30:00Z'])
      await Promise.all([1, 2].map(() => sweepPromises(hotel.db, {}, hotel.time(now))));
    expect(await toldOf(hotel.mika, made)).toEqual(['overdue', 'atRisk']);
    expect(await toldOf(hotel.aino, made)).toEqual(['overdue', 'promised']);
    const { closeBy } = await move(hotel.mika, made, 'delivery', { done: 'Here', missReason: 'tookLonger' });
    await sweepPromises(hotel.db, {}, hotel.time(new Date(Date.parse(closeBy ?? '') - 1).toISOString()));
    expect((await read(hotel.aino, made)).state).toBe('delivered');
    await Promise.all([1, 2].map(() => sweepPromises(hotel.db, {}, hotel.time(closeBy ?? ''))));
    expect(await read(hotel.aino, made)).toMatchObject({ outcome: 'missed', closedBySilence: true, thanks: null });
    expect(await toldOf(hotel.aino, made)).toEqual(['closedBySilence', 'delivered', 'overdue', 'promised']);
  });
});
