// What may be done about being away: load, decide, save, announce. Entered through directory.ts; the rules: absence.rules.ts.
import type { Absence, Away, NewAbsence } from '../../contract/directory-absences.ts';
import { announce } from '../platform/changes.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { checkLeave, dayIn, endedOn, leaveAt, standInFor } from './absence.rules.ts';
import * as absences from './absences.queries.ts';
import { maySetAbsence } from './access.ts';
import { findPerson, findRefs, lockPerson } from './people.queries.ts';
import { refOf } from './refs.ts';

/** Who of these people is away now and who stands in for each; those who are here are missing. One statement, or none. */
export async function awayOf(db: Db, people: readonly string[], now: Date): Promise<Map<string, Away>> {
  const away = new Map<string, Away>();
  if (people.length === 0) return away;
  const known = await absences.findPresence(db, people, now);
  for (const person of people) {
    const leave = leaveAt(known.get(person), now);
    const stands = standInFor(person, known, now);
    if (!leave || !stands) continue;
    const standIn = 'standIn' in stands ? known.get(stands.standIn) : undefined;
    const nobody = 'nobody' in stands ? stands.nobody : null;
    away.set(person, { until: leave.until, words: leave.words, standIn: standIn ? refOf(standIn) : null, nobody });
  }
  return away;
}

/** Who is there in place of an absent colleague, through any number of stand-ins; null when the colleague is here or nobody is. */
export async function standInOf(db: Db, person: string, at: Date): Promise<string | null> {
  const stands = standInFor(person, await absences.findPresence(db, [person], at), at);
  return stands && 'standIn' in stands ? stands.standIn : null;
}

/** What of a person's absences is not over. Refuses `notFound`. */
export async function listAbsences(db: Db, who: Who, id: string, now: Date): Promise<Outcome<{ items: Absence[] }>> {
  const person = await findPerson(db, id);
  if (!person) return refused('notFound');
  const today = dayIn(person.zone, now);
  const may = maySetAbsence(who, person);
  const rows = await absences.findAbsences(db, id, today);
  return { items: rows.map((row) => absenceOf(row, today, may)) };
}

const absenceOf = (row: absences.AbsenceRow, today: string, may: boolean): Absence => ({
  id: row.id,
  from: row.from,
  until: row.until,
  words: row.words,
  standIn: row.named && refOf(row.named),
  now: row.from <= today,
  can: may ? ['end'] : [],
});

/** The person with what is not over, held until the transaction ends, if `who` may say when they are away. */
async function heldFor(tx: Db, who: Who, id: string, now: Date) {
  await lockPerson(tx, id);
  const person = await findPerson(tx, id);
  if (!person) return refused('notFound');
  if (!maySetAbsence(who, person)) return refused('notAllowed');
  const today = dayIn(person.zone, now);
  return { person, today, rows: await absences.findAbsences(tx, id, today) };
}

/**
 * Says that a person is away, from a day to a day where they are. Refuses `notFound`, `notAllowed`, `unknownPerson`, and
 * what `checkLeave` refuses.
 */
export async function setAbsence(
  tx: Db,
  who: Who,
  id: string,
  given: NewAbsence,
  now: Date,
): Promise<Outcome<Absence>> {
  const held = await heldFor(tx, who, id, now);
  if (isRefused(held)) return held;
  const no = checkLeave(id, given, held.rows, held.today);
  if (no) return no;
  const [named = null] = given.standIn === null ? [] : await findRefs(tx, [given.standIn]);
  if (given.standIn !== null && !named?.active) return refused('unknownPerson', { field: 'standIn' });
  const row = { ...given, id: newId(), named };
  await absences.insertAbsence(tx, { ...row, person: id, setBy: who.id }, now);
  await announce(tx, { subject: 'person', id, kind: 'changed' });
  return absenceOf(row, held.today, true);
}

/** Ends one that has begun as of yesterday, takes back one to come. Refuses `notFound` (also when it is over), `notAllowed`. */
export async function endAbsence(tx: Db, who: Who, id: string, now: Date): Promise<Outcome<undefined>> {
  const person = await absences.findOwner(tx, id);
  const held = person === undefined ? refused('notFound') : await heldFor(tx, who, person, now);
  if (isRefused(held)) return held;
  const row = held.rows.find((one) => one.id === id);
  if (!row) return refused('notFound');
  const left = endedOn(row, held.today);
  await (left ? absences.shortenAbsence(tx, id, left.until) : absences.deleteAbsence(tx, id));
  await announce(tx, { subject: 'person', id: held.person.id, kind: 'changed' });
  return undefined;
}
