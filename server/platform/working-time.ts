// Counting in working time: pure arithmetic on a team's calendar, with the time as an argument. Days are compiled in working-days.ts.
import { Temporal } from 'temporal-polyfill';
import type { Language } from '../../contract/shapes.ts';
import { weekdays, type dueCodes, type Span } from '../../contract/working-time.ts';
import { holidayOn } from './holidays.ts';
import { dateOf, dayAt, dayNumber, hoursOfDay, wallClock } from './working-days.ts';
import type { Day, WorkingCalendar } from './working-days.ts';

export type { WorkingCalendar };

const minuteMs = 60_000;
/** A calendar without working hours for this many days is taken as closed for good. */
const closedForGood = 731;
/** Nothing is counted over more days than this (ten years): a bound, not a wish. */
const horizon = 3_660;

/** The working spans of a local date ('2026-12-24'), in order, joined where they touch; [] when closed. */
export function hoursOn(calendar: WorkingCalendar, date: string): Span[] {
  return hoursOfDay(calendar, date).map(([from, to]) => [clock(from), clock(to)]);
}

/** Minutes of a usual working day: the mean of those weekdays on which anybody works, eight hours where nobody ever does. */
export function usualDay({ week }: Pick<WorkingCalendar, 'week'>): number {
  const days = weekdays.map((day) => week[day].reduce((sum, [from, to]) => sum + minuteOf(to) - minuteOf(from), 0));
  const worked = days.filter((minutes) => minutes > 0);
  return worked.length === 0 ? 480 : Math.round(worked.reduce((sum, minutes) => sum + minutes, 0) / worked.length);
}
const minuteOf = (clockReading: string): number => {
  const [hours = 0, minutes = 0] = clockReading.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Whether somebody works at this instant. A span includes its first minute and not its closing minute. */
export function isWorking(calendar: WorkingCalendar, at: Date): boolean {
  const ms = at.getTime();
  return dayAt(calendar, dayNumber(calendar, ms)).spans.some(([from, to]) => from <= ms && ms < to);
}

/** This instant if it is working time, else the next one that is; null when there is none within two years. */
export function nextOpening(calendar: WorkingCalendar, at: Date): Date | null {
  const ms = at.getTime();
  const first = dayNumber(calendar, ms);
  for (let number = first; number <= first + closedForGood; number++) {
    const span = dayAt(calendar, number).spans.find(([, to]) => ms < to);
    if (span) return new Date(Math.max(ms, span[0]));
  }
  return null;
}

/** The end of the first day with working hours after the day of `at`; null for a calendar that stays closed. */
export function nextDayEnd(calendar: WorkingCalendar, at: Date): Date | null {
  const first = dayNumber(calendar, at.getTime()) + 1;
  for (let number = first; number <= first + closedForGood; number++) {
    const last = dayAt(calendar, number).spans.at(-1);
    if (last) return new Date(last[1]);
  }
  return null;
}

/**
 * The instant after `minutes` of working time, or before when `minutes` is negative. Forward it lands on a working
 * minute or on closing time (8 hours after Monday 8:00 is Monday 16:00); backward on a working minute; zero minutes
 * from closed time is the next opening. Null when the calendar has no working time in the next two years, or when the
 * answer lies more than ten years away.
 */
export function addWorking(calendar: WorkingCalendar, at: Date, minutes: number): Date | null {
  if (minutes === 0) return nextOpening(calendar, at);
  // Whole milliseconds: a fraction would be cut off an instant and end a millisecond too early.
  return minutes > 0
    ? forward(calendar, at.getTime(), Math.round(minutes * minuteMs))
    : backward(calendar, at.getTime(), Math.round(-minutes * minuteMs));
}

function forward(calendar: WorkingCalendar, ms: number, left: number): Date | null {
  const first = dayNumber(calendar, ms);
  let lastOpen = first;
  for (let number = first; number <= first + horizon && number <= lastOpen + closedForGood; number++) {
    const day = dayAt(calendar, number);
    if (day.total > 0) lastOpen = number;
    if (ms <= day.start && day.total < left) {
      left -= day.total;
      continue;
    }
    for (const [from, to] of day.spans) {
      const begin = Math.max(from, ms);
      if (begin >= to) continue;
      if (left <= to - begin) return new Date(begin + left);
      left -= to - begin;
    }
  }
  return null;
}

function backward(calendar: WorkingCalendar, ms: number, left: number): Date | null {
  const first = dayNumber(calendar, ms);
  let lastOpen = first;
  for (let number = first; number >= first - horizon && number >= lastOpen - closedForGood; number--) {
    const day = dayAt(calendar, number);
    if (day.total > 0) lastOpen = number;
    for (const [from, to] of day.spans.toReversed()) {
      const end = Math.min(to, ms);
      if (end <= from) continue;
      if (left <= end - from) return new Date(end - left);
      left -= end - from;
    }
  }
  return null;
}

/** The instant at which the clock in a zone shows a time on a day; where clocks jump over it, as much later as they jump. */
export const atClock = (zone: string, date: string, time: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds);

/** On the day of `at`: when the clock shows `minutes` after midnight, or when work begins (null). Null on a day without work. */
export function clockOn(calendar: WorkingCalendar, at: Date, minutes: number | null): Date | null {
  const number = dayNumber(calendar, at.getTime());
  const [first] = dayAt(calendar, number).spans;
  if (!first) return null;
  return new Date((minutes === null ? null : wallClock(calendar, number, minutes)) ?? first[0]);
}

/** The day that it is in a zone at an instant, e.g. 2026-11-24. */
export const dateIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/**
 * Minutes of working time from `a` to `b`, negative when `b` is before `a`; fractions of a minute are kept.
 * Instants more than ten years apart count as ten years apart.
 */
export function workingMinutes(calendar: WorkingCalendar, a: Date, b: Date): number {
  if (b < a) return 0 - workingMinutes(calendar, b, a);
  const [start, end] = [a.getTime(), b.getTime()];
  const first = dayNumber(calendar, start);
  let ms = 0;
  for (let number = first; number <= first + horizon; number++) {
    const day = dayAt(calendar, number);
    if (day.start >= end) break;
    ms += start <= day.start && day.end <= end ? day.total : within(day, start, end);
  }
  return ms / minuteMs;
}

const within = (day: Day, start: number, end: number) =>
  day.spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0);

/**
 * How many working days `b` is away from `a`, as people count: 0 on the same day, 1 for the next working day; days
 * without working hours do not count. Negative when `b` lies on an earlier day; at most ten years.
 */
export function workingDaysBetween(calendar: WorkingCalendar, a: Date, b: Date): number {
  if (b < a) return 0 - workingDaysBetween(calendar, b, a);
  const first = dayNumber(calendar, a.getTime());
  const last = Math.min(dayNumber(calendar, b.getTime()), first + horizon);
  let days = 0;
  for (let number = first + 1; number <= last; number++) if (dayAt(calendar, number).total > 0) days++;
  return days;
}

export type DueChoice = { code: (typeof dueCodes)[number]; at: Date };

const choices = 5;
const hour = 60;
/** Hours of the day by which people promise, the usual one first. */
const byHours = [16, 18, 20, 22];

/**
 * Up to five due instants worth suggesting, in order, all in working time (closing time included): today if an hour of
 * work is left, the next working day at noon, the next working days, a week from now. `weekday` is within six days,
 * `nextWeek` seven to thirteen days away, `later` beyond (after a long closure). [] for a calendar without hours.
 */
export function dueChoices(calendar: WorkingCalendar, now: Date): DueChoice[] {
  const today = dayNumber(calendar, now.getTime());
  const soon: DueChoice[] = [];
  add(soon, 'today', dayEnd(calendar, today, now.getTime()));
  const workdays = [1, 2, 3, 4, 5, 6].filter((away) => dayAt(calendar, today + away).total > 0);
  for (const away of workdays) {
    if (away === workdays[0]) add(soon, away === 1 ? 'tomorrowNoon' : 'weekday', noon(calendar, today + away));
    add(soon, away === 1 ? 'tomorrow' : 'weekday', dayEnd(calendar, today + away));
  }
  const far = aWeekAway(calendar, today);
  return far ? [...soon.slice(0, choices - 1), far] : soon.slice(0, choices);
}

function aWeekAway(calendar: WorkingCalendar, today: number): DueChoice | null {
  for (let away = 7; away <= closedForGood; away++) {
    const at = dayEnd(calendar, today + away);
    if (at !== null) return { code: away < 14 ? 'nextWeek' : 'later', at: new Date(at) };
  }
  return null;
}

function add(list: DueChoice[], code: DueChoice['code'], at: number | null) {
  if (at !== null && at > (list.at(-1)?.at.getTime() ?? 0)) list.push({ code, at: new Date(at) });
}

function noon(calendar: WorkingCalendar, number: number): number | null {
  const at = wallClock(calendar, number, 12 * hour);
  return at !== null && inHours(dayAt(calendar, number), at) ? at : null;
}

/** The hour by which one promises on this day: 16:00, a later even hour, or closing, with an hour of work from `now` until then. */
function dayEnd(calendar: WorkingCalendar, number: number, now = -Infinity): number | null {
  const day = dayAt(calendar, number);
  const hours = byHours.map((one) => wallClock(calendar, number, one * hour));
  // Midnight reads as tomorrow, so nobody is offered the end of a day that never closes.
  const closing = day.spans.map(([, to]) => to).filter((to) => to < day.end);
  const reachable = (at: number) => inHours(day, at) && within(day, now, at) >= hour * minuteMs;
  const usual = hours.find((at) => at !== null && reachable(at)) ?? null;
  const close = closing.findLast(reachable) ?? null;
  return usual ?? close ?? shortDay(day, now);
}

/** A day of less than an hour of work, or with hours before midnight only, still has an end. */
const shortDay = (day: Day, now: number) => (now === -Infinity ? (day.spans.at(-1)?.[1] ?? null) : null);

const inHours = (day: Day, ms: number) => day.spans.some(([from, to]) => from < ms && ms <= to);

export type DueExplained = {
  at: Date;
  zone: string;
  /** Whole minutes of working time from now until then, negative when it is past. */
  workingMinutes: number;
  workingDays: number;
  /** True on a working minute and at closing time. */
  inWorkingTime: boolean;
  /** What closes the due day or cuts it short: the holiday's name, or the team's note. */
  holiday: string | null;
  /** Closed days on the way there that would otherwise be working days, at most five. */
  skipped: Array<{ date: string; name: string }>;
};

/** Why a due instant is what it is: "Thursday 15:00, Helsinki, 2 working days". Names of holidays come in `language`. */
export function explainDue(calendar: WorkingCalendar, now: Date, due: Date, language: Language = 'en'): DueExplained {
  const number = dayNumber(calendar, due.getTime());
  return {
    at: due,
    zone: calendar.zone,
    workingMinutes: Math.trunc(workingMinutes(calendar, now, due)) + 0,
    workingDays: workingDaysBetween(calendar, now, due),
    inWorkingTime: isWorking(calendar, due) || isWorking(calendar, new Date(due.getTime() - 1)),
    holiday: specialty(calendar, dateOf(number), language),
    skipped: skippedBetween(calendar, dayNumber(calendar, now.getTime()), number, language),
  };
}

function specialty(calendar: WorkingCalendar, date: string, language: Language): string | null {
  const exception = calendar.exceptions.find((one) => one.date === date);
  if (exception) return exception.note || null;
  const holiday = calendar.country ? holidayOn(calendar.country, calendar.region, date, language) : null;
  if (!holiday) return null;
  // An eve that begins when work has ended anyway explains nothing.
  const usual = hoursOfDay({ ...calendar, country: null }, date);
  return holiday.from === 0 || usual.some(([, to]) => to > holiday.from) ? holiday.name : null;
}

function skippedBetween(calendar: WorkingCalendar, from: number, to: number, language: Language) {
  const skipped: DueExplained['skipped'] = [];
  const usual = { ...calendar, country: null, exceptions: [] };
  for (let number = from + 1; number < Math.min(to, from + closedForGood) && skipped.length < 5; number++) {
    const date = dateOf(number);
    if (dayAt(calendar, number).total > 0 || hoursOfDay(usual, date).length === 0) continue;
    skipped.push({ date, name: specialty(calendar, date, language) ?? '' });
  }
  return skipped;
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
