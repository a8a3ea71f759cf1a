// The life of a promise by example, and by every sequence of moves: one outcome, the same that a slow reading of the history finds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MissReason, PromiseOutcome } from '../../contract/promises.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { checkDue, counts, countsAsKept, horizonMs, judge, moves, type Delivered, type Promised } from './rules.ts';
import { at, delivered, got, offer, open, start } from './rules-for-tests.ts';

const minute = 60_000;
describe('what may happen to a promise', () => {
  const states = ['open', 'delivered', 'ended'] as const;
  const names = [
    'nod',
    'propose',
    'counter',
    'accept',
    'hold',
    'takeBack',
    'deliver',
    'giveBack',
    'conclude',
    'revoke',
    'miss',
    'release',
  ] as const;
  const table = `
              open        delivered   ended
    nod       open        ·           ·
    propose   open        ·           ·
    counter   open        ·           ·
    accept    open        ·           ·
    hold      open        ·           ·
    takeBack  open        ·           ·
    deliver   delivered   ·           ·
    giveBack  ·           open        ·
    conclude  ·           ended       ·
    revoke    ended       ·           ·
    miss      ended       ·           ·
    release   ended       ended       ·`;
  const rows = table.trim().split('\n').slice(1);
  const cells = rows.flatMap((row) => {
    const [move = '', ...ends] = row.trim().split(/\s+/);
    return states.map((state, column) => ({ move, state, end: ends[column] ?? '' }));
  });
  const waiting = open({ proposal: { ...offer, at: at(10), by: 'mika' } });
  const first: Record<(typeof states)[number], Promised> = {
    open: waiting,
    delivered: delivered(),
    ended: got(moves.delivered.conclude(delivered(), { now: at(55) })),
  };

  it('has a row for every move', () => {
    const known = new Set(Object.values(moves).flatMap((one) => Object.keys(one)));
    expect([...known].toSorted()).toEqual([...names].toSorted());
    expect(cells).toHaveLength(names.length * states.length);
  });
  it.each(cells)('$move of one that is $state leads to $end', ({ move, state, end }) => {
    const rules: Record<string, (promise: never, given: never) => Outcome<Promised>> = moves[state];
    expect(Object.hasOwn(rules, move)).toBe(end !== '·');
    if (end === '·') return;
    const given = { ...offer, now: at(20), missReason: 'supply' };
    const promise = move === 'propose' || move === 'counter' ? open() : first[state];
    expect(got(rules[move]!(promise as never, given as never)).state).toBe(end);
  });
});

describe('a due instant', () => {
  it('lies ahead, and at most two years ahead', () => {
    expect(checkDue(at(0), at(0))).toEqual({ refused: 'dueInPast', field: 'due' });
    expect(checkDue(at(-1), at(0))).toEqual({ refused: 'dueInPast', field: 'due' });
    const furthest = new Date(start.getTime() + horizonMs);
    expect(checkDue(furthest, start)).toBe(furthest);
    expect(checkDue(new Date(furthest.getTime() + 1), start)).toEqual({ refused: 'dueTooFar', field: 'due' });
  });
});

describe('a new time', () => {
  it('is honourable when proposed at the very due instant, and a repair a moment later', () => {
    const honourable = got(
      moves.open.accept(got(moves.open.propose(open(), { ...offer, now: at(60) })), { now: at(61) }),
    );
    expect(honourable).toMatchObject({
      repaired: false,
      renegotiations: 1,
      due: at(90),
      firstDue: at(60),
      proposal: null,
    });
    const late = new Date(at(60).getTime() + 1);
    expect(moves.open.propose(open(), { ...offer, now: late })).toEqual({
      refused: 'missReasonNeeded',
      field: 'missReason',
    });
    const repair = got(
      moves.open.accept(got(moves.open.propose(open(), { ...offer, missReason: 'supply', now: late })), { now: late }),
    );
    expect(repair).toMatchObject({ repaired: true, missReason: 'supply' });
  });
  it('counts from when it was proposed, however late it is answered', () => {
    const proposed = got(moves.open.propose(open(), { ...offer, now: at(10) }));
    expect(got(moves.open.accept(proposed, { now: at(89) })).repaired).toBe(false);
  });
  it('is answered before another one is proposed', () => {
    const waiting = open({ proposal: { ...offer, at: at(10), by: 'mika' } });
    expect(moves.open.propose(waiting, { ...offer, due: at(99), now: at(11) })).toEqual({ refused: 'alreadyProposed' });
    expect(got(moves.open.hold(waiting))).toEqual(open());
  });
  it('is refused when it changes nothing, but other words for the same time are a change', () => {
    expect(moves.open.propose(open(), { ...offer, due: at(60), now: at(1) })).toEqual({
      refused: 'sameDue',
      field: 'due',
    });
    const worded = got(moves.open.propose(open(), { ...offer, due: at(60), deliverable: 'A lamp', now: at(1) }));
    expect(got(moves.open.accept(worded, { now: at(2) }))).toMatchObject({ deliverable: 'A lamp', due: at(60) });
  });
  it('lies ahead', () => {
    expect(moves.open.propose(open(), { ...offer, due: at(5), now: at(5) })).toMatchObject({ refused: 'dueInPast' });
  });
  it('cannot be agreed to once it has passed itself; only held', () => {
    const waiting = open({ proposal: { ...offer, at: at(10), by: 'mika' } });
    expect(moves.open.accept(waiting, { now: at(90) })).toEqual({ refused: 'dueInPast' });
    expect(got(moves.open.hold(waiting))).toEqual(open());
  });
  it('cannot be answered when nobody proposed one', () => {
    expect(moves.open.accept(open(), { now: at(1) })).toEqual({ refused: 'nothingProposed' });
    expect(moves.open.hold(open())).toEqual({ refused: 'nothingProposed' });
  });
  it('taken back leaves what was promised as it was, and nothing to answer', () => {
    const waiting = open({ proposal: { ...offer, at: at(10), by: 'mika' } });
    expect(got(moves.open.takeBack(waiting))).toEqual(open());
    expect(moves.open.takeBack(open())).toEqual({ refused: 'nothingProposed' });
  });
  it('taken back does not make up for time: asked for anew after the due instant, it repairs', () => {
    const late = { ...offer, due: at(120), missReason: 'supply' as const, now: at(61) };
    const first = got(moves.open.propose(open(), { ...offer, now: at(10) }));
    const anew = got(moves.open.propose(got(moves.open.takeBack(first)), late));
    expect(got(moves.open.accept(anew, { now: at(62) })).repaired).toBe(true);
  });
  it('falls away with the delivery', () => {
    expect(
      got(moves.open.deliver(open({ proposal: { ...offer, at: at(1), by: 'mika' } }), { now: at(2) })),
    ).not.toHaveProperty('proposal');
  });
});

describe('judging', () => {
  it.each<[string, Partial<Delivered>, PromiseOutcome]>([
    ['in time', {}, 'kept'],
    ['at the very due instant', { deliveredAt: at(60) }, 'kept'],
    ['a moment later', { deliveredAt: new Date(at(60).getTime() + 1), missReason: 'forgot' }, 'missed'],
    ['in time by a time agreed in advance', { renegotiations: 1 }, 'keptRenegotiated'],
    ['in time by a time agreed too late', { renegotiations: 2, repaired: true }, 'repaired'],
    ['late even so', { renegotiations: 2, repaired: true, deliveredAt: at(61), missReason: 'supply' }, 'missed'],
  ])('delivered %s', (_, more, outcome) => expect(judge(delivered(more))).toBe(outcome));

  it('needs what got in the way of a late delivery, and keeps what was said before', () => {
    expect(moves.open.deliver(open(), { now: at(61) })).toEqual({ refused: 'missReasonNeeded', field: 'missReason' });
    expect(got(moves.open.deliver(open({ missReason: 'absence' }), { now: at(61) })).missReason).toBe('absence');
    expect(got(moves.open.deliver(open(), { now: at(59), missReason: 'absence' })).missReason).toBeNull();
  });
  it('does not forget a late delivery because it came back and was mended in time', () => {
    const late = got(moves.open.deliver(open(), { now: at(61), missReason: 'supply' }));
    const mended = got(moves.open.deliver(got(moves.delivered.giveBack(late, { due: at(120) })), { now: at(110) }));
    expect(judge(mended)).toBe('repaired');
    expect(mended).toMatchObject({ returns: 1, missReason: 'supply' });
  });
  it('counts released neither way, and only what was kept as kept', () => {
    const outcomes: PromiseOutcome[] = ['kept', 'keptRenegotiated', 'repaired', 'missed', 'revoked', 'released'];
    expect(outcomes.filter(countsAsKept)).toEqual(['kept', 'keptRenegotiated']);
    expect(outcomes.filter((outcome) => !counts(outcome))).toEqual(['released']);
  });
});

type Happened = { move: string; at: Date; due: Date };

const offerBefore = (history: readonly Happened[], index: number) =>
  history.slice(0, index).findLastIndex(({ move }) => move === 'propose' || move === 'counter');
function dueBefore(history: readonly Happened[], index: number): Date {
  const agreed = history.slice(0, index).findLastIndex(({ move }) => ['made', 'accept', 'giveBack'].includes(move));
  return history[agreed]?.move === 'accept' ? history[offerBefore(history, agreed)]!.due : history[agreed]!.due;
}

/** Reads the whole history anew for each question: which due time held at an instant of it, and what follows from that. */
function outcomeOf(history: readonly Happened[]): PromiseOutcome {
  const last = history.at(-1)?.move;
  if (last === 'revoke') return 'revoked';
  if (last === 'miss') return history.at(-1)!.at > dueBefore(history, history.length - 1) ? 'missed' : 'revoked';
  if (last === 'release') return 'released';
  const isLate = (index: number) => history[index]!.at > dueBefore(history, index);
  const indices = [...history.keys()];
  const accepted = indices.filter((index) => history[index]!.move === 'accept');
  const deliveries = indices.filter((index) => history[index]!.move === 'deliver');
  if (isLate(deliveries.at(-1)!)) return 'missed';
  if (deliveries.some(isLate) || accepted.some((index) => isLate(offerBefore(history, index)))) return 'repaired';
  return accepted.length > 0 ? 'keptRenegotiated' : 'kept';
}

describe('every sequence of legal moves', () => {
  const moveNames = [
    'propose',
    'counter',
    'accept',
    'hold',
    'takeBack',
    'deliver',
    'giveBack',
    'conclude',
    'revoke',
    'miss',
    'release',
  ] as const;
  const step = fc.record({
    // What ends a promise is rare, so that histories grow long.
    move: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...moveNames.slice(0, 7)) },
      { weight: 1, arbitrary: fc.constantFrom(...moveNames) },
    ),
    wait: fc.integer({ min: 0, max: 40 }),
    ahead: fc.integer({ min: 1, max: 60 }),
    missReason: fc.constantFrom<MissReason>('supply', 'forgot'),
  });

  it('ends in exactly one outcome, the one that the history tells', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let promise = open() as Promised;
        let now = start;
        const history: Happened[] = [{ move: 'made', at: now, due: promise.due }];
        const make = (move: string, due: Date, missReason: MissReason) => {
          const rules: Record<string, (promise: never, given: never) => Outcome<Promised>> = moves[promise.state];
          const made = rules[move]?.(
            promise as never,
            { due, deliverable: 'It', reason: 'So', missReason, now } as never,
          );
          if (made === undefined || isRefused(made)) return;
          promise = made;
          history.push({ move, at: now, due });
        };
        for (const { move, wait, ahead, missReason } of steps) {
          now = new Date(now.getTime() + wait * minute);
          make(move, new Date(now.getTime() + ahead * minute), missReason);
        }
        for (const move of ['deliver', 'conclude']) make(move, now, 'other');
        const ended = history.filter(({ move }) => ['conclude', 'revoke', 'miss', 'release'].includes(move));
        expect([promise.state, ended.length, history.at(-1)]).toEqual(['ended', 1, ended[0]]);
        const outcome = promise.state === 'ended' ? promise.outcome : '';
        expect(outcome).toBe(outcomeOf(history));
        // The database asks for a reason with each of these.
        if (['missed', 'revoked', 'repaired'].includes(outcome)) expect(promise.missReason).not.toBeNull();
        expect(promise.firstDue).toEqual(at(60));
        seen.add(outcome);
      }),
      { numRuns: 3000, seed: 24_11_2026 },
    );
    expect([...seen].toSorted()).toEqual(['kept', 'keptRenegotiated', 'missed', 'released', 'repaired', 'revoked']);
  });
});
