// Which days a country keeps, from the date-holidays library; what a team makes of them lives in working-time.ts.
import { createRequire } from 'node:module';
import type HolidaysLibrary from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

export type Holiday = {
  name: string;
  /** Minutes after midnight from which the day is kept: 0, or e.g. 840 for an eve that begins at 14:00, 1080 for a day that begins at sunset. */
  from: number;
};

// The library brings 20 MB of data and takes 0.2 s to load: only the first calendar with a country pays for it.
const require = createRequire(import.meta.url);
let library: typeof HolidaysLibrary | undefined;
const load = (): typeof HolidaysLibrary => (library ??= require('date-holidays') as typeof HolidaysLibrary);

const dayMs = 86_400_000;
const minuteMs = 60_000;
const yearsKept = 400;
const years = new Map<string, ReadonlyMap<string, Holiday>>();

/**
 * The holiday that a country (ISO 3166, 'FI') or its region ('ES', 'MD') keeps on a local date ('2026-12-24'), or null.
 * Public holidays count, and so do the days on which offices close by custom (the library calls them bank holidays:
 * Midsummer Eve in Finland). An unknown country keeps none. Names come in `language` where the library knows it,
 * else in the language of the country.
 */
export function holidayOn(country: string, region: string | null, date: string, language = 'en'): Holiday | null {
  const year = date.slice(0, 4);
  const key = `${country}/${region ?? ''}/${language}/${year}`;
  let kept = years.get(key);
  if (!kept) {
    kept = readYear(country, region, Number(year), language);
    if (years.size >= yearsKept) years.delete(years.keys().next().value!);
    years.set(key, kept);
  }
  return kept.get(date) ?? null;
}

/** The days of a year: also those of a holiday that began in the year before, or whose eve lies before the year after. */
function readYear(country: string, region: string | null, year: number, language: string): Map<string, Holiday> {
  const kept = new Map<string, Holiday>();
  for (const each of [year - 1, year, year + 1])
    for (const holiday of yearOf(country, region, each, language)) keepDays(kept, holiday, String(year));
  return kept;
}

/** `from` is counted in minutes after midnight of `date`, `minutes` is how long it lasts. */
type Begun = { name: string; date: string; from: number; minutes: number };
const begun = new Map<string, readonly Begun[]>();

/** What begins in a year of the library, in the time of the country: some begin at sunset of the day before. */
function yearOf(country: string, region: string | null, year: number, language: string): readonly Begun[] {
  const key = `${country}/${region ?? ''}/${language}/${year}`;
  const known = begun.get(key);
  if (known) return known;
  const Holidays = load();
  const library = region ? new Holidays(country, region) : new Holidays(country);
  const [zone = 'UTC'] = library.getTimezones() ?? [];
  const found = (library.getHolidays(year, language) || [])
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ name, start, end }) => {
      const at = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(zone);
      const from = at.hour * 60 + at.minute;
      return { name, date: at.toPlainDate().toString(), from, minutes: (end.getTime() - start.getTime()) / minuteMs };
    });
  if (begun.size >= yearsKept) begun.delete(begun.keys().next().value!);
  begun.set(key, found);
  return found;
}

function keepDays(kept: Map<string, Holiday>, { name, date, from, minutes }: Begun, year: string) {
  // A day with a clock change has 25 hours, hence the hour's tolerance.
  const days = Math.max(1, Math.ceil((from + minutes - 60) / 1440));
  const first = Date.parse(`${date}T00:00:00Z`);
  for (let i = 0; i < days; i++) {
    const day = new Date(first + i * dayMs).toISOString().slice(0, 10);
    if (day.startsWith(year)) keep(kept, day, name, i ? 0 : from);
  }
}

function keep(kept: Map<string, Holiday>, date: string, name: string, from: number) {
  const already = kept.get(date);
  if (!already || from < already.from) kept.set(date, { name, from });
}
