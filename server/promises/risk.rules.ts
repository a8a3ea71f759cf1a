// Whether a promise is at risk and why, and a new time that would hold: from the promiser's working calendar, their other promises, how
// long such things took before, and what it waits for. Pure; the sums behind "how long": took.rules.ts.
import type { PromiseRisk } from '../../contract/promises.ts';
import { addWorking, dueChoices, workingMinutes, type WorkingCalendar } from '../platform/working-time.ts';
import { horizonMs } from './rules.ts';
import { warnAt } from './warn.rules.ts';

/** How long such a thing is in its promiser's hands alone, since they delivered something else; in minutes of working time. */
export type Pace = {
  /** One in four took no longer. */
  quick: number;
  /** Half of them took no longer. */
  hands: number;
};

/** In minutes of working time, of at least `fewestCases` cases. */
export type Took = Pace & {
  cases: number;
  /** From the promise to its delivery: one in four took no longer. */
  quarter: number;
  half: number;
  /** Three in four took no longer. */
  most: number;
};
export const fewestCases = 5;

export type Watched = {
  due: Date;
  madeAt: Date;
  /** When little working time is left. */
  warnAt: Date;
  /** The promiser has asked for a new time already. */
  asked: boolean;
};

export type Around = {
  calendar: WorkingCalendar;
  now: Date;
  /** The promiser's other open promises; `pace` null: nobody knows how long such things take. */
  others: ReadonlyArray<{ due: Date; pace: Pace | null }>;
  tookBefore: Took | null;
  /** What it waits for, as long as that is open. */
  below: { id: string; due: Date } | null;
};

/**
 * Why an open promise may not hold even if all goes well, the reason that says most first; null when nothing speaks against it, when the promiser
 * has asked for a new time already, and once it is overdue, which is told otherwise.
 */
export function riskOf(promise: Watched, around: Around): PromiseRisk | null {
  const { calendar, now, below, tookBefore } = around;
  if (promise.asked || now > promise.due) return null;
  const left = whole(workingMinutes(calendar, now, promise.due));
  if (below && below.due > promise.due)
    return { reason: 'belowMoved', facts: { left, below: below.id, belowDue: below.due.toISOString() } };
  const { others, needed } = queueUntil(promise.due, around, 'quick');
  if (others > 0 && needed > left) return { reason: 'otherPromises', facts: { left, others, needed } };
  const given = whole(workingMinutes(calendar, promise.madeAt, promise.due));
  if (tookBefore && tookBefore.quarter > given) {
    const { cases, half, most } = tookBefore;
    return { reason: 'tookLonger', facts: { left, cases, half, most, given } };
  }
  return now >= promise.warnAt ? { reason: 'timeShort', facts: { left } } : null;
}

/** How many others come first, and the working minutes that they and this one need at that pace, as far as that is known. */
function queueUntil(due: Date, { others, tookBefore }: Pick<Around, 'others' | 'tookBefore'>, at: keyof Pace) {
  const first = others.flatMap(({ due: before, pace }) => (before <= due && pace ? [pace[at]] : []));
  return { others: first.length, needed: first.reduce((sum, minutes) => sum + minutes, tookBefore?.[at] ?? 0) };
}

const whole = (minutes: number): number => Math.max(0, Math.floor(minutes));

/**
 * The next time by which one promises that is later than the promised one and at which nothing known speaks against it; null
 * for a calendar without hours, and when it would be too far ahead.
 */
export function suggestedDue(promise: Watched, around: Around): Date | null {
  let due: Date | null = promise.due;
  // A later time lets more of the others come first: until there are no more of them.
  for (let round = 0; due && round <= around.others.length; round++) {
    const next: Date | null = timeAfter(promise, around, due);
    if (!next || queueUntil(next, around, 'hands').others === queueUntil(due, around, 'hands').others)
      return next && holds(promise, around, next) ? next : null;
    due = next;
  }
  return null;
}

const holds = (promise: Watched, around: Around, due: Date): boolean =>
  due.getTime() - around.now.getTime() <= horizonMs &&
  riskOf({ ...promise, due, warnAt: warnAt(around.calendar, around.now, due), asked: false }, around) === null;

/** A time by which one promises, with room for everything that is to be done until `by`, at the pace that is usual. */
function timeAfter(promise: Watched, around: Around, by: Date): Date | null {
  const { calendar, now, tookBefore, below } = around;
  const { needed } = queueUntil(by, around, 'hands');
  const room = [
    promise.due,
    addWorking(calendar, now, Math.max(hour, needed)),
    below && addWorking(calendar, below.due, Math.max(hour, tookBefore?.hands ?? 0)),
    // So that three in four of such things would be done by then.
    tookBefore && addWorking(calendar, promise.madeAt, tookBefore.most),
  ].flatMap((at) => at ?? []);
  const earliest = new Date(Math.max(now.getTime(), ...room.map((at) => at.getTime())));
  return dueChoices(calendar, earliest)[0]?.at ?? null;
}

const hour = 60;
const day = 86_400_000;

/**
 * When the answer may change though nothing else does: null once it is overdue. At risk, the suggested time is kept fresh.
 */
export function nextLook(promise: Watched, around: Around, risk: PromiseRisk | null): Date | null {
  const { calendar, now } = around;
  if (now > promise.due) return null;
  const { needed } = queueUntil(promise.due, around, 'quick');
  // A millisecond later: at the very instant there is still just enough.
  const justUnder = (minutes: number) => {
    const at = addWorking(calendar, promise.due, -minutes);
    return at && new Date(at.getTime() + 1);
  };
  const turns = [
    new Date(promise.due.getTime() + 1),
    new Date(now.getTime() + (risk ? hour * 60_000 : day)),
    promise.warnAt,
    needed > 0 ? justUnder(needed) : null,
  ].flatMap((at) => (at && at > now ? [at.getTime()] : []));
  return new Date(Math.min(...turns));
}
