// Keeps the clocks of goals reckoned, a bounded piece at a time: by a job all along, and when a goal is read. Whoever reckons a goal
// holds its row, so that the sums change by each clock once; a job passes over a goal that is held, a reader waits for it.
import { minutesIn } from '../../contract/goals.ts';
import { calendarOf } from '../directory/directory.ts';
import { transact, type Db } from '../platform/db.ts';
import { isHeld } from '../platform/faults.ts';
import { usualDay, type WorkingCalendar } from '../platform/working-time.ts';
import { between, clockOf, warnAt, type Measure } from './clock.rules.ts';
import {
  addUp,
  forgetEarlier,
  movedOn,
  noteReckoned,
  olderThan,
  passedBy,
  pastsOf,
  runningIn,
  saveClocks,
  type Difference,
  type PastRow,
} from './clocks.queries.ts';
import { countedOf } from './figure.rules.ts';
import { takeGoal, type GoalRow } from './queries.ts';
import type { ClockTable } from './tables.ts';

const batch = 500;

export const measureOf = (
  goal: Pick<GoalRow, 'starts' | 'ends' | 'time' | 'count' | 'unit'>,
  calendar: WorkingCalendar,
): Measure => ({
  starts: goal.starts,
  ends: goal.ends,
  time: goal.time,
  minutes: minutesIn(goal, goal.time, usualDay(calendar)),
});

type Reckoned = { row: ClockTable; differences: Difference[] };

/** The clock as it is now, and by what the sums change. */
function reckonOne(goal: GoalRow, calendar: WorkingCalendar, past: PastRow, now: Date): Reckoned {
  const measure = measureOf(goal, calendar);
  const here = past.team_id === goal.team_id;
  const happenings = past.happenings.map(({ what, at, team }) => ({ what, at: new Date(at), team }));
  const clock = clockOf(measure, { askedAt: past.created_at, happenings, team: goal.team_id, here }, calendar, now);
  const { startedAt, due, endedAt } = clock;
  const took = startedAt && endedAt ? Math.max(0, between(measure, calendar, startedAt, endedAt)) : null;
  const counted = countedOf(clock, took, calendar.zone);
  const before = past.before ? [{ ...past.before, count: -1 }] : [];
  const after = counted ? [{ ...counted, private: past.private, count: 1 }] : [];
  return {
    row: {
      goal_id: goal.id,
      request_id: past.id,
      version: past.version,
      measure: goal.measure,
      private: past.private,
      state: clock.state,
      started_at: startedAt,
      due_at: due,
      warn_at: clock.state === 'running' && startedAt && due ? warnAt(measure, calendar, startedAt, due) : null,
      ended_at: endedAt,
      day: counted?.day ?? null,
      within: counted?.within ?? null,
      bucket: counted?.bucket ?? null,
    },
    differences: [...before, ...after].flatMap(({ day, within, bucket, private: hidden, count }) =>
      day === null || within === null || bucket === null ? [] : [{ day, within, bucket, private: hidden, count }],
    ),
  };
}

async function keep(tx: Db, goal: GoalRow, calendar: WorkingCalendar, requests: readonly string[], now: Date) {
  for (let from = 0; from < requests.length; from += batch) {
    const pasts = await pastsOf(tx, goal, requests.slice(from, from + batch));
    const reckoned = pasts.map((past) => reckonOne(goal, calendar, past, now));
    await saveClocks(
      tx,
      reckoned.map(({ row }) => row),
    );
    await addUp(
      tx,
      goal,
      reckoned.flatMap(({ differences }) => differences),
    );
  }
}

/** What a round looks at beside what is new: what left the team, or whatever runs; `read`, for a reader, waits for whoever is at it. */
export type Round = 'new' | 'left' | 'whole' | 'read';

/** Reckons one bounded piece of a goal; whether more is left to do. */
export const reckonGoal = (db: Db, id: string, round: Round, now: Date): Promise<boolean> =>
  transact(db, async (tx) => {
    const goal = await takeGoal(tx, id, round === 'read', now);
    if (!goal) return false;
    const calendar = await calendarOf(tx, { team: goal.team_id });
    const anew = round === 'whole' || goal.team_version !== goal.calendar_version;
    const moved = await movedOn(tx, goal, batch);
    const passed = await passedBy(tx, goal, batch, now);
    const running = anew || round === 'left' ? await runningIn(tx, goal, !anew) : [];
    const older = await olderThan(tx, goal, batch);
    await keep(tx, goal, calendar, [...new Set([...moved, ...passed, ...running, ...older.ids])], now);
    const full = moved.length === batch;
    await noteReckoned(tx, goal, {
      seenTo: full ? null : now,
      back: older.last,
      teamVersion: goal.calendar_version,
    });
    const cleaning = older.last === null && (await forgetEarlier(tx, goal, batch * 4));
    return full || passed.length === batch || older.last !== null || cleaning;
  });

/**
 * Brings goals that are behind up to what has happened, as far as a reader can wait for: one piece each. Whoever is at it may have begun
 * before what the reader has just heard of, and nobody would tell them to read again.
 */
export async function bringUp(db: Db, behind: readonly string[], now: Date): Promise<void> {
  for (const id of behind)
    await reckonGoal(db, id, 'read', now).catch((error: unknown) => {
      if (!isHeld(error)) throw error;
    });
}
