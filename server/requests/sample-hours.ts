// When the sample colleagues are at work: weekly hours in a zone, forwards and backwards. Holidays and exceptions are the working calendar's, not this one's.
import type { Week } from './sample-ask.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const offsets = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

function offset(zone: string, at: number): number {
  const key = `${zone} ${Math.floor(at / hour)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  const value = (sign === '-' ? -1 : 1) * (Number(hours) * hour + Number(minutes) * minute);
  offsets.set(key, value);
  return value;
}

/** What the clock on the wall shows, as milliseconds of an imaginary UTC. */
export const wall = (zone: string, at: Date) => at.getTime() + offset(zone, at.getTime());
const instant = (zone: string, shown: number) => new Date(shown - offset(zone, shown - offset(zone, shown)));

export type Clock = {
  zone: string;
  /** Working minutes of an average working day. */
  dayMinutes: number;
  open(at: Date): boolean;
  /** The moment so many working minutes later; 0 gives the next working moment. */
  ahead(at: Date, minutes: number): Date;
  /** The moment so many working minutes earlier; 0 gives the last working moment. */
  back(at: Date, minutes: number): Date;
  /** The hours of the day on which `at` falls. */
  spans(at: Date): [opens: Date, closes: Date][];
};

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export function clockOf(zone: string, week: Week): Clock {
  // 1 January 1970 was a Thursday.
  const spansOf = (index: number): [number, number][] =>
    (week[String(((index + 3) % 7) + 1)] ?? []).map(([opens, closes]) => [
      index * day + minutesOf(opens) * minute,
      index * day + minutesOf(closes) * minute,
    ]);
  const spans = Object.values(week).flat();
  const total = spans.reduce((sum, [opens, closes]) => sum + minutesOf(closes) - minutesOf(opens), 0);
  const days = Object.values(week).filter((one) => one.length > 0).length;

  const ahead = (at: Date, minutes: number): Date => {
    const from = wall(zone, at);
    let left = minutes * minute;
    for (let index = Math.floor(from / day); ; index++) {
      for (const [opens, closes] of spansOf(index)) {
        const start = Math.max(opens, from);
        if (start >= closes) continue;
        if (start + left <= closes) return instant(zone, start + left);
        left -= closes - start;
      }
    }
  };
  const back = (at: Date, minutes: number): Date => {
    const from = wall(zone, at);
    let left = minutes * minute;
    for (let index = Math.floor(from / day); ; index--) {
      for (const [opens, closes] of spansOf(index).reverse()) {
        const end = Math.min(closes, from);
        if (end <= opens) continue;
        if (end - left >= opens) return instant(zone, end - left);
        left -= end - opens;
      }
    }
  };
  const spansAt = (at: Date): [Date, Date][] =>
    spansOf(Math.floor(wall(zone, at) / day)).map(([opens, closes]) => [instant(zone, opens), instant(zone, closes)]);
  return {
    zone,
    dayMinutes: total / days,
    open: (at) => spansAt(at).some(([opens, closes]) => opens <= at && at <= closes),
    ahead,
    back,
    spans: spansAt,
  };
}

/** A time one would say aloud: the next full or half hour, by day. */
export function sayable(zone: string, at: Date): Date {
  const half = 30 * minute;
  const shown = Math.ceil(wall(zone, at) / half) * half;
  const midnight = Math.floor(shown / day) * day;
  if (shown < midnight + 7 * hour) return instant(zone, midnight + 9 * hour);
  if (shown > midnight + 21 * hour) return instant(zone, midnight + day + 9 * hour);
  return instant(zone, shown);
}
