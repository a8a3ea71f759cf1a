// Appointments through HTTP: arranged, answered, moved, called off, held; what is promised there is in the ledger.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Appointment } from '../../contract/appointments.ts';
import { openHotel, type Hotel, type Person } from '../requests/for-tests.ts';
import { arrange, at, conclude, made, noticesOf, see, thursday } from './for-tests.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());
beforeEach(async () => {
  hotel.time('2026-11-24T08:00:00Z');
  await sql`update appointments_appointment set state = 'cancelled', ended_at = now() where state = 'arranged'`.execute(
    hotel.db,
  );
});

describe('an appointment that the one who delivers arranges', () => {
  it('is promised at once, due when it begins', async () => {
    const one = await arrange(hotel, hotel.mika);
    expect(one).toMatchObject({
      state: 'arranged',
      sequence: 0,
      answer: 'none',
      setBy: { id: hotel.mika.id },
      asks: { id: hotel.aino.id },
      delivers: { id: hotel.mika.id },
      awaits: null,
      can: ['move', 'cancel'],
      steps: [{ what: 'arranged', to: thursday }],
    });
    expect(one.deliverables.map(({ words, promise }) => [words, promise?.due, promise?.by.id])).toEqual([
      ['The list', thursday, hotel.mika.id],
      ['A sum', thursday, hotel.mika.id],
    ]);
    expect(await see(hotel.aino, one)).toMatchObject({ awaits: 'answer', can: ['answer', 'move', 'cancel'] });
    expect(await noticesOf(hotel.aino, one)).toEqual(['appointmentMade']);
  });
  it('is seen by its two people and by nobody else', async () => {
    const one = await arrange(hotel, hotel.mika);
    for (const who of [hotel.liisa, hotel.jussi]) {
      expect((await who.get(at(one))).text).toBe(
        (await who.get(at({ id: '0199a7a0-0000-7000-8000-000000000000' }))).text,
      );
      expect((await who.post(at(one, '/answer'), { answer: 'accepted' })).status).toBe(404);
      expect((await who.get('/api/appointments')).text).not.toContain(one.id);
    }
  });
});

describe('an appointment that the one who asks arranges', () => {
  it('makes the promises with the yes of the one who delivers', async () => {
    const one = await arrange(hotel, hotel.aino);
    expect(one.deliverables.map(({ promise }) => promise)).toEqual([null, null]);
    const yes = made(await hotel.mika.post(at(one, '/answer'), { answer: 'accepted', words: 'Gladly' }));
    expect(yes).toMatchObject({ answer: 'accepted', awaits: null });
    expect(yes.deliverables.map(({ promise }) => promise?.due)).toEqual([thursday, thursday]);
    expect(await noticesOf(hotel.aino, one)).toEqual(['appointmentAccepted']);
  });
  it('promises nothing with a no', async () => {
    const one = await arrange(hotel, hotel.aino);
    const no = made(await hotel.mika.post(at(one, '/answer'), { answer: 'declined', words: 'I am away' }));
    expect(no.deliverables.map(({ promise }) => promise)).toEqual([null, null]);
    expect(await noticesOf(hotel.aino, one)).toEqual(['appointmentDeclined']);
  });
  it('is not answered by whoever set its time, nor after it has come', async () => {
    const one = await arrange(hotel, hotel.aino);
    expect((await hotel.aino.post(at(one, '/answer'), { answer: 'accepted' })).body).toMatchObject({
      code: 'notYours',
    });
    hotel.time(thursday);
    expect((await hotel.mika.post(at(one, '/answer'), { answer: 'accepted' })).body).toMatchObject({
      code: 'appointmentPast',
    });
  });
});

describe('another time', () => {
  const later = '2026-11-27T09:00:00.000Z';
  const move = async (who: Person, one: Appointment, to: string) =>
    made(await who.post(at(one, '/time'), { at: to, words: 'The train' }));
  const dues = ({ deliverables }: Appointment) => deliverables.map(({ promise }) => promise?.due);

  it('has a higher sequence, and asks the other one anew', async () => {
    const one = await arrange(hotel, hotel.mika);
    await hotel.aino.post(at(one, '/answer'), { answer: 'accepted' });
    const moved = await move(hotel.mika, one, later);
    expect(moved).toMatchObject({ at: later, sequence: 1, answer: 'none', setBy: { id: hotel.mika.id } });
    expect(await noticesOf(hotel.aino, one)).toEqual(['appointmentMoved', 'appointmentMade']);
  });
  it('asked for by who delivers is a new time proposed in advance, which the yes agrees to', async () => {
    const one = await arrange(hotel, hotel.mika);
    const moved = await move(hotel.mika, one, later);
    expect(dues(moved)).toEqual([thursday, thursday]);
    expect(moved.deliverables[0]?.promise?.proposal).toMatchObject({
      due: later,
      honourable: true,
      reason: 'The train',
    });
    const yes = made(await hotel.aino.post(at(one, '/answer'), { answer: 'accepted' }));
    expect(dues(yes)).toEqual([later, later]);
    expect(yes.deliverables[0]?.promise).toMatchObject({ renegotiations: 1, proposal: null });
  });
  it('asked for twice leaves one proposal, and a no holds to the old time', async () => {
    const one = await arrange(hotel, hotel.mika);
    await move(hotel.mika, one, later);
    const again = await move(hotel.mika, one, '2026-11-30T09:00:00.000Z');
    expect(again.deliverables[0]?.promise?.proposal?.due).toBe('2026-11-30T09:00:00.000Z');
    const no = made(await hotel.aino.post(at(one, '/answer'), { answer: 'declined' }));
    expect(no.deliverables.map(({ promise }) => [promise?.due, promise?.proposal])).toEqual([
      [thursday, null],
      [thursday, null],
    ]);
  });
  it('given by who asks is given at once; an earlier one needs the yes of who delivers', async () => {
    const one = await arrange(hotel, hotel.mika);
    expect(dues(await move(hotel.aino, one, later))).toEqual([later, later]);
    const earlier = await move(hotel.aino, one, '2026-11-25T09:00:00.000Z');
    expect(dues(earlier)).toEqual([later, later]);
    const yes = made(await hotel.mika.post(at(one, '/answer'), { answer: 'accepted' }));
    expect(dues(yes)).toEqual(['2026-11-25T09:00:00.000Z', '2026-11-25T09:00:00.000Z']);
  });
  it.each([
    ['2026-11-24T07:00:00Z', 422, 'dueInPast'],
    ['2029-11-24T07:00:00Z', 422, 'dueTooFar'],
    [thursday, 422, 'sameDue'],
  ])('%s is refused', async (to, status, code) => {
    const one = await arrange(hotel, hotel.mika);
    const answer = await hotel.mika.post(at(one, '/time'), { at: to, words: 'So' });
    expect(answer).toMatchObject({ status, body: { code } });
  });
});

describe('calling it off', () => {
  it('leaves what was promised, unless the one who asks lets it go', async () => {
    const one = await arrange(hotel, hotel.mika);
    const refused = await hotel.mika.post(at(one, '/cancellation'), { reason: 'So', release: true });
    expect(refused.body).toMatchObject({ code: 'notYours' });
    const off = made(await hotel.mika.post(at(one, '/cancellation'), { reason: 'I am ill' }));
    expect(off).toMatchObject({ state: 'cancelled', sequence: 1, can: [] });
    expect(off.deliverables.map(({ promise }) => promise?.outcome)).toEqual([null, null]);
    const two = await arrange(hotel, hotel.mika);
    const free = made(await hotel.aino.post(at(two, '/cancellation'), { reason: 'Not needed', release: true }));
    expect(free.deliverables.map(({ promise, settled }) => [promise?.outcome, settled])).toEqual([
      ['released', 'released'],
      ['released', 'released'],
    ]);
    expect((await hotel.aino.post(at(two, '/time'), { at: thursday, words: 'So' })).body).toMatchObject({
      code: 'notFromHere',
    });
  });
});

describe('at the appointment', () => {
  it('nobody says anything before it began', async () => {
    const one = await arrange(hotel, hotel.mika);
    expect((await conclude(hotel.mika, one, { 0: { word: 'delivered' } })).body).toMatchObject({
      code: 'appointmentAhead',
    });
  });
  it('both say what was delivered: in time, and held when nothing is open', async () => {
    const one = await arrange(hotel, hotel.mika);
    hotel.time('2026-11-26T08:20:00Z');
    const told = made(await conclude(hotel.mika, one, { 0: { word: 'delivered' }, 1: { word: 'delivered' } }));
    expect(told).toMatchObject({ state: 'arranged', awaits: null });
    const asking = await see(hotel.aino, one);
    expect(asking).toMatchObject({ awaits: 'word', can: ['move', 'cancel', 'conclude'] });
    expect(asking.deliverables[0]?.can).toEqual(['delivered', 'again', 'released']);
    const held = made(await conclude(hotel.aino, one, { 0: { word: 'delivered' }, 1: { word: 'delivered' } }));
    expect(held).toMatchObject({ state: 'held', can: [], awaits: null });
    expect(held.deliverables.map(({ promise, settled }) => [promise?.outcome, settled])).toEqual([
      ['kept', 'delivered'],
      ['kept', 'delivered'],
    ]);
  });
  it('what was not delivered is promised anew, with what got in the way, or let go', async () => {
    const one = await arrange(hotel, hotel.mika);
    hotel.time('2026-11-26T08:20:00Z');
    const bare = await conclude(hotel.mika, one, { 0: { word: 'again', due: '2026-12-01T08:00:00Z' } });
    expect(bare.body).toMatchObject({ fields: [{ path: 'deliverables.0.missReason', code: 'missReasonNeeded' }] });
    const again = {
      word: 'again',
      due: '2026-12-01T08:00:00Z',
      words: 'The whole list',
      missReason: 'supply',
    } as const;
    const told = made(await conclude(hotel.mika, one, { 0: again }));
    expect(told.deliverables[0]).toMatchObject({
      settled: 'again',
      promise: { deliverable: 'The whole list', due: '2026-12-01T08:00:00.000Z', outcome: null },
    });
    const held = made(await conclude(hotel.aino, one, { 1: { word: 'released' } }));
    expect(held).toMatchObject({ state: 'held' });
    expect(held.deliverables[1]).toMatchObject({ settled: 'released', promise: { outcome: 'released' } });
  });
  it('who asks sends back what is not right yet, with a new time', async () => {
    const one = await arrange(hotel, hotel.mika, { deliverables: ['The list'] });
    hotel.time('2026-11-26T08:20:00Z');
    made(await conclude(hotel.mika, one, { 0: { word: 'delivered' } }));
    const back = { word: 'again', due: '2026-12-01T08:00:00Z', words: 'Page two' } as const;
    expect(made(await conclude(hotel.aino, one, { 0: back }))).toMatchObject({
      state: 'held',
      deliverables: [{ settled: 'again', promise: { due: '2026-12-01T08:00:00.000Z', outcome: null } }],
    });
  });
  it('nobody is held to what they never said yes to', async () => {
    const one = await arrange(hotel, hotel.aino);
    hotel.time('2026-11-26T08:20:00Z');
    expect((await see(hotel.mika, one)).deliverables[0]?.can).toEqual(['again']);
    const again = { word: 'again', due: '2026-12-01T08:00:00Z' } as const;
    made(await conclude(hotel.mika, one, { 0: again }));
    expect(made(await conclude(hotel.aino, one, { 1: { word: 'released' } }))).toMatchObject({ state: 'held' });
  });
  it('a word that is not theirs is refused', async () => {
    const one = await arrange(hotel, hotel.mika);
    hotel.time('2026-11-26T08:20:00Z');
    expect((await conclude(hotel.mika, one, { 0: { word: 'released' } })).body).toMatchObject({ code: 'notFromHere' });
    expect((await conclude(hotel.mika, one, {})).status).toBe(422);
    const twice = { id: one.deliverables[0]?.id, word: 'delivered' };
    expect((await hotel.mika.post(at(one, '/conclusion'), { deliverables: [twice, twice] })).body).toMatchObject({
      fields: [{ code: 'twiceTheSame' }],
    });
  });
});
