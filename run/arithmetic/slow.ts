// Working time counted a second time: minute by minute on the wall clock, with Temporal and the library of holidays, sharing nothing
// with server/platform but the shape of a calendar. Slow, and plain enough to be believed.
import { createRequire } from 'node:module';
import type HolidaysLibrary from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import type { Weekday } from '../../contract/working-time.ts';
import type { WorkingCalendar } from '../../server/platform/working-time.ts';

const minuteMs = 60_000;
/** What the clock on the wall shows, as minutes after its 1970-01-01T00:00. */
type Wall = number;
const dayOf = (wall: Wall): number => Math.floor(wall / 1440);
const timeOf = (wall: Wall): number => wall - dayOf(wall) * 1440;
export type Slow = ReturnType<typeof slowOf>;

/** Beyond so many minutes without work a calendar is taken as closed for good: a little over two years. */
const closedForGood = 734 * 1440;

/** Every question of working-time.ts, answered by walking. Minutes are numbered from 1970 in UTC. */
export function slowOf(calendar: WorkingCalendar) {
  const wallAt = clockOf(calendar.zone);
  const days = new Map<number, Uint8Array>();
  const openAt = (wall: Wall): boolean => {
    const day = dayOf(wall);
    let painted = days.get(day);
    if (!painted) days.set(day, (painted = paint(calendar, day)));
    return painted[timeOf(wall)] === 1;
  };
  const works = (minute: number): boolean => openAt(wallAt(minute));
  const wallOf = (at: Date): Wall => wallAt(minuteOf(at.getTime()));
  const dates = new Map<number, number[]>();
  /** The minutes of real time that a date has on the wall, in order; repeated ones twice, skipped ones never. */
  const minutesOf = (day: number): number[] => {
    let found = dates.get(day);
    if (found) return found;
    dates.set(day, (found = []));
    for (let minute = (day - 1) * 1440; minute < (day + 2) * 1440; minute++)
      if (dayOf(wallAt(minute)) === day) found.push(minute);
    return found;
  };

  return {
    wallOf,
    isWorking: (at: Date): boolean => openAt(wallOf(at)),
    nextOpening(at: Date): Date | null {
      const first = minuteOf(at.getTime());
      if (works(first)) return at;
      for (let minute = first + 1; minute < first + closedForGood; minute++)
        if (works(minute)) return new Date(minute * minuteMs);
      return null;
    },
    workingMs(a: Date, b: Date): number {
      let ms = 0;
      for (let minute = minuteOf(a.getTime()); minute * minuteMs < b.getTime(); minute++)
        if (works(minute)) ms += shared(minute, a.getTime(), b.getTime());
      return ms;
    },
    /** The first instant after `at` by which so much work (ms, above 0) was possible. */
    after(at: Date, wanted: number): Date | null {
      let left = wanted;
      let last = minuteOf(at.getTime());
      for (let minute = last; minute < last + closedForGood; minute++) {
        if (!works(minute)) continue;
        last = minute;
        const from = Math.max(at.getTime(), minute * minuteMs);
        const here = (minute + 1) * minuteMs - from;
        if (left <= here) return new Date(from + left);
        left -= here;
      }
      return null;
    },
    /** The last instant before `at` from which so much work (ms, above 0) is possible until then. */
    before(at: Date, wanted: number): Date | null {
      let left = wanted;
      let last = minuteOf(at.getTime());
      for (let minute = last; minute > last - closedForGood; minute--) {
        if (!works(minute)) continue;
        last = minute;
        const to = Math.min(at.getTime(), (minute + 1) * minuteMs);
        const here = to - minute * minuteMs;
        if (left <= here) return new Date(to - left);
        left -= here;
      }
      return null;
    },
    /** Dates with work after that of `a` until that of `b`. */
    workingDays(a: Date, b: Date): number {
      const [from, to] = [dayOf(wallOf(a)), dayOf(wallOf(b))];
      let count = 0;
      for (let day = from + 1; day <= to; day++) if (minutesOf(day).some(works)) count++;
      return count;
    },
    /** When work ends on the first date with work after that of `at`. */
    nextDayEnd(at: Date): Date | null {
      const today = dayOf(wallOf(at));
      for (let day = today + 1; day < today + closedForGood / 1440; day++) {
        const last = minutesOf(day).findLast(works);
        if (last !== undefined) return new Date((last + 1) * minuteMs);
      }
      return null;
    },
    /** On the date of `at`, the first instant when the clock shows `minutes`, else (or for null) when work begins. */
    clockOn(at: Date, minutes: number | null): Date | null {
      const all = minutesOf(dayOf(wallOf(at)));
      const opening = all.find(works);
      if (opening === undefined) return null;
      const shown = minutes === null ? undefined : all.find((minute) => timeOf(wallAt(minute)) === minutes);
      return new Date((shown ?? opening) * minuteMs);
    },
  };
}

const minuteOf = (ms: number): number => Math.floor(ms / minuteMs);
const shared = (minute: number, from: number, to: number): number =>
  Math.min(to, (minute + 1) * minuteMs) - Math.max(from, minute * minuteMs);

/** Reads the wall clock of a zone. No clock changes twice in six hours: where both ends agree, they have one offset. */
function clockOf(zone: string): (minute: number) => Wall {
  const ask = (minute: number): number =>
    Temporal.Instant.fromEpochMilliseconds(minute * minuteMs).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
  const begins = new Map<number, number>();
  const beginOf = (stretch: number): number => {
    let found = begins.get(stretch);
    if (found === undefined) begins.set(stretch, (found = ask(stretch * 360)));
    return found;
  };
  let [stretch, offset]: [number, number | null] = [Number.NaN, null];
  return (minute) => {
    const number = Math.floor(minute / 360);
    if (number !== stretch) {
      const begin = beginOf(number);
      [stretch, offset] = [number, begin === beginOf(number + 1) ? begin : null];
    }
    return minute + (offset ?? ask(minute));
  };
}

/** Which minutes of a date are worked: what replaces it, else the week's hours until a holiday begins. */
function paint({ exceptions, week, country, region }: WorkingCalendar, day: number): Uint8Array {
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
  const instead = exceptions.find((one) => one.date === date.toString());
  const hours = instead?.hours ?? week[date.dayOfWeek as Weekday];
  const until = (instead || !country ? null : holidayFrom(country, region, date)) ?? 1440;
  const painted = new Uint8Array(1440);
  for (const [from, to] of hours) painted.fill(1, Math.min(read(from), until), Math.min(read(to), until));
  return painted;
}

const read = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const threeDays = 3 * 86_400_000;
type Kept = { zone: string; start: number; end: number };
const require = createRequire(import.meta.url);
const years = new Map<string, Kept[]>();

/** From which minute a date is a holiday: 0 when it began on an earlier date; null when it is none. */
function holidayFrom(country: string, region: string | null, date: Temporal.PlainDate): number | null {
  const about = date.toZonedDateTime('UTC').epochMilliseconds;
  const begins = [date.year - 1, date.year, date.year + 1]
    .flatMap((year) => holidaysOf(country, region, year))
    .filter(({ start, end }) => start < about + threeDays && end > about - threeDays)
    .flatMap(({ zone, start, end }) => {
      const dawn = date.toZonedDateTime(zone).epochMilliseconds;
      const next = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
      if (start >= next || end <= dawn) return [];
      const begun = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
      return [start <= dawn ? 0 : begun.hour * 60 + begun.minute];
    });
  return begins.length ? Math.min(...begins) : null;
}

/** The days on which offices close, in the time of the country, of one year of the library. */
function holidaysOf(country: string, region: string | null, year: number): Kept[] {
  const key = `${country} ${region} ${year}`;
  let kept = years.get(key);
  if (kept) return kept;
  const Library = require('date-holidays') as typeof HolidaysLibrary;
  const library = region ? new Library(country, region) : new Library(country);
  const [zone = 'UTC'] = library.getTimezones() ?? [];
  kept = library
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ start, end }) => ({ zone, start: start.getTime(), end: end.getTime() }));
  years.set(key, kept);
  return kept;
}
