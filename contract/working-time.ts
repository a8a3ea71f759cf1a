// When a team works: spans of the clock, and a week of them. Arithmetic with them lives in server/platform/working-time.ts.
import { z } from 'zod';

const clockPattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A reading of a wall clock, '00:00' to '23:59'. */
const Clock = z.string().refine((value) => clockPattern.test(value), { params: { code: 'notAClockTime' } });
/** The end of a span: a clock reading, or '24:00' for the end of the day. */
const ClockEnd = z
  .string()
  .refine((value) => value === '24:00' || clockPattern.test(value), { params: { code: 'notAClockTime' } });

export const Span = z
  .tuple([Clock, ClockEnd])
  .refine(([from, to]) => from < to, { params: { code: 'endsBeforeItStarts' } })
  .meta({
    id: 'Span',
    description: 'From and to on the wall clock, e.g. ["08:00", "16:00"]; a span over midnight is written as two',
  });
export type Span = z.infer<typeof Span>;

/** The spans of one day, in order; an empty list means closed. */
export const Hours = z
  .array(Span)
  .max(12)
  .refine((spans) => spans.every((span, i) => i === 0 || spans[i - 1]![1] <= span[0]), {
    params: { code: 'spansOverlap' },
  })
  .meta({ id: 'Hours', description: 'The working spans of one day, in order; empty means closed' });
export type Hours = z.infer<typeof Hours>;

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

export const Week = z
  .object({ 1: Hours, 2: Hours, 3: Hours, 4: Hours, 5: Hours, 6: Hours, 7: Hours })
  .meta({ id: 'Week', description: 'Working hours by ISO weekday: 1 is Monday, 7 is Sunday' });
export type Week = z.infer<typeof Week>;

/** Monday to Friday, 8 to 16. */
export const usualWeek: Week = {
  1: [['08:00', '16:00']],
  2: [['08:00', '16:00']],
  3: [['08:00', '16:00']],
  4: [['08:00', '16:00']],
  5: [['08:00', '16:00']],
  6: [],
  7: [],
};

/** Reads a week as it was stored; null when the value is no week. */
export const readWeek = (value: unknown): Week | null => Week.safeParse(value).data ?? null;

/** Reads the hours of one day as they were stored; null when the value is no list of spans. */
export const readHours = (value: unknown): Hours | null => Hours.safeParse(value).data ?? null;

/** One suggestion for a due instant: the code names the words, `at` is the instant. */
export const dueCodes = ['today', 'tomorrowNoon', 'tomorrow', 'weekday', 'nextWeek', 'later'] as const;
export const DueChoice = z
  .object({ code: z.enum(dueCodes), at: z.iso.datetime() })
  .meta({ id: 'DueChoice', description: 'A due instant worth suggesting, inside the working hours of who promises' });
