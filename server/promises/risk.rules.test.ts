// Promises at risk, by example and by property: a suggested time is one at which nothing known speaks against the promise any more.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWeek } from '../../contract/working-time.ts';
import { addWorking, isWorking } from '../platform/working-time.ts';
import { nextLook, riskOf, suggestedDue, type Around, type Watched } from './risk.rules.ts';
import { horizonMs } from './rules.ts';
import { tookOf } from './took.rules.ts';
import { warnAt } from './warn.rules.ts';

const calendar = { zone: 'Europe/Helsinki', country: null, region: null, week: usualWeek, exceptions: [] };
const at = (text: string) => new Date(text);
/** Tuesday 8:00 in Helsinki. */
const now = at('2026-11-24T06:00:00Z');
const wednesday = at('2026-11-25T14:00:00Z');
const promised = (due: Date, madeAt = now): Watched => ({
  due,
  madeAt,
  warnAt: warnAt(calendar, madeAt, due),
  asked: false,
});
const alone: Around = { calendar, now, others: [], tookBefore: null, below: null };
const took = { cases: 12, quarter: 180, half: 240, most: 480, quick: 60, hands: 120 };
const below = { id: '0193a1c2-0000-7000-8000-000000000000', due: at('2026-11-27T14:00:00Z') };

describe('a promise', () => {
  it('with time enough, and nothing known against it, is not at risk', () => {
    expect(riskOf(promised(wednesday), alone)).toBeNull();
  });
  it('of which little working time is left is short of time', () => {
    const later = { ...alone, now: at('2026-11-25T12:00:00Z') };
    expect(riskOf(promised(wednesday), later)).toEqual({ reason: 'timeShort', facts: { left: 120 } });
  });
  it('that waits for something due later says so first', () => {
    expect(riskOf(promised(wednesday), { ...alone, below, tookBefore: { ...took, half: 5000 } })).toEqual({
      reason: 'belowMoved',
      facts: { left: 960, below: below.id, belowDue: below.due.toISOString() },
    });
    expect(riskOf(promised(below.due), { ...alone, below })).toBeNull();
  });
  it('behind others that need all the time until then is at risk because of them', () => {
    const due = at('2026-11-25T10:00:00Z');
    const others = [
      { due, pace: { quick: 500, hands: 800 } },
      { due, pace: { quick: 420, hands: 600 } },
      { due, pace: null },
    ];
    expect(riskOf(promised(wednesday), { ...alone, others, tookBefore: took })).toEqual({
      reason: 'otherPromises',
      facts: { left: 960, others: 2, needed: 980 },
    });
    const quicker = others.slice(1);
    expect(riskOf(promised(wednesday), { ...alone, others: quicker, tookBefore: took })).toBeNull();
  });
  it('is not at risk because of others that are due later, or of which nobody knows how long they take', () => {
    const others = [
      { due: at('2026-11-26T10:00:00Z'), pace: { quick: 5000, hands: 5000 } },
      { due: at('2026-11-25T10:00:00Z'), pace: null },
    ];
    expect(riskOf(promised(wednesday), { ...alone, others, tookBefore: took })).toBeNull();
  });
  it('is not behind anybody when it alone is too long, and those due at the same time come first', () => {
    const one = (quick: number) => [{ due: wednesday, pace: { quick, hands: quick } }];
    expect(riskOf(promised(wednesday), { ...alone, tookBefore: { ...took, quick: 2000 } })).toBeNull();
    expect(riskOf(promised(wednesday), { ...alone, others: one(1000), tookBefore: took })).toMatchObject({
      reason: 'otherPromises',
      facts: { others: 1, needed: 1060 },
    });
    expect(riskOf(promised(wednesday), { ...alone, others: one(900), tookBefore: took })).toBeNull();
  });
  it('shorter than what three in four of such things took is at risk from the beginning', () => {
    const tookBefore = { ...took, quarter: 961, half: 1000, most: 1200 };
    expect(riskOf(promised(wednesday), { ...alone, tookBefore })).toEqual({
      reason: 'tookLonger',
      facts: { left: 960, cases: 12, half: 1000, most: 1200, given: 960 },
    });
  });
  it('of which half took longer is left in peace: people promise short things and long ones', () => {
    const tookBefore = { ...took, quarter: 960, half: 1000, most: 1200 };
    expect(riskOf(promised(wednesday), { ...alone, tookBefore })).toBeNull();
  });
  it('whose promiser has asked for a new time, or that is overdue, is spoken of already', () => {
    const behind = { ...alone, below };
    expect(riskOf({ ...promised(wednesday), asked: true }, behind)).toBeNull();
    expect(riskOf(promised(wednesday), { ...behind, now: at('2026-11-25T14:00:01Z') })).toBeNull();
  });
});

describe('a new time', () => {
  it('is the next one by which people promise', () => {
    expect(suggestedDue(promised(wednesday), alone)).toEqual(at('2026-11-26T10:00:00Z'));
  });
  it('comes after what it waits for, with time to do it', () => {
    expect(suggestedDue(promised(wednesday), { ...alone, below })).toEqual(at('2026-11-30T14:00:00Z'));
  });
  it('leaves room for the others that come first then', () => {
    const others = ['2026-11-25T10:00:00Z', '2026-11-26T09:00:00Z'].map((due) => ({
      due: at(due),
      pace: { quick: 480, hands: 480 },
    }));
    const suggested = suggestedDue(promised(wednesday), { ...alone, others, tookBefore: took })!;
    expect(suggested.getTime()).toBeGreaterThanOrEqual(addWorking(calendar, now, 480 + 480 + 120)!.getTime());
  });
  it('lets more and more of the others come first, until all fit', () => {
    const others = [
      { due: at('2026-11-25T10:00:00Z'), pace: { quick: 480, hands: 480 } },
      { due: at('2026-11-26T09:00:00Z'), pace: { quick: 960, hands: 960 } },
    ];
    const suggested = suggestedDue(promised(wednesday), { ...alone, others, tookBefore: took })!;
    expect(suggested.getTime()).toBeGreaterThanOrEqual(addWorking(calendar, now, 480 + 960 + 120)!.getTime());
  });
  it('leaves as long after what it waits for as such things take', () => {
    const tookBefore = { ...took, hands: 500 };
    expect(suggestedDue(promised(wednesday), { ...alone, below, tookBefore })).toEqual(at('2026-12-01T14:00:00Z'));
  });
  it('is not offered further ahead than anybody promises', () => {
    const farthest = new Date(now.getTime() + horizonMs - 60_000);
    expect(suggestedDue(promised(farthest), alone)).toBeNull();
  });
  it('is not offered where nobody ever works', () => {
    const closed = { ...calendar, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };
    expect(suggestedDue(promised(wednesday), { ...alone, calendar: closed })).toBeNull();
  });
});

describe('the next look', () => {
  const far = promised(at('2026-12-18T14:00:00Z'));
  const look = (around: Around) => nextLook(far, around, riskOf(far, around));
  it('is tomorrow where nothing comes before, and within the hour where a time is suggested', () => {
    expect(look(alone)).toEqual(at('2026-11-25T06:00:00Z'));
    const late = { ...alone, below: { ...below, due: at('2026-12-20T14:00:00Z') } };
    expect(look(late)).toEqual(at('2026-11-24T07:00:00Z'));
  });
  it('is none once it is overdue, and one still at the due instant', () => {
    expect(look({ ...alone, now: far.due })).toEqual(new Date(far.due.getTime() + 1));
    expect(look({ ...alone, now: new Date(far.due.getTime() + 1) })).toBeNull();
  });
});

describe('how long such things took', () => {
  const deliveries = [1, 2, 3, 4, 8].map((hours) => ({
    madeAt: now,
    deliveredAt: new Date(now.getTime() + hours * 3_600_000),
    before: hours === 1 ? null : new Date(now.getTime() + (hours === 8 ? 4 : hours - 1) * 3_600_000),
    calendar,
  }));
  it('is told from five cases up, by one in four, half and three in four of them', () => {
    expect(tookOf(deliveries.slice(1))).toBeNull();
    expect(tookOf(deliveries)).toEqual({ cases: 5, quarter: 120, half: 180, most: 240, quick: 60, hands: 60 });
    expect(tookOf(deliveries.toReversed())).toEqual(tookOf(deliveries));
  });
  it('is in their hands from the promise on, whatever they delivered before it', () => {
    const after = (before: Date | null) => tookOf(deliveries.map((each) => ({ ...each, before })))?.hands;
    expect([after(null), after(now), after(new Date(now.getTime() - 86_400_000))]).toEqual([180, 180, 180]);
  });
});

describe('whatever the promise and what is around it', () => {
  const minutes = fc.integer({ min: 0, max: 2400 });
  const ahead = fc.integer({ min: 1, max: 20 * 1440 });
  const later = (more: number) => new Date(now.getTime() + more * 60_000);
  const scenes = fc
    .record({
      due: ahead,
      age: fc.integer({ min: 0, max: 10 * 1440 }),
      others: fc.array(fc.record({ due: ahead, quick: minutes, more: fc.option(minutes) }), { maxLength: 8 }),
      took: fc.option(fc.record({ quarter: minutes, more: minutes, further: minutes, quick: minutes, hands: minutes })),
      below: fc.option(ahead),
    })
    .map((drawn) => ({
      promise: promised(later(drawn.due), later(-drawn.age)),
      around: {
        calendar,
        now,
        others: drawn.others.map(({ due, quick, more }) => ({
          due: later(due),
          pace: more === null ? null : { quick, hands: quick + more },
        })),
        tookBefore: drawn.took && {
          cases: 9,
          quarter: drawn.took.quarter,
          half: drawn.took.quarter + drawn.took.more,
          most: drawn.took.quarter + drawn.took.more + drawn.took.further,
          quick: Math.min(drawn.took.quick, drawn.took.hands, drawn.took.quarter),
          hands: Math.min(drawn.took.hands, drawn.took.quarter + drawn.took.more),
        },
        below: drawn.below === null ? null : { id: below.id, due: later(drawn.below) },
      } satisfies Around,
    }));

  it('a suggested time is later, in working time, and would hold', () => {
    let suggestions = 0;
    fc.assert(
      fc.property(scenes, ({ promise, around }) => {
        const due = suggestedDue(promise, around);
        if (!due) return;
        suggestions++;
        expect(due.getTime()).toBeGreaterThan(promise.due.getTime());
        expect(isWorking(calendar, new Date(due.getTime() - 1))).toBe(true);
        const moved = { ...promise, due, warnAt: warnAt(calendar, now, due) };
        expect(riskOf(moved, around)).toBeNull();
      }),
      { numRuns: 300 },
    );
    expect(suggestions).toBeGreaterThan(250);
  });

  it('nothing changes between one look and the next', () => {
    fc.assert(
      fc.property(scenes, fc.nat(999), ({ promise, around }, part) => {
        const reasonAt = (ms: number) => riskOf(promise, { ...around, now: new Date(ms) })?.reason;
        let look: Date | null = now;
        for (let looks = 0; look && looks < 12; looks++) {
          const here: Around = { ...around, now: look };
          const risk = riskOf(promise, here);
          const next = nextLook(promise, here, risk);
          if (!next) {
            expect(look.getTime()).toBeGreaterThan(promise.due.getTime());
            return;
          }
          expect(next.getTime()).toBeGreaterThan(look.getTime());
          for (const ms of [look.getTime() + ((next.getTime() - look.getTime()) * part) / 1000, next.getTime() - 1])
            expect(reasonAt(Math.floor(ms))).toBe(risk?.reason);
          look = next;
        }
      }),
      { numRuns: 100 },
    );
  });
});
