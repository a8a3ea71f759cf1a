// The life of an idea, by example and by random walks: it never sinks in what it reached, and never ends without an answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ideaStates, rungs } from '../../contract/ideas.ts';
import { isRefused } from '../platform/outcome.ts';
import { wilson } from '../platform/statistics.ts';
import { ladderOf, practice } from './ladder.rules.ts';
import { afterHeld, answerBy, move, moves, type AskedAbout, type Idea, type MoveName } from './rules.ts';
import { usualWeek } from '../../contract/working-time.ts';

const now = new Date('2026-11-24T08:00:00Z');
const said = { by: 'liisa', words: 'Yes, let us', now };
const promised = { promise: 'p', promiser: 'mika', promisee: 'aino' };
const heard: Idea = { id: 'i', author: 'aino', reached: 'heard', broken: false, state: 'heard' };
type Step = { name: MoveName; given: never };
const step = (name: MoveName, given: object = said): Step => ({ name, given: given as never });
const ways = [
  step('decide'),
  step('decline', { ...said, answer: 'no' }),
  step('decline', { ...said, answer: 'notNow', words: '' }),
  step('complete'),
  step('withdraw', {}),
  step('commit', promised),
  step('appoint', { appointment: 'a' }),
  step('callOff'),
  step('held', { anew: null, broken: false }),
  step('held', { anew: { ...promised, promise: 'q' }, broken: true }),
  step('carryOn', { ...promised, promise: 'r' }),
  step('conclude', { kept: true }),
  step('conclude', { kept: false }),
  step('fallBack', { broken: true }),
  step('fallBack', { broken: false }),
];
const after = (steps: readonly Step[], from: Idea = heard): Idea =>
  steps.reduce((idea, { name, given }) => {
    const next = move(idea, name, given);
    return isRefused(next) ? idea : next;
  }, from);

describe('an idea', () => {
  it('climbs from heard to an appointment and is done', () => {
    const steps = [step('decide'), step('commit', promised), step('appoint', { appointment: 'a' })];
    expect(after(steps)).toMatchObject({ state: 'appointed', reached: 'appointed', appointment: 'a', ...promised });
    expect(after([...steps, step('conclude', { kept: true })])).toMatchObject({ state: 'done', kept: true });
  });
  it('whose appointment is called off stands on its promise again, and keeps what it reached', () => {
    const steps = [step('decide'), step('commit', promised), step('appoint', { appointment: 'a' }), step('callOff')];
    expect(after(steps)).toEqual({
      ...heard,
      state: 'committed',
      reached: 'appointed',
      answer: { kind: 'yes', ...said, at: now, now: undefined },
      ...promised,
    });
    expect(after([...steps, step('appoint', { appointment: 'b' })])).toMatchObject({
      state: 'appointed',
      appointment: 'b',
    });
  });
  it('whose appointment was held and left something to do stands on its promise, or on what was promised anew', () => {
    const steps = [step('decide'), step('commit', promised), step('appoint', { appointment: 'a' })];
    const stood = after([...steps, step('held', { anew: null, broken: false })]);
    expect(stood).toEqual(after([...steps, step('callOff')]));
    const anew = after([...steps, step('held', { anew: { ...promised, promise: 'q' }, broken: true })]);
    expect(anew).toMatchObject({ state: 'committed', reached: 'appointed', promise: 'q', broken: true });
    const next = after([step('carryOn', { ...promised, promise: 'r' }), step('appoint', { appointment: 'b' })], anew);
    expect(next).toMatchObject({ state: 'appointed', promise: 'r', appointment: 'b' });
    expect(after([step('conclude', { kept: true })], next)).toMatchObject({ state: 'done', kept: false });
  });
  it('keeps the highest that it reached, whatever becomes of it', () => {
    const again = [step('fallBack', { broken: false }), step('decline', { ...said, answer: 'no' }), step('decide')];
    const steps = [step('decide'), step('commit', promised), step('appoint', { appointment: 'a' }), ...again];
    expect(after(steps)).toMatchObject({ state: 'decided', reached: 'appointed' });
    expect(after([step('decide')])).toMatchObject({ reached: 'decided' });
    expect(after([step('decide'), step('commit', promised)])).toMatchObject({ reached: 'committed' });
    expect(after([...steps, step('commit', promised)])).toMatchObject({ state: 'committed', reached: 'appointed' });
  });
  it('that is taken back keeps a yes that it had, and has no answer without one', () => {
    expect(after([step('withdraw', {})])).toMatchObject({ state: 'withdrawn', answer: null });
    expect(after([step('decide'), step('withdraw', {})])).toMatchObject({
      state: 'withdrawn',
      answer: { kind: 'yes', by: 'liisa' },
    });
  });
  it('is declined with its reason, and done with what was said', () => {
    expect(move(heard, 'decline', { ...said, answer: 'notNow' })).toMatchObject({
      state: 'declined',
      answer: { kind: 'notNow', words: said.words, at: now },
    });
    expect(after([step('complete')])).toMatchObject({ state: 'done', kept: true, answer: { kind: 'done' } });
  });
  it('makes no move that its state does not list', () => {
    expect(move(heard, 'commit', promised)).toEqual({ refused: 'ideaMovedOn' });
    expect(move(heard, 'toString' as MoveName, undefined as never)).toEqual({ refused: 'ideaMovedOn' });
  });
  it('is not declined without a reason', () => {
    expect(move(heard, 'decline', { ...said, words: '', answer: 'no' })).toEqual({
      refused: 'required',
      field: 'reason',
    });
  });
  it('that a promise has failed counts as not kept, even when the next hand does it', () => {
    const again = [step('fallBack', { broken: true }), step('commit', promised), step('conclude', { kept: true })];
    expect(after([step('decide'), step('commit', promised), ...again])).toMatchObject({ state: 'done', kept: false });
    expect(
      after([step('decide'), step('commit', promised), step('fallBack', { broken: true }), step('complete')]),
    ).toMatchObject({ state: 'done', kept: false, reached: 'committed' });
  });
  it('whose promise was let go in peace may still be kept', () => {
    const again = [step('fallBack', { broken: false }), step('commit', promised), step('conclude', { kept: true })];
    expect(after([step('decide'), step('commit', promised), ...again])).toMatchObject({ state: 'done', kept: true });
  });
  it('may get its yes after a no, and keeps what it says only of the last', () => {
    expect(after([step('decline', { ...said, answer: 'notNow' }), step('decide')])).toMatchObject({
      state: 'decided',
      answer: { kind: 'yes', by: 'liisa' },
    });
  });

  it('moves only as its state allows, never loses a rung that it reached, and never ends unanswered', () => {
    const walk = fc.array(fc.constantFrom(...ways), { maxLength: 14 });
    fc.assert(
      fc.property(walk, (steps) => {
        let idea = after([]);
        for (const { name, given } of steps) {
          const next = move(idea, name, given);
          if (isRefused(next)) {
            if (next.refused === 'ideaMovedOn') expect(Object.keys(moves[idea.state])).not.toContain(name);
            continue;
          }
          expect(Object.keys(moves[idea.state])).toContain(name);
          expect(rungs.indexOf(next.reached)).toBeGreaterThanOrEqual(rungs.indexOf(idea.reached));
          expect(next.broken || !idea.broken).toBe(true);
          if (next.state === 'done') expect(next.kept && next.broken).toBe(false);
          if (next.state !== 'heard' && next.state !== 'withdrawn') expect(next.answer.by).toBe('liisa');
          idea = next;
        }
      }),
      { numRuns: 300 },
    );
    expect(Object.keys(moves)).toEqual([...ideaStates]);
  });
});

describe('a held appointment', () => {
  const asked = { whole: true, byPromiser: true, open: true };
  it.each<[string, AskedAbout, ReturnType<typeof afterHeld>]>([
    ['all of it delivered', { ...asked, came: ['delivered', 'delivered'] }, 'done'],
    ['some delivered, some let go', { ...asked, came: ['released', 'delivered'] }, 'done'],
    ['all of it let go', { ...asked, came: ['released'] }, 'released'],
    ['let go, though its promiser says that it is done', { ...asked, came: ['released'], open: false }, 'stands'],
    ['some of it promised anew', { ...asked, came: ['delivered', 'running', 'failed'] }, 'anew'],
    ['not there, and promised by nobody', { ...asked, came: ['delivered', 'failed'] }, 'stands'],
    ['something on the way to it delivered', { ...asked, came: ['delivered'], whole: false }, 'stands'],
    ['something on the way to it promised anew', { ...asked, came: ['running'], whole: false }, 'stands'],
    ['delivered by the one whom it is promised', { ...asked, came: ['delivered'], byPromiser: false }, 'stands'],
  ])('%s', (_, came, expected) => expect(afterHeld(came)).toBe(expected));
});

describe('the usual time for an answer', () => {
  const week = { zone: 'Europe/Helsinki', country: 'FI', region: null, week: usualWeek, exceptions: [] };
  it('is ten working days: weekends and holidays do not count', () => {
    // Tuesday 24 November to Tuesday 8 December; of the fortnight from 4 January Epiphany is none.
    expect(answerBy(week, now).toISOString().slice(0, 10)).toBe('2026-12-08');
    expect(answerBy(week, new Date('2027-01-04T08:00:00Z')).toISOString().slice(0, 10)).toBe('2027-01-19');
  });
  it('ends even where nobody ever works', () => {
    const closed = { ...week, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };
    expect(answerBy(closed, now).getTime()).toBe(now.getTime() + 10 * 86_400_000);
  });
});

describe('the ladder', () => {
  it('shows the figures of the practice on every rung, and our own with an interval where there are any', () => {
    const shown = ladderOf([{ rung: 'committed', standing: 2, completed: 3, total: 4 }], true, wilson);
    expect(shown.map(({ rung, practice: said_ }) => [rung, said_])).toEqual(Object.entries(practice));
    expect(shown[0]?.here).toBeNull();
    expect(shown[2]?.here).toMatchObject({ completed: 3, total: 4 });
    expect(shown[2]?.here?.low).toBeLessThan(0.35);
  });
  it('shows no rate where the company shows none, but how many stand there', () => {
    const [first] = ladderOf([{ rung: 'heard', standing: 2, completed: 1, total: 9 }], false, wilson);
    expect(first).toMatchObject({ standing: 2, here: null });
  });
});
