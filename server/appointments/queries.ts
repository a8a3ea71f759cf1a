// All SQL of appointments, but for the feed's (feed.queries.ts). An appointment is seen by its two people.
import { sql, type SqlBool } from 'kysely';
import type { Db, Tables } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import type { AppointmentRecord, AppointmentTable, DeliverableRecord, DeliverableTable, StepTable } from './tables.ts';

/** The wall: whatever anybody gets of appointments starts from here. */
const visibleTo = (db: Db, person: string) =>
  db
    .selectFrom('appointments_appointment as a')
    .selectAll('a')
    .where((either) => either.or([either('a.by_id', '=', person), either('a.with_id', '=', person)]));

export const findAppointment = (db: Db, who: Pick<Who, 'id'>, id: string): Promise<AppointmentRecord | undefined> =>
  visibleTo(db, who.id).where('a.id', '=', id).executeTakeFirst();
export const lockAppointment = (tx: Db, who: Pick<Who, 'id'>, id: string): Promise<AppointmentRecord | undefined> =>
  visibleTo(tx, who.id).where('a.id', '=', id).forUpdate().executeTakeFirst();
/** Those of the ids that this person may see. */
export const seenOf = (db: Db, person: string, ids: readonly string[]): Promise<AppointmentRecord[]> =>
  visibleTo(db, person)
    .where('a.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
/** For what time and mail do, in nobody's name. */
export const appointmentsById = (db: Db, ids: readonly string[]): Promise<AppointmentRecord[]> =>
  db
    .selectFrom('appointments_appointment')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();

export type PageKey = { at: string; id: string };

/** What is arranged, the earliest first; or what has ended, the latest first. Indexes: appointments_by, appointments_with. */
export function pageAppointments(
  db: Db,
  person: string,
  given: { when: 'coming' | 'over'; after: PageKey | null; limit: number },
): Promise<AppointmentRecord[]> {
  const { when, after, limit } = given;
  const order = when === 'coming' ? 'asc' : 'desc';
  const beyond = sql.raw(when === 'coming' ? '>' : '<');
  return visibleTo(db, person)
    .where('a.state', when === 'coming' ? '=' : '<>', 'arranged')
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(a.at, a.id) ${beyond} (${after?.at ?? ''}::timestamptz, ${after?.id ?? ''}::uuid)`),
    )
    .orderBy('a.at', order)
    .orderBy('a.id', order)
    .limit(limit)
    .execute();
}

/** Those that are arranged with a person. Indexes: appointments_by, appointments_with. */
export async function arrangedOf(db: Db, person: string): Promise<string[]> {
  const rows = await visibleTo(db, person)
    .clearSelect()
    .select('a.id')
    .where('a.state', '=', 'arranged')
    .orderBy('a.id')
    .execute();
  return rows.map(({ id }) => id);
}

export const deliverablesOf = (db: Db, appointments: readonly string[]): Promise<DeliverableRecord[]> =>
  db
    .selectFrom('appointments_deliverable')
    .selectAll()
    .where('appointment_id', '=', sql<string>`any(${[...appointments]}::uuid[])`)
    .orderBy('appointment_id')
    .orderBy('no')
    .execute();
export const deliverablesById = (db: Db, ids: readonly string[]): Promise<DeliverableRecord[]> =>
  db
    .selectFrom('appointments_deliverable')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
export const insertDeliverables = (tx: Db, rows: readonly DeliverableTable[]) =>
  tx
    .insertInto('appointments_deliverable')
    .values([...rows])
    .execute();
export const saveDeliverable = (
  tx: Db,
  id: string,
  row: Partial<Pick<DeliverableRecord, 'promise_id' | 'settled' | 'missed_because'>>,
) => tx.updateTable('appointments_deliverable').set(row).where('id', '=', id).execute();

type NewRow = Omit<AppointmentTable, 'state' | 'sequence' | 'answer' | 'answered_at' | 'version'> &
  Partial<Pick<AppointmentRecord, 'answer' | 'answered_at'>>;
export const insertAppointment = (tx: Db, row: NewRow) =>
  tx.insertInto('appointments_appointment').values(row).execute();
export const saveAppointment = (
  tx: Db,
  id: string,
  row: Partial<Omit<AppointmentRecord, 'id' | 'version'>>,
  now: Date,
) =>
  tx
    .updateTable('appointments_appointment')
    .set({ ...row, updated_at: now, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/** Nothing that anybody sees: the version stays. */
export const noteAnswered = (tx: Db, id: string, at: Date) =>
  tx
    .updateTable('appointments_appointment')
    .set({ answered_at: at })
    .where('id', '=', id)
    .where('answered_at', '<', at)
    .execute();

export const stepsOf = (db: Db, appointment: string) =>
  db.selectFrom('appointments_step').selectAll().where('appointment_id', '=', appointment).orderBy('no').execute();
export const insertStep = (tx: Db, { appointment_id: of, what, by_id: by, at, to_at: to, words = '' }: NewStep) =>
  sql`insert into appointments_step (appointment_id, no, what, by_id, at, to_at, words)
    select ${of}, coalesce(max(no), 0) + 1, ${what}, ${by}, ${at}, ${to}, ${words}
    from appointments_step where appointment_id = ${of}`.execute(tx);
export type NewStep = Omit<StepTable, 'no' | 'words'> & { words?: string };

/**
 * Arranged ones that begin between these instants, of which nobody was reminded since the time was set; only those
 * whose time was set at least `known` milliseconds before it comes. Index: appointments_clock.
 */
export async function takeUnreminded(
  tx: Db,
  kind: 'soon' | 'over',
  given: { from: Date; until: Date; known: number; now: Date },
): Promise<AppointmentRecord[]> {
  const { rows } = await sql<{ appointment_id: string }>`
    insert into appointments_reminder (appointment_id, kind, sequence, at)
    select a.id, ${kind}, a.sequence, ${given.now} from appointments_appointment a
    where a.state = 'arranged' and a.at > ${given.from} and a.at <= ${given.until}
      and (select max(s.at) from appointments_step s where s.appointment_id = a.id and s.what in ('arranged', 'moved'))
        <= a.at - ${given.known} * interval '1 millisecond'
      and not exists (select from appointments_reminder r where r.appointment_id = a.id and r.kind = ${kind} and r.sequence = a.sequence)
    order by a.at limit 500
    on conflict do nothing returning appointment_id`.execute(tx);
  return rows.length === 0
    ? []
    : appointmentsById(
        tx,
        rows.map((row) => row.appointment_id),
      );
}

/** What this person's calendar was told by mail. */
export const findMailed = (tx: Db, appointment: string, person: string) =>
  tx
    .selectFrom('appointments_mailed')
    .select(['sequence', 'cancelled', 'answer', 'organizer'])
    .where('appointment_id', '=', appointment)
    .where('person_id', '=', person)
    .executeTakeFirst();
export const saveMailed = (tx: Db, row: Tables['appointments_mailed']) =>
  tx
    .insertInto('appointments_mailed')
    .values(row)
    .onConflict((same) =>
      same
        .columns(['appointment_id', 'person_id'])
        .doUpdateSet({ sequence: row.sequence, cancelled: row.cancelled, answer: row.answer, at: row.at }),
    )
    .execute();
