// The stretches that trust is told over: months of a team, two months of services and pairs of teams. Pure, in calendar days.
import { addDays, startOf } from '../platform/stretches.ts';

export const kinds = ['team', 'service', 'pair'] as const;
export type Kind = (typeof kinds)[number];

/** The first day of the period that a day is in: its month, or the two months that begin in an odd one. */
export function periodOf(kind: Kind, date: string): string {
  const month = startOf(date, 'month');
  const number = Number(month.slice(5, 7));
  return kind === 'team' || number % 2 === 1 ? month : startOf(addDays(month, -1), 'month');
}

export const monthAfter = (month: string, months = 1): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
};

/** The last day of a period that begins on that day. */
export const endOf = (kind: Kind, period: string): string => addDays(monthAfter(period, kind === 'team' ? 1 : 2), -1);

export type Window = {
  /** First day of the first period, and of the last that has ended. */
  from: string;
  last: string;
};

/** The twelve whole months before `today`; a month has ended once a day more has passed, when nothing can be on its way any more. */
export function windowOf(kind: Kind, today: string): Window {
  const running = periodOf(kind, addDays(today, -1));
  const step = kind === 'team' ? 1 : 2;
  return { from: monthAfter(running, -12), last: monthAfter(running, -step) };
}

/** The whole months of a team between two days that have ended by `today`; null where there is none. */
export function monthsWithin(from: string, to: string, today: string): Window | null {
  const first = from.endsWith('-01') ? from : monthAfter(periodOf('team', from));
  const lastAsked = monthAfter(periodOf('team', addDays(to, 1)), -1);
  const { last: ended } = windowOf('team', today);
  const last = lastAsked < ended ? lastAsked : ended;
  return first <= last ? { from: first, last } : null;
}

/** The first days of all periods of a window, in order. */
export function periodsOf(kind: Kind, { from, last }: Window): string[] {
  const step = kind === 'team' ? 1 : 2;
  const periods = [];
  for (let period = from; period <= last; period = monthAfter(period, step)) periods.push(period);
  return periods;
}
