// The days of a working calendar as intervals of instants, compiled once and kept. What to count with them lives in working-time.ts.
import { Temporal } from 'temporal-polyfill';
import type { Span, Week, Weekday } from '../../contract/working-time.ts';
import { holidayOn } from './holidays.ts';

export type WorkingCalendar = {
  /** IANA zone whose wall clock the hours are read on. */
  zone: string;
  week: Week;
  /** ISO 3166 country whose holidays are kept, null for none. */
  country: string | null;
  region: string | null;
  /** What replaces the week and the holidays on single days; empty hours mean closed. */
  exceptions: ReadonlyArray<{ date: string; hours: ReadonlyArray<Span>; note: string }>;
};

/** A local day: its instants in ms, its working spans in ms, and how long they are together. */
export type Day = {
  date: string;
  start: number;
  end: number;
  spans: ReadonlyArray<readonly [from: number, to: number]>;
  total: number;
};

/** A stretch of a local day with one offset to UTC; a day has two of them when clocks change. */
type Piece = readonly [start: number, end: number, offset: number];
type ZoneDay = { start: number; end: number; pieces: readonly Piece[] };

const dayMs = 86_400_000;
const minuteMs = 60_000;
const daysKept = 5_000;

const zones = new Map<string, Map<number, ZoneDay>>();
const compiled = new WeakMap<WorkingCalendar, Map<number, Day>>();

export const dateOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);
const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** The `number`th local day after 1970-01-01 in this calendar. */
export function dayAt(calendar: WorkingCalendar, number: number): Day {
  let days = compiled.get(calendar);
  if (!days) compiled.set(calendar, (days = new Map()));
  return remember(days, number, () => compile(calendar, number));
}

/** The number of the local day that an instant (ms) falls on. */
export function dayNumber(calendar: WorkingCalendar, ms: number): number {
  let number = Math.floor(ms / dayMs);
  while (zoneDay(calendar.zone, number).end <= ms) number++;
  while (zoneDay(calendar.zone, number).start > ms) number--;
  return number;
}

/** The first instant (ms) at which the wall clock of a day shows `minutes` after midnight, null if it never does. */
export function wallClock(calendar: WorkingCalendar, number: number, minutes: number): number | null {
  for (const [start, end, offset] of zoneDay(calendar.zone, number).pieces) {
    const at = number * dayMs + minutes * minuteMs - offset;
    if (at >= start && at < end) return at;
  }
  return null;
}

/** The spans of a local day on the wall clock, in minutes after midnight: exceptions before holidays before the week. */
export function hoursOfDay(calendar: WorkingCalendar, date: string): Array<[from: number, to: number]> {
  const exception = calendar.exceptions.find((one) => one.date === date);
  if (exception) return merged(exception.hours);
  const weekday = (((numberOf(date) + 3) % 7) + 7) % 7;
  const usual = merged(calendar.week[(weekday + 1) as Weekday] ?? []);
  const holiday = usual.length && calendar.country ? holidayOn(calendar.country, calendar.region, date) : null;
  if (!holiday) return usual;
  return usual.flatMap(([from, to]) => (from < holiday.from ? [[from, Math.min(to, holiday.from)]] : []));
}

function merged(hours: ReadonlyArray<Span>): Array<[number, number]> {
  const out: Array<[number, number]> = [];
  const spans = hours.map(([from, to]): [number, number] => [minutesOf(from), minutesOf(to)]);
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) out.push([from, to]);
  }
  return out;
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

function compile(calendar: WorkingCalendar, number: number): Day {
  const date = dateOf(number);
  const { start, end, pieces } = zoneDay(calendar.zone, number);
  const hours = hoursOfDay(calendar, date);
  const spans: Array<[number, number]> = [];
  // Cutting each span by the pieces makes the spring gap vanish and the autumn hour count twice, as they do on the clock.
  for (const [from, to, offset] of pieces) {
    for (const span of hours) {
      const opens = Math.max(from, number * dayMs + span[0] * minuteMs - offset);
      const closes = Math.min(to, number * dayMs + span[1] * minuteMs - offset);
      const last = spans.at(-1);
      if (last && last[1] === opens && opens < closes) last[1] = closes;
      else if (opens < closes) spans.push([opens, closes]);
    }
  }
  return { date, start, end, spans, total: spans.reduce((sum, [from, to]) => sum + to - from, 0) };
}

function zoneDay(zone: string, number: number): ZoneDay {
  let days = zones.get(zone);
  if (!days) zones.set(zone, (days = new Map()));
  return remember(days, number, () => readZone(zone, number));
}

function readZone(zone: string, number: number): ZoneDay {
  const from = Temporal.PlainDate.from(dateOf(number)).toZonedDateTime(zone);
  const until = Temporal.PlainDate.from(dateOf(number + 1)).toZonedDateTime(zone);
  const [start, end] = [from.epochMilliseconds, until.epochMilliseconds];
  const pieces: Piece[] = [];
  let piece = from;
  // Asking for transitions is slow, and nearly every day has none: same offset at both ends and 24 hours between.
  if (from.offsetNanoseconds !== until.offsetNanoseconds || end - start !== dayMs) {
    let next = piece.getTimeZoneTransition('next');
    while (next && next.epochMilliseconds < end) {
      pieces.push([piece.epochMilliseconds, next.epochMilliseconds, piece.offsetNanoseconds / 1e6]);
      piece = next;
      next = piece.getTimeZoneTransition('next');
    }
  }
  if (piece.epochMilliseconds < end) pieces.push([piece.epochMilliseconds, end, piece.offsetNanoseconds / 1e6]);
  return { start, end, pieces };
}

/** Keeps what was made for a day; forgets everything when there is too much, which a working system never notices. */
function remember<T>(days: Map<number, T>, number: number, make: () => T): T {
  let day = days.get(number);
  if (day === undefined) {
    if (days.size >= daysKept) days.clear();
    days.set(number, (day = make()));
  }
  return day;
}
