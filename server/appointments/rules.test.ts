// The life of an appointment: who may do what when, what becomes of the time, and what is said of each deliverable.
import { describe, expect, it } from 'vitest';
import {
  actsOf,
  checkAt,
  deliveredAt,
  deliversIn,
  horizon,
  moves,
  newsFor,
  otherOf,
  promisesAfterMove,
  settledBy,
  wordsFor,
  type Arranged,
  type Owed,
} from './rules.ts';

const start = new Date('2026-11-24T08:00:00Z');
const at = (minutes: number, ms = 0) => new Date(start.getTime() + minutes * 60_000 + ms);
const arranged = (more: Partial<Arranged> = {}): Arranged => ({
  id: 'a',
  by: 'aino',
  with: 'mika',
  asks: 'aino',
  at: at(60),
  minutes: 30,
  sequence: 3,
  setBy: 'aino',
  answer: 'accepted',
  answeredAt: null,
  state: 'arranged',
  ...more,
});

describe('the two of an appointment', () => {
  it('are each other’s other, and one of them delivers to the one who asks', () => {
    expect([otherOf(arranged(), 'aino'), otherOf(arranged(), 'mika')]).toEqual(['mika', 'aino']);
    expect([deliversIn(arranged()), deliversIn(arranged({ asks: 'mika' }))]).toEqual(['mika', 'aino']);
  });
});

describe('the time of an appointment', () => {
  it('lies ahead, and at most two years ahead', () => {
    const furthest = new Date(start.getTime() + horizon);
    expect(checkAt(furthest, start)).toBe(furthest);
    expect(checkAt(new Date(furthest.getTime() + 1), start)).toEqual({ refused: 'dueTooFar', field: 'at' });
    expect(checkAt(start, start)).toEqual({ refused: 'dueInPast', field: 'at' });
    expect(checkAt(at(-1), start)).toEqual({ refused: 'dueInPast', field: 'at' });
    expect(horizon).toBe(732 * 24 * 60 * 60_000);
  });
  it('is answered by whoever did not set it, until it begins', () => {
    const given = { by: 'mika', answer: 'declined' as const, now: at(60, -1) };
    expect(moves.arranged.answer(arranged(), given)).toEqual(arranged({ answer: 'declined', answeredAt: at(60, -1) }));
    expect(moves.arranged.answer(arranged(), { ...given, by: 'aino' })).toEqual({ refused: 'notYours' });
    expect(moves.arranged.answer(arranged(), { ...given, now: at(60) })).toEqual({ refused: 'appointmentPast' });
  });
  it('keeps the latest answer, however late an earlier one arrives', () => {
    const answered = arranged({ answer: 'declined', answeredAt: at(10) });
    const given = { by: 'mika', answer: 'accepted' as const, now: at(20) };
    const on = (said?: Date) => moves.arranged.answer(answered, { ...given, said });
    expect(on(at(9))).toEqual({ refused: 'changedMeanwhile' });
    expect(on(at(10))).toEqual(arranged({ answeredAt: at(10) }));
    expect(on(at(11))).toEqual(arranged({ answeredAt: at(11) }));
    // A calendar whose clock is fast has no last word; said here, it counts whatever the clocks say.
    expect(on(at(30))).toEqual(arranged({ answeredAt: at(20) }));
    expect(moves.arranged.answer(answered, { ...given, now: at(5) })).toEqual(arranged({ answeredAt: at(5) }));
  });
  it('is moved by either, and the other one is asked anew', () => {
    expect(moves.arranged.move(arranged({ answeredAt: start }), { by: 'mika', at: at(90), now: start })).toEqual(
      arranged({ at: at(90), setBy: 'mika', answer: 'none', sequence: 4 }),
    );
    expect(moves.arranged.move(arranged(), { by: 'mika', at: at(60), minutes: 45, now: start })).toMatchObject({
      at: at(60),
      minutes: 45,
    });
  });
  it('is not moved to where it is, nor into the past', () => {
    const move = (to: Date, minutes?: number) =>
      moves.arranged.move(arranged(), { by: 'aino', at: to, minutes, now: start });
    for (const minutes of [undefined, 30]) expect(move(at(60), minutes)).toEqual({ refused: 'sameDue', field: 'at' });
    expect(move(start)).toEqual({ refused: 'dueInPast', field: 'at' });
  });
});

describe('the end of an appointment', () => {
  it('is a cancelled one, of which calendars hear', () => {
    expect(moves.arranged.cancel(arranged(), { now: at(5) })).toEqual({
      ...arranged(),
      state: 'cancelled',
      sequence: 4,
      endedAt: at(5),
    });
  });
  it('is a held one, once it began and nothing is open any more', () => {
    const conclude = (open: number, now: Date) => moves.arranged.conclude(arranged(), { open, now });
    expect(conclude(0, at(60, -1))).toEqual({ refused: 'appointmentAhead' });
    expect(conclude(1, at(60))).toEqual(arranged());
    expect(conclude(0, at(60))).toEqual({ ...arranged(), state: 'held', endedAt: at(60) });
  });
  it('lets nothing happen any more', () => {
    expect([Object.keys(moves.held), Object.keys(moves.cancelled)]).toEqual([[], []]);
    expect(actsOf({ ...arranged(), state: 'held', endedAt: at(99) }, 'aino', at(99))).toEqual([]);
  });
});

describe('what one may do', () => {
  it('is to answer what the other one set, until it begins, and to conclude from then on', () => {
    expect(actsOf(arranged(), 'mika', at(60, -1))).toEqual(['answer', 'move', 'cancel']);
    expect(actsOf(arranged(), 'aino', at(60, -1))).toEqual(['move', 'cancel']);
    for (const who of ['mika', 'aino']) expect(actsOf(arranged(), who, at(60))).toEqual(['move', 'cancel', 'conclude']);
  });
});

describe('what is said of a deliverable', () => {
  const promises: Array<[string, Owed['promise'], asks: string, delivers: string]> = [
    ['that is promised', { state: 'open' }, 'delivered released', 'delivered again'],
    ['that is delivered and waits for a word', { state: 'delivered' }, 'delivered again released', ''],
    ['that was never promised', null, 'delivered released', 'again'],
    ['whose promise ended undone', { state: 'ended', delivered: false }, 'delivered released', 'again'],
  ];
  it.each(promises)('%s', (_, promise, asks, delivers) => {
    const said = (byAsker: boolean) => wordsFor({ promise, settled: null }, byAsker).join(' ');
    expect([said(true), said(false)]).toEqual([asks, delivers]);
    for (const one of [true, false]) expect(wordsFor({ promise, settled: 'delivered' }, one)).toEqual([]);
  });
  it('was delivered as the appointment began, if that is told at it or within a day', () => {
    const told = (now: Date) => deliveredAt(arranged(), now);
    expect(told(at(60))).toEqual(at(60));
    expect(told(at(61))).toEqual(at(60));
    const dayAfter = 60 + 30 + 24 * 60;
    expect(told(at(dayAfter))).toEqual(at(60));
    expect(told(at(dayAfter, 1))).toEqual(at(dayAfter, 1));
    expect(told(at(10))).toEqual(at(10));
  });
  it('follows from how its promise ended', () => {
    const settled = (outcome: string | null, delivered: boolean) => settledBy({ outcome, delivered });
    expect([settled('released', false), settled('released', true)]).toEqual(['released', 'released']);
    expect([settled('kept', true), settled('missed', true)]).toEqual(['delivered', 'delivered']);
    expect([settled('missed', false), settled(null, true), settled(null, false)]).toEqual([null, null, null]);
  });
});

describe('the promises of an appointment that is moved', () => {
  const after = (due: Date, to: Date, byAsker: boolean) => promisesAfterMove({ due, at: to, byAsker, now: start });
  it('follow to a later time that the one who asks gives', () => expect(after(at(60), at(61), true)).toBe('follow'));
  it('wait for a yes to an earlier one', () => expect(after(at(60), at(59), true)).toBe('wait'));
  it('are asked for by the one who delivers, earlier or later', () => {
    expect([after(at(60), at(61), false), after(at(60), at(59), false)]).toEqual(['ask', 'ask']);
  });
  it('stay when they are due at that time already, or were due before now', () => {
    for (const byAsker of [true, false]) {
      expect(after(at(60), at(60), byAsker)).toBe('stay');
      expect(after(at(0, -1), at(60), byAsker)).toBe('stay');
    }
    expect(after(start, at(60), true)).toBe('follow');
  });
});

describe('what a calendar is told by mail', () => {
  const now = { state: 'arranged', sequence: 1, answer: 'accepted' } as const;
  const told = { sequence: 1, cancelled: false, answer: 'accepted' } as const;
  it.each([
    ['of a new one', now, undefined, 'request'],
    ['of another time', now, { ...told, sequence: 0 }, 'moved'],
    ['of an answer, as the same event', now, { ...told, answer: 'none' }, 'answered'],
    ['of an answer after a time when answers were not told', now, { ...told, answer: null }, 'answered'],
    ['of nothing that it knows', now, told, null],
    ['of no answer where there is none', { ...now, answer: 'none' }, { ...told, answer: null }, null],
    ['of the end', { ...now, state: 'cancelled', sequence: 2 }, told, 'cancelled'],
    ['of no end twice', { ...now, state: 'cancelled', sequence: 2 }, { ...told, cancelled: true }, null],
    ['of no end of what it never knew', { ...now, state: 'cancelled' }, undefined, null],
    ['of nothing once it was held', { ...now, state: 'held' }, undefined, null],
  ] as const)('is told %s', (_, row, before, what) => expect(newsFor(row, before)).toBe(what));
});
