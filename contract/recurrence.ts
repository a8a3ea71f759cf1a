// On which days something comes round: the rule, and the days that follow from it. Pure; browser and server reckon with the same.
import { z } from 'zod';

const weekday = z.number().int().min(1).max(7).meta({ description: 'Monday is 1' });

export const Recurrence = z
  .discriminatedUnion('every', [
    z.object({ every: z.literal('days'), count: z.number().int().min(1).max(730) }),
    z.object({
      every: z.literal('weeks'),
      count: z.number().int().min(1).max(52),
      weekdays: z.array(weekday).min(1).max(7),
    }),
    z.object({
      every: z.literal('months'),
      count: z.number().int().min(1).max(24),
      on: z.union([
        z.object({
          day: z.number().int().min(1).max(31).meta({ description: 'The last one where a month is shorter' }),
        }),
        z.object({
          nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')]),
          weekday,
        }),
      ]),
    }),
  ])
  .meta({
    id: 'Recurrence',
    description: 'Every 90 days; every second Monday and Thursday; the first Monday of the month',
  });
export type Recurrence = z.infer<typeof Recurrence>;

const dayMs = 86_400_000;
const msOf = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** Monday is 1. */
const weekdayOf = (ms: number) => ((new Date(ms).getUTCDay() + 6) % 7) + 1;

/** Beyond this nothing is reckoned: dates have four digits for years. */
const horizon = msOf('8999-01-01');

/**
 * The days of a recurrence that begins on `from` (a local date, itself among them when the rule names it), strictly after
 * `after` and up to `until`, in order, at most `count`. Weeks and months are counted from the one that `from` is in.
 */
export function daysOf(
  recurrence: Recurrence,
  given: { from: string; after?: string | null; until?: string | null },
  count: number,
): string[] {
  const from = msOf(given.from);
  const after = given.after ? msOf(given.after) : from - dayMs;
  const until = Math.min(given.until ? msOf(given.until) : horizon, horizon);
  const found: string[] = [];
  for (let step = firstStep(recurrence, from, after); found.length < count; step++) {
    const days = daysIn(recurrence, from, step);
    if (days.every((day) => day > until)) break;
    found.push(...days.filter((day) => day >= from && day > after && day <= until).map(dateOf));
  }
  return found.slice(0, count);
}

/** A step that is not after the first day wanted: so that what began long ago is not walked through. */
function firstStep({ every, count }: Recurrence, from: number, after: number): number {
  const longest = { days: 1, weeks: 7, months: 31 }[every] * count * dayMs;
  return Math.max(0, Math.floor((after - from) / longest) - 1);
}

/** The days of the nth round, in order. */
function daysIn(recurrence: Recurrence, from: number, step: number): number[] {
  if (recurrence.every === 'days') return [from + step * recurrence.count * dayMs];
  if (recurrence.every === 'weeks') {
    const monday = from - (weekdayOf(from) - 1) * dayMs + step * recurrence.count * 7 * dayMs;
    return [...new Set(recurrence.weekdays)].toSorted((a, b) => a - b).map((day) => monday + (day - 1) * dayMs);
  }
  const start = new Date(from);
  const month = start.getUTCMonth() + step * recurrence.count;
  return [dayInMonth(start.getUTCFullYear(), month, recurrence.on)];
}

function dayInMonth(year: number, month: number, on: Extract<Recurrence, { every: 'months' }>['on']): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  if ('day' in on) return Date.UTC(year, month, Math.min(on.day, last.getUTCDate()));
  if (on.nth === 'last') return last.getTime() - ((weekdayOf(last.getTime()) - on.weekday + 7) % 7) * dayMs;
  const first = Date.UTC(year, month, 1);
  return first + (((on.weekday - weekdayOf(first) + 7) % 7) + (on.nth - 1) * 7) * dayMs;
}
