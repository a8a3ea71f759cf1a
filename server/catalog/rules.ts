// What a change of a service comes to, and the usual time in words that hold: pure.
import type { Usual } from '../../contract/catalog.ts';
import type { Form } from '../../contract/forms.ts';
import type { Week } from '../../contract/working-time.ts';
import { refused, type Refused } from '../platform/outcome.ts';

/** Fewer deliveries tell about the days they happened on, not about the service. */
export const fewestDeliveries = 5;

/** Whether somebody who is asked by the one would be asked something else by the other. */
export const isOtherForm = (before: Form, after: Form): boolean => JSON.stringify(before) !== JSON.stringify(after);

/** The longest working day of a week, in minutes; a whole day for a week without any. */
export function dayMinutesOf(week: Week): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const days = Object.values(week).map((spans) =>
    spans.reduce((sum, [from, to]) => sum + minutes(to) - minutes(from), 0),
  );
  return Math.max(...days) || 1440;
}

/**
 * "Most within …": minutes of working time as an amount that is easy to say and never too small: in steps of 15 minutes up to an
 * hour, in hours up to a working day, else in working days. Null for fewer than five deliveries.
 */
export function usualOf({ deliveries, minutes }: { deliveries: number; minutes: number }, day: number): Usual | null {
  if (deliveries < fewestDeliveries) return null;
  if (minutes <= 60) return { amount: Math.max(15, Math.ceil(minutes / 15) * 15), unit: 'minutes', deliveries };
  const hours = Math.ceil(minutes / 60);
  if (hours * 60 < day) return { amount: hours, unit: 'hours', deliveries };
  return { amount: Math.ceil(minutes / day), unit: 'days', deliveries };
}

/** An order names everything that is there, once. Refuses `notAllOfThem`. */
export function checkOrder(there: readonly string[], ordered: readonly string[]): Refused | null {
  const known = new Set(there);
  const same =
    ordered.length === known.size && new Set(ordered).size === known.size && ordered.every((id) => known.has(id));
  return same ? null : refused('notAllOfThem', { field: 'services' });
}
