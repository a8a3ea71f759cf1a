// Front door of appointments: two people, an hour, what is delivered by then, and the one who will ask. What they do with it: acts.ts.
import { z } from 'zod';
import type { Appointment, AppointmentRow } from '../../contract/appointments.ts';
import { isActive, whoAre } from '../directory/directory.ts';
import type { Subjects, Told as Title } from '../notices/notices.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import type { PromiseSubject } from '../promises/promises.ts';
import { promiseAll, settleEnded } from './deliverables.ts';
import type { AppointmentOrigins } from './origins.ts';
import { tellFate, tellHeld } from './outcome.ts';
import * as queries from './queries.ts';
import { appointmentOf, columnsOf } from './record.ts';
import { checkAt, deliversIn, moves } from './rules.ts';
import { invite, tell } from './tell.ts';
import { rowsOf, viewOf } from './view.ts';

export { cancel as callOff } from './acts.ts';
export type { AppointmentOrigin, AppointmentOrigins } from './origins.ts';
export { arrangedWith, callAllOff } from './leaving.ts';
export { appointmentAudience } from './tell.ts';
export { appointmentsPersonal } from './personal.ts';

/** `by` and `with` are people; `asks` is the one of them who will ask, the other one delivers. */
export type Arranging = {
  by: string;
  with: string;
  asks: string;
  at: Date;
  minutes: number;
  title: string;
  /** What is delivered by then, one line each, at least one. */
  deliverables: readonly string[];
  place?: string;
  note?: string;
  /** What it grew out of. */
  origin?: { subject: string; id: string };
};

/**
 * Arranges an appointment; answers its id. Whoever arranges it and delivers promises by that; asked of somebody else, it is promised
 * once they say yes. Refuses `unknownPerson`, `appointYourself`, `oneOfTheTwo`, `dueInPast`, `dueTooFar`.
 */
export async function makeAppointment(tx: Db, given: Arranging, now: Date): Promise<Outcome<string>> {
  const { by, with: invited, asks } = given;
  if (by === invited) return refused('appointYourself', { field: 'with' });
  if (!(await isActive(tx, invited))) return refused('unknownPerson', { field: 'with' });
  if (asks !== by && asks !== invited) return refused('oneOfTheTwo', { field: 'asks' });
  const at = checkAt(given.at, now);
  if (isRefused(at)) return at;
  const [who] = await whoAre(tx, [by]);
  if (!who) return refused('unknownPerson', { field: 'by' });
  const id = newId();
  await queries.insertAppointment(tx, {
    id,
    by_id: by,
    with_id: invited,
    asks_id: asks,
    title: given.title,
    place: given.place ?? '',
    note: given.note ?? '',
    at,
    minutes: given.minutes,
    zone: who.zone,
    set_by_id: by,
    origin_subject: given.origin?.subject ?? null,
    origin_id: given.origin?.id ?? null,
    ended_at: null,
    created_at: now,
    updated_at: now,
  });
  const rows = given.deliverables.map((words, index) => ({
    id: newId(),
    appointment_id: id,
    no: index + 1,
    words,
    promise_id: null,
    settled: null,
    missed_because: null,
  }));
  await queries.insertDeliverables(tx, rows);
  await queries.insertStep(tx, { appointment_id: id, what: 'arranged', by_id: by, at: now, to_at: at });
  const [row] = await queries.appointmentsById(tx, [id]);
  if (!row) return refused('notFound');
  const appointment = appointmentOf(row);
  if (deliversIn(appointment) === by) {
    const wrong = await promiseAll({ tx, appointment, now }, rows);
    if (wrong) return wrong;
  }
  await tell(tx, row, { kind: 'appointmentMade', by, to: [invited], now });
  await invite(tx, row, now);
  return id;
}

export type Reading = { subjects: Subjects; now: Date };

/** Refuses `notFound`, the same for what there is not and for what is somebody else's. */
export async function readAppointment(db: Db, who: Who, id: string, reading: Reading): Promise<Outcome<Appointment>> {
  const row = await queries.findAppointment(db, who, id);
  return row ? viewOf(db, who, row, reading) : refused('notFound');
}

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

export async function listAppointments(
  db: Db,
  who: Who,
  query: { cursor?: string | undefined; limit: number; when: 'coming' | 'over' },
  now: Date,
): Promise<Outcome<{ items: AppointmentRow[]; next: string | null }>> {
  const key = keyIn(query.cursor, Key);
  if (isRefused(key)) return key;
  const { when, limit } = query;
  const after = key && { at: key[0], id: key[1] };
  const rows = await queries.pageAppointments(db, who.id, { when, after, limit: limit + 1 });
  const { items, next } = paged(rows, limit, (row) => [row.at.toISOString(), row.id]);
  return { items: await rowsOf(db, who, items, now), next };
}

/** What appointments are called in notices, for those of the ids that the reader may see. */
export async function appointmentTitles(db: Db, who: Who, ids: readonly string[]): Promise<ReadonlyMap<string, Title>> {
  const rows = await queries.seenOf(db, who.id, ids);
  return new Map(rows.map((row) => [row.id, { title: row.title, path: `/appointments/${row.id}`, own: true }]));
}

/** What the appointments of these deliverables are called, for those that the reader may see: by deliverable. */
export async function deliverableTitles(
  db: Db,
  who: Who,
  deliverables: readonly string[],
): Promise<ReadonlyMap<string, Title>> {
  const rows = await queries.deliverablesById(db, deliverables);
  const titles = await appointmentTitles(
    db,
    who,
    rows.map((row) => row.appointment_id),
  );
  return new Map(
    rows.flatMap((row) => {
      const told = titles.get(row.appointment_id);
      return told ? [[row.id, told] as const] : [];
    }),
  );
}

/** How appointments take part in the ledger: the ledger moves their promises, and they hear how those fare. */
export const appointmentPromises = (origins: AppointmentOrigins): PromiseSubject => ({
  sees: async (db, who, ids) => new Set((await deliverableTitles(db, who, ids)).keys()),
  titles: deliverableTitles,
  fate: (tx, told) => follow(tx, told, origins),
});

type Told = Parameters<NonNullable<PromiseSubject['fate']>>[1];

/** A promise changed by itself: open pages hear of it, and once the hour has come and nothing is open, the appointment was held. */
async function follow(tx: Db, told: Told, origins: AppointmentOrigins): Promise<Refused | null> {
  const { promise, now } = told;
  const by = told.by ?? promise.promiser_id;
  const [row] = await queries.deliverablesById(tx, [promise.subject_id]);
  const found = row && (await queries.lockAppointment(tx, { id: by }, row.appointment_id));
  if (!found) return null;
  const open = await settleEnded(tx, found.id);
  const appointment = appointmentOf(found);
  const next = appointment.state === 'arranged' ? moves.arranged.conclude(appointment, { open, now }) : appointment;
  const held = !isRefused(next) && next.state === 'held' && appointment.state === 'arranged' ? next : null;
  if (held) {
    await queries.saveAppointment(tx, found.id, columnsOf(held), now);
    await queries.insertStep(tx, { appointment_id: found.id, what: 'held', by_id: by, at: now, to_at: null });
  }
  const about = held ? { ...found, version: found.version + 1 } : found;
  await tell(tx, about, { kind: null, by, to: [], now });
  return held ? tellHeld(tx, held, { row: found, by, now, origins }) : tellFate(tx, told, { row: found, origins });
}
