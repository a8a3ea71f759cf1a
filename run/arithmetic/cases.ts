// Calendars and instants by chance: every zone that Intl knows, weeks of every shape, holidays of several countries, days that differ,
// and half of the time near a clock change. The same number makes the same case.
import { Temporal } from 'temporal-polyfill';
import type { Span, Week } from '../../contract/working-time.ts';
import { chanceOf, type Chance } from '../../crash/chance.ts';
import type { WorkingCalendar } from '../../server/platform/working-time.ts';

export type Case = {
  calendar: WorkingCalendar;
  a: Date;
  b: Date;
  /** Minutes of work, above 0. */
  minutes: number;
  /** Minutes after midnight, or null for when work begins. */
  clock: number | null;
  nearClockChange: boolean;
};

export const zones: readonly string[] = Intl.supportedValuesOf('timeZone');
/** Before, clocks of some places went back over midnight, so that a date came twice: it has no one beginning and no one end. */
const from = Date.parse('2012-01-01T00:00:00Z');
const until = Date.parse('2050-01-01T00:00:00Z');
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Countries with fixed and moving days, eves, days of several days, and days that begin at sunset. */
export const countries: ReadonlyArray<readonly [country: string, region: string | null]> = [
  ['FI', null],
  ['SE', null],
  ['DE', 'BY'],
  ['ES', 'MD'],
  ['RU', null],
  ['US', 'CA'],
  ['GB', 'SCT'],
  ['JP', null],
  ['CN', null],
  ['IL', null],
  ['SA', null],
  ['TR', null],
  ['BR', null],
  ['ET', null],
];

/** The case of a number. Half of them have a clock change within three days, where the zone has any. */
export function caseOf(number: number): Case {
  const chance = chanceOf(number);
  const zone = chance.one(zones);
  const change = chance.happens(0.5) ? chance.one([...changesOf(zone), undefined]) : undefined;
  const start = change ? change + chance.between(-3 * 1440, 3 * 1440) * minuteMs : moment(chance);
  const a = new Date(chance.happens(0.2) ? start + chance.between(1, minuteMs - 1) : start);
  const b = new Date(a.getTime() + apart(chance));
  const [country, region] = chance.happens(0.6) ? chance.one(countries) : [null, null];
  const week = weekOf(chance);
  const calendar = { zone, week, country, region, exceptions: exceptionsOf(chance, a) };
  const clock = chance.happens(0.2) ? null : chance.between(0, 1439);
  return { calendar, a, b, minutes: minutesOf(chance, week), clock, nearClockChange: change !== undefined };
}

const moment = (chance: Chance) => from + chance.between(0, (until - from) / minuteMs) * minuteMs;

/** Mostly some days, now and then months; sometimes backwards. */
function apart(chance: Chance): number {
  const days = chance.happens(0.01) ? 200 : chance.one([1, 4, 15]);
  const minutes = chance.between(0, days * 1440);
  const ms = chance.happens(0.2) ? chance.between(0, minuteMs) : 0;
  return (minutes * minuteMs + ms) * (chance.happens(0.2) ? -1 : 1);
}

/** About as much as two weeks hold. */
function minutesOf(chance: Chance, week: Week): number {
  const held = Object.values(week)
    .flat()
    .reduce((sum, [opens, closes]) => sum + clockMinutes(closes) - clockMinutes(opens), 0);
  return chance.between(1, Math.max(60, held * chance.one([0.1, 0.5, 2])));
}

/** Office hours, shifts round the clock, hours at night, drawn ones; rarely none at all. */
function weekOf(chance: Chance): Week {
  if (chance.happens(0.001)) return weekly(() => []);
  const drawn = () => hoursOf(chance);
  return chance.one<() => Week>([
    () => weekly((day) => (day < 6 ? [['08:00', '16:00']] : [])),
    () => weekly((day) => (day < 6 ? [['09:00', '12:30'], ['13:00', '17:45']] : [])), // prettier-ignore
    () => weekly((day) => (day > 4 && day < 7 ? [] : [['08:00', '17:00']])),
    () => weekly(() => [['00:00', '24:00']]),
    () => weekly(() => [['00:00', '06:00'], ['22:00', '24:00']]), // prettier-ignore
    () => weekly(() => [['01:30', '03:30']]),
    () => weekly(drawn),
    () => weekly(drawn),
    () => weekly((day) => (chance.happens(0.3) || day > 5 ? [] : drawn())),
  ])();
}

const weekly = (hours: (day: number) => Span[]): Week => ({
  1: hours(1),
  2: hours(2),
  3: hours(3),
  4: hours(4),
  5: hours(5),
  6: hours(6),
  7: hours(7),
});

/** Up to three spans of a day, on any minute or on the quarter; they may touch. */
function hoursOf(chance: Chance): Span[] {
  const step = chance.one([1, 15, 60]);
  const cuts = Array.from({ length: 2 * chance.between(0, 3) }, () => chance.between(0, 1440 / step) * step);
  const sorted = cuts.toSorted((one, other) => one - other);
  return sorted.flatMap((cut, index): Span[] => {
    const opens = sorted[index - 1];
    return index % 2 && opens !== undefined && opens < cut ? [[clockText(opens), clockText(cut)]] : [];
  });
}

function exceptionsOf(chance: Chance, near: Date): WorkingCalendar['exceptions'] {
  const days = Array.from({ length: chance.one([0, 0, 1, 3]) }, () => chance.between(-10, 10));
  return [...new Set(days)].map((day) => ({
    date: new Date(near.getTime() + day * dayMs).toISOString().slice(0, 10),
    hours: hoursOf(chance),
    note: '',
  }));
}

const clockMinutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const clockText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const changes = new Map<string, number[]>();

/** When the clocks of a zone change (ms). */
function changesOf(zone: string): number[] {
  let found = changes.get(zone);
  if (found) return found;
  found = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  while ((at = at.getTimeZoneTransition('next')) && at.epochMilliseconds < until) found.push(at.epochMilliseconds);
  changes.set(zone, found);
  return found;
}
