// Appointments as their two people see them.
import type { Appointment, AppointmentRow } from '../../contract/appointments.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { personRefs } from '../directory/directory.ts';
import type { Subjects } from '../notices/notices.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { promiseView } from '../promises/promises.ts';
import { duesOf, owedIn, type Due } from './deliverables.ts';
import { stepsOf } from './queries.ts';
import { appointmentOf } from './record.ts';
import { actsOf, deliversIn, wordsFor } from './rules.ts';
import type { AppointmentRecord } from './tables.ts';

type Refs = ReadonlyMap<string, PersonRef>;
const refIn = (refs: Refs, id: string): PersonRef => refs.get(id) ?? { id, name: '', photo: null, active: false };

function awaitsOf(row: AppointmentRecord, dues: readonly Due[], who: string, now: Date): AppointmentRow['awaits'] {
  if (row.state !== 'arranged') return null;
  if (now < row.at) return row.set_by_id !== who && ['none', 'tentative'].includes(row.answer) ? 'answer' : null;
  return dues.some((due) => wordsFor(owedIn(due), who === row.asks_id).length > 0) ? 'word' : null;
}

const baseOf = (row: AppointmentRecord, dues: readonly Due[], refs: Refs, who: string, now: Date) => ({
  id: row.id,
  title: row.title,
  by: refIn(refs, row.by_id),
  with: refIn(refs, row.with_id),
  asks: refIn(refs, row.asks_id),
  delivers: refIn(refs, deliversIn(appointmentOf(row))),
  at: row.at.toISOString(),
  minutes: row.minutes,
  zone: row.zone,
  state: row.state,
  setBy: refIn(refs, row.set_by_id),
  answer: row.answer,
  awaits: awaitsOf(row, dues, who, now),
});

/** In a fixed number of statements, however many they are. */
export async function rowsOf(
  db: Db,
  who: Who,
  rows: readonly AppointmentRecord[],
  now: Date,
): Promise<AppointmentRow[]> {
  const [dues, refs] = await Promise.all([
    duesOf(
      db,
      rows.map((row) => row.id),
    ),
    personRefs(
      db,
      rows.flatMap((row) => [row.by_id, row.with_id]),
    ),
  ]);
  return rows.map((row) => {
    const own = dues.filter((due) => due.row.appointment_id === row.id);
    return { ...baseOf(row, own, refs, who.id, now), deliverables: own.map((due) => due.row.words) };
  });
}

export async function viewOf(
  db: Db,
  who: Who,
  row: AppointmentRecord,
  { subjects, now }: { subjects: Subjects; now: Date },
): Promise<Appointment> {
  const [dues, refs, steps, origin] = await Promise.all([
    duesOf(db, [row.id]),
    personRefs(db, [row.by_id, row.with_id]),
    stepsOf(db, row.id),
    originOf(db, who, row, subjects),
  ]);
  const asks = row.asks_id === who.id;
  const begun = row.state === 'arranged' && now >= row.at;
  return {
    ...baseOf(row, dues, refs, who.id, now),
    place: row.place,
    note: row.note,
    sequence: row.sequence,
    deliverables: dues.map((due) => ({
      id: due.row.id,
      words: due.row.words,
      promise: due.promise && promiseView(due.promise, refs, now),
      settled: due.row.settled,
      can: begun ? wordsFor(owedIn(due), asks) : [],
    })),
    steps: steps.map(({ what, by_id: by, at, to_at: to, words }) => ({
      what,
      by: refIn(refs, by),
      at: at.toISOString(),
      to: to?.toISOString() ?? null,
      words,
    })),
    origin,
    version: row.version,
    can: actsOf(appointmentOf(row), who.id, now),
  };
}

async function originOf(db: Db, who: Who, row: AppointmentRecord, subjects: Subjects): Promise<Appointment['origin']> {
  if (!row.origin_subject || !row.origin_id) return null;
  const told = (await subjects[row.origin_subject]?.(db, who, [row.origin_id]))?.get(row.origin_id);
  return told ? { title: told.title, path: told.path } : null;
}
