// When an ask comes round next: the day by its rule, the instant on the wall clock, moved to a working day where that is wished. Pure.
import { daysOf, type Recurrence } from '../../contract/recurrence.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import { atClock, hoursOn, type WorkingCalendar } from '../platform/working-time.ts';

export type Rhythm = {
  recurrence: Recurrence;
  from: string;
  until: string | null;
  time: string;
  zone: string;
  workdays: boolean;
};

/** The day that the rule names, and when it is asked. */
export type Round = { date: string; at: Date };

const dayMs = 86_400_000;
const nextDay = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
/** A calendar that stays closed for longer than this moves nothing. */
const furthest = 30;

function workdayFrom(date: string, calendar: WorkingCalendar): string {
  let day = date;
  for (let moved = 0; moved < furthest; moved++, day = nextDay(day)) if (hoursOn(calendar, day).length > 0) return day;
  return date;
}

const roundOn = ({ time, zone, workdays }: Rhythm, date: string, calendar: WorkingCalendar): Round => ({
  date,
  at: atClock(zone, workdays ? workdayFrom(date, calendar) : date, time),
});

/**
 * The first round of the rule that is still to come at `now` and lies after the day `done` (null: none yet). `calendar` is of
 * those who are asked. What fell due while nobody looked is asked once: pass the day of the last one made, then the future.
 */
export function nextRound(rhythm: Rhythm, done: string | null, now: Date, calendar: WorkingCalendar): Round | null {
  const { recurrence, from, until } = rhythm;
  // A day may be moved forward past the present: so the look begins well before it.
  const soon = new Date(now.getTime() - (furthest + 2) * dayMs).toISOString().slice(0, 10);
  // Several days may move to one and the same: that one is asked once.
  const earlier = done === null ? now : new Date(Math.max(now.getTime(), roundOn(rhythm, done, calendar).at.getTime()));
  for (let after = soon; ;) {
    const days = daysOf(recurrence, { from, until, after }, 16);
    for (const date of days) {
      const round = roundOn(rhythm, date, calendar);
      if (round.at > earlier) return round;
    }
    const last = days.at(-1);
    if (last === undefined) return null;
    after = last;
  }
}

/** Refuses an end before the beginning, and a rule that names no day at all. */
export function checkRhythm(rhythm: Rhythm): Outcome<Rhythm> {
  const { recurrence, from, until } = rhythm;
  if (until !== null && until < from) return refused('wrongPeriod', { field: 'until' });
  return daysOf(recurrence, { from, until }, 1).length === 0 ? refused('neverComes', { field: 'until' }) : rhythm;
}
