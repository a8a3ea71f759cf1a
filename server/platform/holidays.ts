// Which days a country keeps, from the date-holidays library; what a team makes of them lives in working-time.ts.
import { createRequire } from 'node:module';
import type HolidaysLibrary from 'date-holidays';

export type Holiday = {
  name: string;
  /** Minutes after midnight from which the day is kept: 0, or e.g. 840 for an eve that begins at 14:00. */
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

function readYear(country: string, region: string | null, year: number, language: string): Map<string, Holiday> {
  const kept = new Map<string, Holiday>();
  const Holidays = load();
  const found = region ? new Holidays(country, region) : new Holidays(country);
  for (const holiday of found.getHolidays(year, language) ?? []) {
    if (holiday.type !== 'public' && holiday.type !== 'bank') continue;
    // `date` is local to the country ('2026-12-24 14:00:00'); `start` and `end` only tell how long it lasts.
    const from = Number(holiday.date.slice(11, 13)) * 60 + Number(holiday.date.slice(14, 16));
    const minutes = (holiday.end.getTime() - holiday.start.getTime()) / minuteMs;
    // A day with a clock change has 25 hours, hence the hour's tolerance.
    const days = Math.max(1, Math.ceil((from + minutes - 60) / 1440));
    const first = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`);
    for (let i = 0; i < days; i++)
      keep(kept, new Date(first + i * dayMs).toISOString().slice(0, 10), holiday.name, i ? 0 : from);
  }
  return kept;
}

function keep(kept: Map<string, Holiday>, date: string, name: string, from: number) {
  const already = kept.get(date);
  if (!already || from < already.from) kept.set(date, { name, from });
}
