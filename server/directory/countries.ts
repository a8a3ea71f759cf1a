// The countries and regions whose holidays the library knows, with their names. What a holiday does to a calendar: platform.
import { createRequire } from 'node:module';
import type HolidaysLibrary from 'date-holidays';
import type { z } from 'zod';
import type { Country } from '../../contract/directory.ts';
import type { Language } from '../../contract/shapes.ts';

// 20 MB of data, loaded when first asked for; platform/holidays.ts shares it by way of Node's own cache.
const require = createRequire(import.meta.url);
const library = () => new (require('date-holidays') as typeof HolidaysLibrary)();

const regions = new Map<string, ReadonlySet<string> | null>();

/** Codes of a country's regions, null for a country that the library does not know. */
export function regionsOf(country: string): ReadonlySet<string> | null {
  let known = regions.get(country);
  if (known === undefined) {
    const holidays = library();
    const found = holidays.getCountries()?.[country] !== undefined;
    known = found ? new Set(Object.keys(holidays.getStates(country) ?? {})) : null;
    // Only what exists is kept: made-up codes must not fill the memory.
    if (known) regions.set(country, known);
  }
  return known;
}

type Named = z.infer<typeof Country>;
const lists = new Map<Language, Named[]>();

/** All countries with their regions, by name in that language. */
export function countriesIn(language: Language): Named[] {
  let list = lists.get(language);
  if (!list) {
    const holidays = library();
    const names = new Intl.DisplayNames([language], { type: 'region' });
    const byName = new Intl.Collator(language).compare;
    const named = (found: Record<string, string> | null | undefined) => Object.entries(found ?? {});
    list = named(holidays.getCountries())
      .map(([code, name]) => ({
        code,
        name: /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? name) : name,
        regions: named(holidays.getStates(code, language))
          .map(([region, called]) => ({ code: region, name: called }))
          .toSorted((a, b) => byName(a.name, b.name)),
      }))
      .filter(({ code }) => /^[A-Z]{2}$/.test(code))
      .toSorted((a, b) => byName(a.name, b.name));
    lists.set(language, list);
  }
  return list;
}
