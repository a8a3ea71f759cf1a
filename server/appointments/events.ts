// Appointments and promises as a reader's calendar shows them: in their language, with no more than they may read and may leave the house.
import type { IntlShape } from '@formatjs/intl';
import type { Language } from '../../contract/shapes.ts';
import { personRefs, type Addressee } from '../directory/directory.ts';
import type { Subjects, Told } from '../notices/notices.ts';
import type { Db } from '../platform/db.ts';
import { spoken } from '../platform/placeholders.ts';
import { speakersOf } from '../platform/speech.ts';
import type { Event, Party } from './ical.ts';
import { partiesOf, type PromiseIn } from './feed.queries.ts';
import { deliverablesById, deliverablesOf } from './queries.ts';
import { deliversIn, otherOf } from './rules.ts';
import { appointmentOf } from './record.ts';
import type { AppointmentRecord } from './tables.ts';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fi from './words/fi.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };

const speakers = speakersOf({ en, fi, es, ru });
export const speakerOf = (language: Language): IntlShape<string> => speakers[language];

/** What stands behind every event: where we are reached, and whose mailbox calendars answer to. */
export type House = {
  publicUrl: string;
  sender: Party | null;
  company: string;
  /** The mailbox to which the reader's calendar answers, where it is another one than the sender's. */
  answersTo?: string | null;
};

const hostOf = ({ publicUrl }: House) => new URL(publicUrl).hostname;
export const uidOf = (house: House, kind: 'appointment' | 'promise', id: string) => `${kind}-${id}@${hostOf(house)}`;

/** Answers of calendars go to the house, which knows what to do with them: so the house organizes, and names whose wish it is. */
export const organizerOf = (house: House): Party => {
  const { name, address } = house.sender ?? { name: house.company, address: `goodturn@${hostOf(house)}` };
  return { name, address: house.answersTo ?? address };
};

const minute = 60_000;

export async function appointmentEvents(
  db: Db,
  house: House,
  reader: Addressee,
  rows: readonly AppointmentRecord[],
): Promise<Event[]> {
  const ids = [...new Set(rows.flatMap((row) => [row.by_id, row.with_id]))];
  const [deliverables, refs, parties] = await Promise.all([
    deliverablesOf(
      db,
      rows.map((row) => row.id),
    ),
    personRefs(db, ids),
    partiesOf(db, ids),
  ]);
  const { language } = reader.who;
  const say = speakerOf(language);
  return rows.map((row) => {
    const nameOf = (id: string) => spoken(refs.get(id)?.name ?? '', language);
    const own = deliverables.filter((each) => each.appointment_id === row.id);
    const url = new URL(`/appointments/${row.id}`, house.publicUrl).href;
    const names = { asks: nameOf(row.asks_id), delivers: nameOf(deliversIn(appointmentOf(row))) };
    const lines = [
      say.formatMessage({ id: 'calendar.who' }, names),
      ...own.map((each) => `- ${spoken(each.words, language)}`),
      ...(row.note ? ['', spoken(row.note, language)] : []),
      '',
      url,
    ];
    return {
      uid: uidOf(house, 'appointment', row.id),
      sequence: row.sequence,
      start: row.at,
      end: new Date(row.at.getTime() + row.minutes * minute),
      summary: spoken(row.title, language),
      description: lines.join('\n'),
      location: spoken(row.place, language),
      url,
      cancelled: row.state === 'cancelled',
      busy: true,
      changed: row.updated_at,
      organizer: organizerOf(house),
      attendees: [row.by_id, row.with_id].flatMap((id) => {
        const party = parties.get(id);
        return party ? [{ ...party, answer: id === row.set_by_id ? ('accepted' as const) : row.answer }] : [];
      }),
    };
  });
}

type Around = {
  house: House;
  reader: Addressee;
  /** By the subject of a promise: what it is called for its reader, by what it is about. */
  subjects: Subjects;
  appointments: readonly AppointmentRecord[];
};

/** So long before the time the calendar shows that something is due: the event ends when it is. */
const shown = 15 * minute;
const undone: readonly PromiseIn['outcome'][] = ['released', 'revoked'];

export async function promiseEvents(db: Db, around: Around, rows: readonly PromiseIn[]): Promise<Event[]> {
  const { house, reader, subjects, appointments } = around;
  const { who } = reader;
  const say = speakerOf(who.language);
  const told = await toldOf(db, around, rows);
  const shownThere = await dueAtAppointments(db, appointments, rows);
  return rows.flatMap((row): Event[] => {
    const about = told.get(row.id);
    if (!(row.subject in subjects) || !about || shownThere.has(row.id)) return [];
    const quiet = about.quiet === true;
    const words = spoken(row.deliverable, who.language);
    const summary = quiet ? quietName(say, about) : say.formatMessage({ id: 'calendar.promise' }, { words });
    const url = new URL(about.path, house.publicUrl).href;
    const early = row.ended_at !== null && row.ended_at < row.due_at;
    return [
      {
        uid: uidOf(house, 'promise', row.id),
        sequence: row.revisions,
        start: new Date(row.due_at.getTime() - shown),
        end: row.due_at,
        summary,
        description: quiet ? url : `${spoken(about.title, who.language)}\n\n${url}`,
        url,
        cancelled: row.state === 'ended' && (early || undone.includes(row.outcome)),
        busy: false,
        changed: row.changed,
      },
    ];
  });
}

const quietName = (say: IntlShape<string>, { team }: Told) =>
  team
    ? say.formatMessage({ id: 'calendar.promise.private.team' }, { team })
    : say.formatMessage({ id: 'calendar.promise.private' });

/** By promise: what the reader may know now of what it is about. */
async function toldOf(db: Db, { reader, subjects }: Around, rows: readonly PromiseIn[]): Promise<Map<string, Told>> {
  const told = new Map<string, Told>();
  for (const [subject, resolve] of Object.entries(subjects)) {
    const own = rows.filter((row) => row.subject === subject);
    if (own.length === 0) continue;
    const found = await resolve(db, reader.who, [...new Set(own.map((row) => row.subject_id))]);
    for (const row of own) {
      const about = found.get(row.subject_id);
      if (about) told.set(row.id, about);
    }
  }
  return told;
}

/** Promises that are due when their appointment is: the appointment is there already. */
async function dueAtAppointments(
  db: Db,
  appointments: readonly AppointmentRecord[],
  rows: readonly PromiseIn[],
): Promise<ReadonlySet<string>> {
  const own = rows.filter((row) => row.subject === 'appointment');
  const deliverables = await deliverablesById(
    db,
    own.map((row) => row.subject_id),
  );
  const at = new Map(appointments.map((row) => [row.id, row.at.getTime()]));
  const of = new Map(deliverables.map((each) => [each.id, each.appointment_id]));
  return new Set(
    own.filter((row) => at.get(of.get(row.subject_id) ?? '') === row.due_at.getTime()).map((row) => row.id),
  );
}

/** The other one, by name, for the subject of a mail. */
export async function otherName(db: Db, row: AppointmentRecord, reader: Addressee): Promise<string> {
  const other = otherOf(appointmentOf(row), reader.who.id);
  return spoken((await personRefs(db, [other])).get(other)?.name ?? '', reader.who.language);
}
