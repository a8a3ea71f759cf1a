// When the promiser is told that time runs short: before the due instant, while a word can still be given. Pure.
import { addWorking, workingMinutes, type WorkingCalendar } from '../platform/working-time.ts';

const hour = 60;
const day = 8 * hour;

/**
 * The instant at which a quarter of the working time is left, at least one working hour and at most one working day before
 * the due instant; without working time in between, a quarter of the plain time. Never before the promise was made.
 */
export function warnAt(calendar: WorkingCalendar, madeAt: Date, due: Date): Date {
  const left = workingMinutes(calendar, madeAt, due);
  const plain = new Date(due.getTime() - (due.getTime() - madeAt.getTime()) / 4);
  const ahead = Math.min(day, Math.max(hour, left / 4));
  if (ahead >= left) return plain;
  return addWorking(calendar, due, -Math.round(ahead)) ?? plain;
}
