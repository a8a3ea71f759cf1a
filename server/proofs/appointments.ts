// For tests of the whole: appointments that operations are tried on, private calendars, and words hidden in appointments.
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { newId, type Db } from '../platform/db.ts';
import { people, type Caller, type Cast } from './cast.ts';
import type { View } from './views.ts';

export type Meeting = 'ownMeeting' | 'theirMeeting';
export const isMeeting = (on: string): on is Meeting => on === 'ownMeeting' || on === 'theirMeeting';

/** An appointment arranged by the first with the second, who delivers; its one deliverable has its id. To be held, it has begun. */
export async function newMeeting(cast: Cast, by: string, invited: string, operation: string): Promise<string> {
  const id = newId();
  const now = cast.time();
  const hours = operation === 'concludeAppointment' ? -1 : 30;
  const at = new Date(now.getTime() + hours * 3_600_000);
  await sql`
    insert into appointments_appointment (id, by_id, with_id, asks_id, title, at, minutes, zone, set_by_id, created_at, updated_at)
    values (${id}, ${by}, ${invited}, ${by}, 'The price list', ${at}, 30, 'Europe/Helsinki', ${by}, ${now}, ${now})`.execute(
    cast.db,
  );
  await sql`
    insert into appointments_deliverable (id, appointment_id, no, words) values (${id}, ${id}, 1, 'The list')`.execute(
    cast.db,
  );
  await sql`
    insert into appointments_step (appointment_id, no, what, by_id, at, to_at) values (${id}, 1, 'arranged', ${by}, ${now}, ${at})`.execute(
    cast.db,
  );
  return id;
}

/** The secret of a private calendar of this person, in place of an older one. */
export async function newCalendar(db: Db, person: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await sql`
    insert into appointments_feed (person_id, token_hash, ending, made_at) values (${person}, ${hash}, ${token.slice(-4)}, now())
    on conflict (person_id) do update set token_hash = excluded.token_hash, ending = excluded.ending`.execute(db);
  return token;
}

/** What the calendar of each person shows to whoever has its address, folded lines put together. */
export async function readCalendars(cast: Cast): Promise<View[]> {
  const views: View[] = [];
  for (const who of people.filter((each) => each !== 'gone')) {
    const { status, text } = await cast.as(
      'nobody',
      'GET',
      `/api/calendar/${await newCalendar(cast.db, cast.id[who])}.ics`,
    );
    if (status !== 200) throw new Error(text);
    views.push({ who, from: 'a private calendar', text: text.replaceAll('\r\n ', '') });
  }
  return views;
}

type Hide = (where: string, may: Iterable<Caller>, word?: string) => string;

/** Two of one team meet: their lead and the administrator read nothing of it, in no list, mail, push or calendar. */
export async function hideInMeetings(cast: Cast, canary: Hide): Promise<string[]> {
  const both = ['member', 'named'] as const;
  const must = async (who: Caller, path: string, body: object) => {
    const answer = await cast.as(who, 'POST', path, { body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  };
  const soon = (hours: number) => new Date(cast.time().getTime() + hours * 3_600_000).toISOString();
  const arrange = async (where: string) =>
    String(
      (
        await must('member', '/api/appointments', {
          with: cast.id.named,
          asks: cast.id.member,
          at: soon(30),
          title: canary(`name of ${where}`, both),
          place: canary(`place of ${where}`, both),
          note: canary(`words beside ${where}`, both),
          deliverables: [canary(`deliverable of ${where}`, both)],
        })
      )['id'],
    );
  const id = await arrange('an appointment');
  canary('id of an appointment', both, id);
  await must('named', `/api/appointments/${id}/answer`, { answer: 'accepted', words: canary('words of a yes', both) });
  await must('named', `/api/appointments/${id}/time`, { at: soon(50), words: canary('reason to move', both) });
  const off = await arrange('one called off');
  await must('member', `/api/appointments/${off}/cancellation`, { reason: canary('reason to call off', both) });
  const made = await must('named', '/api/calendar-feed', {});
  canary('address of a calendar', [], String(made['url']).split('/').at(-1)?.replace('.ics', ''));
  const found = await sql<{ hash: string }>`select encode(token_hash, 'hex') as hash from appointments_feed`.execute(
    cast.db,
  );
  for (const { hash } of found.rows) canary('hash of a calendar', [], hash);
  return [id, off];
}
