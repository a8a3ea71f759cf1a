// Whom an appointment's changes reach: the notice to the other one, the news for open pages, and the calendars by mail.
import type { NoticeKind } from '../../contract/notices.ts';
import { addressee } from '../directory/directory.ts';
import { notify, type NewNotice } from '../notices/notices.ts';
import type { Audience } from '../platform/hearers.ts';
import type { Db } from '../platform/db.ts';
import { grace, post } from '../platform/mail/mail.ts';
import { appointmentsById } from './queries.ts';
import type { AppointmentRecord } from './tables.ts';

type About = Pick<AppointmentRecord, 'id' | 'at' | 'by_id' | 'with_id' | 'sequence' | 'version'>;

/** Tells `to` of one change, and everybody's open page that there is one. `by` null: time itself did it. */
export function tell(
  tx: Db,
  about: About,
  given: { kind: NoticeKind | null; by: string | null; to: readonly string[]; now: Date },
): Promise<void> {
  const { kind, by, to, now } = given;
  const dedupe = `${kind}:${about.id}:${about.sequence}:${about.version}`;
  const facts = { subject: 'appointment', subjectId: about.id, actor: by, params: { due: about.at.toISOString() } };
  const notices: NewNotice[] = kind === null ? [] : to.map((person) => ({ ...facts, to: person, kind, dedupe }));
  return notify(tx, notices, now, [{ subject: 'appointment', id: about.id, kind: kind ?? 'changed' }]);
}

/**
 * Lets both calendars know what the appointment is by the time that the mail goes, but for one that `knows` already. Nobody in the sample
 * company is written to.
 */
export async function invite(
  tx: Db,
  { id, by_id, with_id }: Pick<About, 'id' | 'by_id' | 'with_id'>,
  now: Date,
  knows: string | null = null,
) {
  const people = [by_id, with_id].filter((person) => person !== knows);
  const readers = await Promise.all(people.map((person) => addressee(tx, person)));
  const mails = readers
    .flatMap((reader) => (reader && !reader.demo ? [reader.who.id] : []))
    .map((reader) => ({
      kind: 'appointment',
      reader,
      bundle: `appointment ${id} ${reader}`,
      facts: { appointment: id },
      // Who changes their mind at once is not written to twice.
      at: new Date(now.getTime() + grace),
    }));
  await post(tx, mails, now);
}

/** Who may hear of a change: the two people. */
export const appointmentAudience: Audience = async (db, changes) => {
  const rows = await appointmentsById(
    db,
    changes.map(({ id }) => id),
  );
  const people = new Map(rows.map((row) => [row.id, new Set([row.by_id, row.with_id])]));
  return changes.map(({ id }) => people.get(id) ?? new Set<string>());
};
