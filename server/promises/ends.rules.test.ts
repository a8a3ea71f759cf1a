// How promises end: what is kept of them, and what is asked for when they end badly. The table of moves and all sequences: rules.test.ts.
import { describe, expect, it } from 'vitest';
import { at, delivered, got, offer, open } from './rules-for-tests.ts';
import { moves } from './rules.ts';

describe('the end of a promise', () => {
  it('says what got in the way, in words where there are any', () => {
    const failing = { now: at(20), missReason: 'supply' } as const;
    for (const move of [moves.open.revoke, moves.open.miss]) {
      expect(got(move(open(), failing))).toMatchObject({ outcome: 'revoked', missReason: 'supply', missWords: null });
      expect(got(move(open(), { ...failing, missWords: 'No cable' })).missWords).toBe('No cable');
    }
  });
  it('keeps what was delivered, thanks where there were any, and whether it was silence', () => {
    const shipped = delivered({ done: 'A lamp', closeBy: at(70) });
    const { closeBy: _, ...kept } = shipped;
    const end = { state: 'ended', outcome: 'kept', endedAt: at(65), thanks: 'Thank you', bySilence: false };
    const conclude = (given: object) => got(moves.delivered.conclude(shipped, { now: at(65), ...given }));
    expect(conclude({ thanks: 'Thank you' })).toStrictEqual({ ...kept, ...end });
    expect(conclude({ thanks: '', silent: true })).toMatchObject({ thanks: null, bySilence: true });
    const undone = got(moves.open.release(open({ proposal: { ...offer, at: at(10), by: 'mika' } }), { now: at(20) }));
    expect(undone).toMatchObject({ outcome: 'released', deliveredAt: null, done: null });
    expect(undone).not.toHaveProperty('proposal');
  });
  it('repaired by a time that the other side asked for says what got in the way', () => {
    const asked = got(moves.open.counter(open(), { ...offer, now: at(70) }));
    expect(moves.open.accept(asked, { now: at(75) })).toEqual({ refused: 'missReasonNeeded', field: 'missReason' });
    expect(got(moves.open.accept(asked, { now: at(75), missReason: 'absence' })).missReason).toBe('absence');
    expect(moves.open.propose(open(), { ...offer, due: at(65), now: at(70) })).toMatchObject({ refused: 'dueInPast' });
  });
});

it('the other side nods once', () => {
  const nodded = got(moves.open.nod(open(), { now: at(5) }));
  expect(nodded).toEqual(open({ acceptedAt: at(5) }));
  expect(moves.open.nod(nodded, { now: at(6) })).toEqual({ refused: 'alreadyNodded' });
});
