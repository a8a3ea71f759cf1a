// A team's week as people say it: "Monday–Friday 8:00–16:00". Pure; the words are arguments.
import { weekdays, type Hours, type Week, type Weekday } from '../../contract/working-time.ts';

export type DaysAlike = { from: Weekday; to: Weekday; hours: Hours };

/** Days in a row with the same hours, taken together. */
export function daysAlike(week: Week): DaysAlike[] {
  const groups: DaysAlike[] = [];
  for (const day of weekdays) {
    const last = groups.at(-1);
    if (last && JSON.stringify(last.hours) === JSON.stringify(week[day])) last.to = day;
    else groups.push({ from: day, to: day, hours: week[day] });
  }
  return groups;
}

// 1 January 2024 was a Monday.
const dayOf = (day: Weekday) => new Date(Date.UTC(2024, 0, day));

export const weekdayName = (day: Weekday, locale: string, style: 'long' | 'short' = 'long') =>
  new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(dayOf(day));

/** "Monday–Friday", "Saturday", each language in its own letters. */
export const daysInWords = ({ from, to }: DaysAlike, locale: string) =>
  from === to ? weekdayName(from, locale) : `${weekdayName(from, locale)}–${weekdayName(to, locale)}`;

/** "08:00–12:00, 13:00–16:00"; `midnight` is what the end of the day is called. Empty for a closed day. */
export function hoursInWords(hours: Hours, locale: string, midnight: string): string {
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const said = (clock: string) => (clock === '24:00' ? midnight : format.format(new Date(`2024-01-01T${clock}:00Z`)));
  return hours.map(([from, to]) => `${said(from)}–${said(to)}`).join(', ');
}
