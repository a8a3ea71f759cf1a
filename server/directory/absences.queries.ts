// SQL about absences: rows in, rows out. Days come and go as text: a Date would drag a time zone along.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { Leave, Presence } from './absence.rules.ts';
import { refJson, type RefRow } from './people.queries.ts';

export type AbsenceRow = Leave & { id: string; words: string; named: RefRow | null };
export type PresentRow = RefRow & Presence & { leaves: Array<Leave & { words: string }> };

/** Somewhere on earth it is already tomorrow, and somewhere still yesterday: within two days, the rules decide. */
const aboutNow = (now: Date) =>
  sql`a.from_day <= (${now}::timestamptz)::date + 2 and a.until_day >= (${now}::timestamptz)::date - 2`;

const leaveJson = sql`json_build_object(
  'from', a.from_day::text, 'until', a.until_day::text, 'standIn', a.stand_in_id, 'words', a.words)`;

/** These people and everybody who may have to stand in for them, with their absences of these days. One statement. */
export async function findPresence(db: Db, people: readonly string[], now: Date): Promise<Map<string, PresentRow>> {
  const found = await sql<PresentRow>`
    with recursive chain (id) as (
      select unnest(${[...people]}::uuid[])
      union
      select a.stand_in_id from chain join directory_absence a on a.person_id = chain.id
      where a.stand_in_id is not null and ${aboutNow(now)}
    )
    select p.id, p.name, p.photo_version, p.active, p.zone, coalesce((
      select json_agg(${leaveJson} order by a.from_day) from directory_absence a where a.person_id = p.id and ${aboutNow(now)}
    ), '[]') as leaves
    from chain join directory_person p on p.id = chain.id`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** What of a person is not over on `today`, the first to come first. */
export async function findAbsences(db: Db, person: string, today: string): Promise<AbsenceRow[]> {
  const found = await sql<AbsenceRow>`
    select a.id, a.from_day::text as "from", a.until_day::text as until, a.words, a.stand_in_id as "standIn",
      (select ${refJson('s')} from directory_person s where s.id = a.stand_in_id) as named
    from directory_absence a where a.person_id = ${person} and a.until_day >= ${today}::date order by a.from_day`.execute(
    db,
  );
  return found.rows;
}

export const insertAbsence = (
  tx: Db,
  row: Leave & { id: string; person: string; words: string; setBy: string },
  now: Date,
) =>
  tx
    .insertInto('directory_absence')
    .values({
      id: row.id,
      person_id: row.person,
      from_day: row.from,
      until_day: row.until,
      words: row.words,
      stand_in_id: row.standIn,
      set_by_id: row.setBy,
      created_at: now,
    })
    .execute();

export const shortenAbsence = (tx: Db, id: string, until: string) =>
  tx.updateTable('directory_absence').set({ until_day: until }).where('id', '=', id).execute();

export const deleteAbsence = (tx: Db, id: string) => tx.deleteFrom('directory_absence').where('id', '=', id).execute();

/** Whose absence it is. */
export const findOwner = async (db: Db, id: string): Promise<string | undefined> =>
  (await db.selectFrom('directory_absence').select('person_id').where('id', '=', id).executeTakeFirst())?.person_id;
