// A rule in words: "every first Monday of the month at 8:30". Pure.
import type { Recurrence } from '../../contract/recurrence.ts';
import type { Speech } from '../platform/words.tsx';

/** Monday is 1; the fifth of January 2026 was one. */
export const weekdayName = (day: number, { locale }: Pick<Speech, 'locale'>, width: 'long' | 'short' = 'long') =>
  new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, 4 + day)));

export function rhythmInWords(recurrence: Recurrence, words: Speech): string {
  const { t } = words;
  const { count } = recurrence;
  if (recurrence.every === 'days') return t('recurring.said.days', { count });
  if (recurrence.every === 'weeks') {
    const days = [...new Set(recurrence.weekdays)].toSorted((a, b) => a - b);
    return t('recurring.said.weeks', { count, days: words.list(days.map((day) => weekdayName(day, words))) });
  }
  const { on } = recurrence;
  if ('day' in on) return t('recurring.said.monthDay', { count, day: on.day });
  return t('recurring.said.monthWeekday', { count, nth: String(on.nth), weekday: weekdayName(on.weekday, words) });
}

/** A day without a zone, as people say it. */
export const dayInWords = (date: string, { date: said }: Pick<Speech, 'date'>) =>
  said(`${date}T12:00:00Z`, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
