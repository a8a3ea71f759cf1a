// Days in a search: as they are written in a language, and what "last week" is from today. Pure; instants are made by whoever knows the zone.
import type { FilterDay } from './search-filters.ts';
import type { Language } from './shapes.ts';

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
// In English 5/11 is read both ways, so it is not read at all.
const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A written day as YYYY-MM-DD: 2026-11-01 and 1.11.2026, in Spanish also 1/11/2026; null when it is none. */
export function dayWritten(words: string, language: Language): string | null {
  const named = iso.exec(words);
  const turned = dotted.exec(words) ?? (language === 'es' ? slashed.exec(words) : null);
  if (named) return real(named[1] ?? '', named[2] ?? '', named[3] ?? '');
  return turned ? real(turned[3] ?? '', turned[2] ?? '', turned[1] ?? '') : null;
}

const two = (digits: string) => digits.padStart(2, '0');

function real(year: string, month: string, day: string): string | null {
  const date = `${year}-${two(month)}-${two(day)}`;
  const at = new Date(`${date}T00:00:00Z`);
  const stands = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
  return stands && date >= '1900' && date < '9000' ? date : null;
}

/** The first day of what is meant, as YYYY-MM-DD. `today` is the reader's. */
export function dayMeant(value: FilterDay | (string & {}), today: string): string {
  const at = new Date(`${today}T00:00:00Z`);
  const moved = (years: number, months: number, days: number) =>
    new Date(Date.UTC(at.getUTCFullYear() + years, at.getUTCMonth() + months, days)).toISOString().slice(0, 10);
  const day = at.getUTCDate();
  const monday = day - ((at.getUTCDay() + 6) % 7);
  if (value === 'today') return today;
  if (value === 'yesterday') return moved(0, 0, day - 1);
  if (value === 'thisWeek') return moved(0, 0, monday);
  if (value === 'lastWeek') return moved(0, 0, monday - 7);
  if (value === 'thisMonth') return moved(0, 0, 1);
  if (value === 'lastMonth') return moved(0, -1, 1);
  if (value === 'thisYear') return `${today.slice(0, 4)}-01-01`;
  if (value === 'lastYear') return `${Number(today.slice(0, 4)) - 1}-01-01`;
  return value;
}
