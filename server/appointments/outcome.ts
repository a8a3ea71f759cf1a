// What came of an appointment, told to what it grew out of: when it was held, and when a promise made for it fares on after that.
import type { Db } from '../platform/db.ts';
import type { Refused } from '../platform/outcome.ts';
import type { PromiseSubject } from '../promises/promises.ts';
import { duesOf, type Due } from './deliverables.ts';
import type { AppointmentOrigins, CameOf } from './origins.ts';
import { deliversIn, settledBy, type Appointment } from './rules.ts';
import type { AppointmentRecord } from './tables.ts';

function cameOf({ row, promise }: Due): CameOf {
  const { words, missed_because: missedBecause } = row;
  const told = { words, promise, missedBecause };
  if (promise && promise.state !== 'ended') return { ...told, fate: 'running' };
  const settled = promise
    ? settledBy({ outcome: promise.outcome, delivered: promise.delivered_at !== null })
    : row.settled === 'again'
      ? null
      : row.settled;
  return { ...told, fate: settled === 'delivered' || settled === 'released' ? settled : 'failed' };
}

type Telling = { row: AppointmentRecord; by: string; now: Date; origins: AppointmentOrigins };

/** It was held: its origin hears what came of it. */
export async function tellHeld(tx: Db, held: Appointment, { row, by, now, origins }: Telling): Promise<Refused | null> {
  const { id, origin_subject: subject, origin_id: origin } = row;
  const hears = origins[subject ?? ''];
  if (!hears || origin === null) return null;
  const came = (await duesOf(tx, [id])).map(cameOf);
  const until = new Date(held.at.getTime() + held.minutes * 60_000);
  const { at, asks } = held;
  return hears.held(tx, { origin, appointment: id, at, until, asks, delivers: deliversIn(held), came, by, now });
}

type Faring = Parameters<NonNullable<PromiseSubject['fate']>>[1];

/** A promise made for it moved or ended. */
export async function tellFate(
  tx: Db,
  told: Faring,
  { row, origins }: Pick<Telling, 'row' | 'origins'>,
): Promise<Refused | null> {
  const hears = origins[row.origin_subject ?? ''];
  if (!hears || row.origin_id === null) return null;
  const came = (await duesOf(tx, [row.id])).map(cameOf);
  return hears.fate(tx, { ...told, beside: came.filter(({ promise }) => promise?.id !== told.promise.id) });
}
