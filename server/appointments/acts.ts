// What the two people do with an appointment: each act loads it locked, decides, saves, tells. Making one: appointments.ts.
import type { AppointmentAnswer, Said } from '../../contract/appointments.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { agreeAll, duesOf, followMove, holdAll, releaseAll, say, settleEnded, type Due } from './deliverables.ts';
import type { AppointmentOrigins } from './origins.ts';
import { tellHeld } from './outcome.ts';
import { insertStep, lockAppointment, saveAppointment, type NewStep } from './queries.ts';
import { appointmentOf, columnsOf } from './record.ts';
import { moves, otherOf, type Appointment, type Arranged } from './rules.ts';
import type { AppointmentRecord } from './tables.ts';
import { invite, tell } from './tell.ts';

/** Who acts on which appointment, when; `expected` is the version that they saw. */
export type Acting = { tx: Db; who: Pick<Who, 'id'>; id: string; now: Date; expected?: number | undefined };

type Scene = { row: AppointmentRecord; appointment: Arranged; dues: readonly Due[] };

/** The appointment, locked. Refuses `notFound`, `changedMeanwhile`, `notFromHere` for one that is over. */
async function enter({ tx, who, id, expected }: Acting): Promise<Outcome<Scene>> {
  const row = await lockAppointment(tx, who, id);
  if (!row) return refused('notFound');
  if (expected !== undefined && expected !== row.version) return refused('changedMeanwhile');
  const appointment = appointmentOf(row);
  if (appointment.state !== 'arranged') return refused('notFromHere');
  return { row, appointment, dues: await duesOf(tx, [id]) };
}

const save = async (
  { tx, id, who, now }: Acting,
  next: Appointment,
  step: Pick<NewStep, 'what' | 'words'> & { to?: Date },
) => {
  await saveAppointment(tx, id, columnsOf(next), now);
  const { what, words = '', to = null } = step;
  await insertStep(tx, { appointment_id: id, what, by_id: who.id, at: now, to_at: to, words });
};

const aboutOf = (row: AppointmentRecord, next: Appointment) => ({
  ...row,
  at: next.at,
  sequence: next.sequence,
  version: row.version + 1,
});

/** Says whether the time suits; `byCalendar`: their own one has it already. Refuses `notYours`, `appointmentPast`, `changedMeanwhile`, and what the ledger does. */
export async function answer(
  acting: Acting,
  given: { answer: Exclude<AppointmentAnswer, 'none'>; words: string; byCalendar?: boolean; said?: Date },
): Promise<Outcome<void>> {
  const scene = await enter(acting);
  if (isRefused(scene)) return scene;
  const { tx, who, now } = acting;
  const next = moves.arranged.answer(scene.appointment, { by: who.id, answer: given.answer, said: given.said, now });
  if (isRefused(next)) return next;
  if (next.answer === 'accepted') {
    const wrong = await agreeAll({ tx, appointment: next, now }, scene.dues);
    if (wrong) return wrong;
  } else if (next.answer === 'declined' && who.id === next.asks)
    await holdAll({ tx, appointment: next, now }, scene.dues);
  await save(acting, next, { what: given.answer, words: given.words });
  const kinds = { accepted: 'appointmentAccepted', declined: 'appointmentDeclined', tentative: null } as const;
  const to = [otherOf(next, who.id)];
  const about = aboutOf(scene.row, next);
  await tell(tx, about, { kind: kinds[given.answer], by: who.id, to, now });
  await invite(tx, about, now, given.byCalendar ? who.id : null);
}

/** Sets another time. Refuses `sameDue`, `dueInPast`, `dueTooFar`. */
export async function move(
  acting: Acting,
  given: { at: Date; minutes?: number | undefined; words: string },
): Promise<Outcome<void>> {
  const scene = await enter(acting);
  if (isRefused(scene)) return scene;
  const { tx, who, now } = acting;
  const next = moves.arranged.move(scene.appointment, { ...given, by: who.id, now });
  if (isRefused(next)) return next;
  await followMove({ tx, appointment: next, now }, scene.dues, { by: who.id, words: given.words });
  await save(acting, next, { what: 'moved', words: given.words, to: next.at });
  const about = aboutOf(scene.row, next);
  await tell(tx, about, { kind: 'appointmentMoved', by: who.id, to: [otherOf(next, who.id)], now });
  await invite(tx, about, now);
}

/** Calls it off, and lets know what it grew out of. Only the one who asks may let go of what was promised: `notYours` for the other one. */
export async function cancel(
  acting: Acting,
  given: { reason: string; release: boolean },
  origins: AppointmentOrigins,
): Promise<Outcome<void>> {
  const scene = await enter(acting);
  if (isRefused(scene)) return scene;
  const { tx, who, now } = acting;
  if (given.release && who.id !== scene.appointment.asks) return refused('notYours', { field: 'release' });
  const next = moves.arranged.cancel(scene.appointment, { now });
  if (isRefused(next)) return next;
  if (given.release) await releaseAll({ tx, appointment: next, now }, scene.dues, given.reason);
  await save(acting, next, { what: 'cancelled', words: given.reason });
  const { id, at, origin_subject: subject, origin_id: origin } = scene.row;
  const told = { appointment: id, at, by: who.id, now };
  const wrong = origin === null ? null : await origins[subject ?? '']?.calledOff(tx, { ...told, origin });
  if (wrong) return wrong;
  const about = aboutOf(scene.row, next);
  await tell(tx, about, { kind: 'appointmentCancelled', by: who.id, to: [otherOf(next, who.id)], now });
  await invite(tx, about, now);
}

/** Says of deliverables what became of them; held once nothing is open, which what it grew out of hears. Refuses `appointmentAhead`, `twiceTheSame`, and see `say`. */
export async function conclude(
  acting: Acting,
  given: { deliverables: readonly Said[]; words: string },
  origins: AppointmentOrigins,
): Promise<Outcome<void>> {
  const scene = await enter(acting);
  if (isRefused(scene)) return scene;
  const { tx, who, now } = acting;
  const early = moves.arranged.conclude(scene.appointment, { open: 1, now });
  if (isRefused(early)) return early;
  if (new Set(given.deliverables.map(({ id }) => id)).size < given.deliverables.length)
    return refused('twiceTheSame', { field: 'deliverables' });
  for (const [index, said] of given.deliverables.entries()) {
    const wrong = await say({ tx, appointment: scene.appointment, now }, scene.dues, { by: who.id, said });
    if (isRefused(wrong)) return { ...wrong, field: `deliverables.${index}${wrong.field ? `.${wrong.field}` : ''}` };
  }
  const open = await settleEnded(tx, acting.id);
  const next = moves.arranged.conclude(scene.appointment, { open, now });
  if (isRefused(next)) return next;
  if (next.state === 'arranged' && given.deliverables.length === 0)
    return refused('required', { field: 'deliverables' });
  await save(acting, next, { what: next.state === 'held' ? 'held' : 'said', words: given.words });
  const wrong = next.state === 'held' && (await tellHeld(tx, next, { row: scene.row, by: who.id, now, origins }));
  if (wrong) return wrong;
  const about = aboutOf(scene.row, next);
  await tell(tx, about, { kind: 'appointmentWord', by: who.id, to: [otherOf(next, who.id)], now });
}
