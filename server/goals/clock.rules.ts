// The clock of one request under one goal, from its history: pure, time is an argument. It never pauses: who waits, waits.
import type { goalEnds, goalStarts, GoalTime } from '../../contract/goals.ts';
import type { EntryKind } from '../../contract/requests.ts';
import { addWorking, isWorking, usualDay, workingMinutes, type WorkingCalendar } from '../platform/working-time.ts';

/** What a goal counts, and how long it allows: `minutes` of its time. */
export type Measure = {
  starts: (typeof goalStarts)[number];
  ends: (typeof goalEnds)[number];
  time: GoalTime;
  minutes: number;
};

/** `team`: to which other team or, by a hand-over back, to which same team it went. */
export type Happening = { what: EntryKind; at: Date; team?: string | null };

export type Past = {
  askedAt: Date;
  /** In the order in which it happened. */
  happenings: readonly Happening[];
  /** The goal's team, and whether the request is with it now. */
  team: string;
  here: boolean;
};

/** waiting: not started; void: over without counting (taken back in time by who asked, handed on, declined in time). */
export type ClockState = 'waiting' | 'running' | 'met' | 'missed' | 'void';

export type Clock = {
  state: ClockState;
  startedAt: Date | null;
  due: Date | null;
  endedAt: Date | null;
  /** Null while that is open; false as soon as the time has passed, whether it has ended or not. */
  within: boolean | null;
};

type Marks = {
  base: Date;
  greeted: Date | null;
  promised: Date | null;
  /** The promise that stands: none after the asker let it go. */
  standing: Date | null;
  delivered: Date | null;
  closed: Date | null;
  stopped: { at: Date; by: 'asker' | 'server' | 'handing' } | null;
};

const begin = (base: Date): Marks => ({
  base,
  greeted: null,
  promised: null,
  standing: null,
  delivered: null,
  closed: null,
  stopped: null,
});

function step(marks: Marks, { what, at, team }: Happening, own: string): Marks {
  // What others did with it is theirs.
  if (marks.stopped?.by === 'handing' && what !== 'handedOver') return marks;
  const hello = { ...marks, greeted: marks.greeted ?? at };
  switch (what) {
    case 'handedOver':
      if (!team) return marks;
      return team === own ? begin(at) : { ...marks, stopped: { at, by: 'handing' } };
    case 'greeted':
    case 'countered':
      return hello;
    case 'promised':
    case 'counterAccepted':
      return { ...hello, promised: marks.promised ?? at, standing: at };
    case 'released':
      return { ...marks, standing: null };
    case 'declined':
      return { ...hello, stopped: { at, by: 'asker' } };
    case 'refusedByApprover':
    case 'withdrawn':
    case 'merged':
      return { ...marks, stopped: { at, by: 'asker' } };
    case 'revoked':
      return { ...marks, stopped: { at, by: 'server' } };
    case 'delivered':
      return { ...marks, delivered: at };
    case 'returned':
      return { ...marks, delivered: null };
    case 'accepted':
    case 'closedBySilence':
      return { ...marks, closed: marks.closed ?? at };
    default:
      return marks;
  }
}

type Opening = { marks: Marks; last: boolean };

/** Each time that it was open, by itself: from the ask, then from each time that it was opened again. */
function openingsOf({ askedAt, happenings, team, here }: Past): Opening[] {
  const before: Marks[] = [];
  let marks = begin(askedAt);
  let left: Date | null = null;
  for (const one of happenings) {
    if (one.what === 'reopened') {
      before.push(marks);
      // Where it is opened again elsewhere, it is nobody's wait here until it comes back.
      const elsewhere = marks.stopped?.by === 'handing' ? { stopped: { at: one.at, by: 'handing' as const } } : {};
      marks = { ...begin(one.at), ...elsewhere };
      left = null;
    } else marks = step(marks, one, team);
    if (one.what === 'handedOver') left = one.at;
  }
  // Somewhere else now, though no hand-over to another team says so: to a person, or before it was opened again.
  const gone = here || marks.stopped ? null : (left ?? (before.length > 0 ? marks.base : null));
  const newest: Marks = gone ? { ...marks, stopped: { at: gone, by: 'handing' } } : marks;
  return [...before.map((each) => ({ marks: each, last: false })), { marks: newest, last: true }];
}

/**
 * Counted from the ask, or from when it came to this team. A delivery that was given back did not end it. Over in time without its end it
 * counts for nothing, unless the promiser took their word back; over too late, it is missed. Whatever ends at the very instant at which
 * it is due is in time.
 *
 * Whoever asks again waits again: each opening has a clock of its own, with the whole time, as the cycles of other service desks do. But a
 * request counts once: within the time if it was so each time, missed if it was missed once, and not yet while a clock of it runs.
 * So nothing is gained by delivering in haste what comes back.
 */
export function clockOf(measure: Measure, past: Past, calendar: WorkingCalendar, now: Date): Clock {
  const clocks = openingsOf(past).map((opening) => clockOfOne(measure, opening, calendar, now));
  const newest = clocks.at(-1) ?? none;
  if (newest.state === 'running') return newest;
  return (
    clocks.findLast(({ state }) => state === 'missed') ?? clocks.findLast(({ state }) => state === 'met') ?? newest
  );
}

function clockOfOne(measure: Measure, { marks, last }: Opening, calendar: WorkingCalendar, now: Date): Clock {
  const startedAt = { asked: marks.base, greeted: marks.greeted, promised: marks.standing }[measure.starts];
  if (!startedAt) return { ...none, state: marks.stopped || marks.closed || !last ? 'void' : 'waiting' };
  const due = dueOf(measure, calendar, startedAt);
  const endedAt = marks[measure.ends];
  if (endedAt) return ended(startedAt, due, endedAt, endedAt <= due);
  const { stopped } = marks;
  if (stopped && (stopped.at > due || stopped.by === 'server')) return ended(startedAt, due, stopped.at, false);
  if (stopped || !last) return { ...none, state: 'void', startedAt, due };
  return { state: 'running', startedAt, due, endedAt: null, within: now > due ? false : null };
}

const none: Clock = { state: 'void', startedAt: null, due: null, endedAt: null, within: null };
const ended = (startedAt: Date, due: Date, endedAt: Date, within: boolean): Clock => ({
  state: within ? 'met' : 'missed',
  startedAt,
  due,
  endedAt,
  within,
});

/** When the time is up. A calendar without any working time in the next two years counts as the wall does. */
export function dueOf({ time, minutes }: Measure, calendar: WorkingCalendar, from: Date): Date {
  const plain = new Date(from.getTime() + minutes * 60_000);
  return time === 'wall' ? plain : (addWorking(calendar, from, minutes) ?? plain);
}

/** Minutes of the goal's time from `a` to `b`, negative when `b` is earlier. */
export const between = ({ time }: Measure, calendar: WorkingCalendar, a: Date, b: Date): number =>
  time === 'wall' ? (b.getTime() - a.getTime()) / 60_000 : workingMinutes(calendar, a, b);

/**
 * When the leads hear that it runs short: when a quarter of the time is left, at most a working day; if nobody works then, at the
 * last minute before at which somebody does, so that there is somebody to act. Never before it started.
 */
export function warnAt(measure: Measure, calendar: WorkingCalendar, startedAt: Date, due: Date): Date {
  const ahead = Math.min(measure.minutes / 4, measure.time === 'wall' ? 24 * 60 : usualDay(calendar));
  const plain = new Date(due.getTime() - ahead * 60_000);
  const at = measure.time === 'wall' ? plain : (addWorking(calendar, due, -ahead) ?? plain);
  const awake = isWorking(calendar, at) ? at : addWorking(calendar, at, -1);
  const best = awake && awake > startedAt ? awake : at;
  return best > startedAt ? best : new Date((startedAt.getTime() + due.getTime()) / 2);
}
