// What may be done with people: load, decide, save, announce. Entered through directory.ts; teams are in teams.ts.
import type { AuditAct } from '../../contract/audit.ts';
import type { NewPerson, PeopleQuery, Person, PersonChange } from '../../contract/directory-people.ts';
import type { Away } from '../../contract/directory-absences.ts';
import { readWeek } from '../../contract/working-time.ts';
import { z } from 'zod';
import { addAccount, hasCredential, makeLink, readLink, renameAccount, setActive, setEmail } from '../auth/auth.ts';
import { audit, fieldsChanged } from '../platform/audit.ts';
import { announce } from '../platform/changes.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { awayOf } from './absences.ts';
import { checkChange, maySeeEmail, personCan } from './access.ts';
import { replaceDotted, replaceSkills } from './belongings.queries.ts';
import * as people from './people.queries.ts';
import { findCompany } from './queries.ts';
import { refOf } from './refs.ts';
import { checkAdministrators, checkDotted, checkLine, checkWeek } from './rules.ts';

const personOf = (who: Who, row: people.PersonRow, away: Away | undefined): Person => ({
  ...refOf(row),
  said: row.said,
  pronouns: row.pronouns,
  email: maySeeEmail(who, row) ? row.email : null,
  language: row.language,
  languages: row.languages,
  skills: row.skills,
  place: row.place,
  zone: row.zone,
  week: readWeek(row.week),
  does: row.does,
  manager: row.manager && refOf(row.manager),
  dotted: row.dotted.map(refOf),
  away: away ?? null,
  administrator: row.administrator,
  teams: row.teams,
  version: row.version,
  can: personCan(who, row),
});

/** What somebody typed, as up to six words to look for. */
export const wordsOf = (q = ''): string[] =>
  q.slice(0, 400).replaceAll('\0', ' ').toWellFormed().split(/\s+/).filter(Boolean).slice(0, 6);

const peopleKey = z.tuple([
  z.number().int(),
  z
    .string()
    .max(400)
    .regex(/^[^\0]*$/),
  z.uuid(),
]);

/** Only those who have absences at all are looked at closer. */
const awayIn = (db: Db, rows: readonly people.PersonRow[], now: Date) =>
  awayOf(
    db,
    rows.flatMap(({ id, leave }) => (leave ? [id] : [])),
    now,
  );

export async function listPeople(db: Db, who: Who, query: PeopleQuery, now: Date) {
  const key = keyIn<people.PeopleKey>(query.cursor, peopleKey);
  if (isRefused(key)) return key;
  const rows = await people.pagePeople(db, { ...query, words: wordsOf(query.q) }, key, query.limit + 1);
  const { items, next } = paged(rows, query.limit, (row) => [row.rank, row.folded, row.id]);
  const away = await awayIn(db, items, now);
  return { items: items.map((row) => personOf(who, row, away.get(row.id))), next };
}

export async function getPerson(db: Db, who: Who, id: string, now: Date): Promise<Outcome<Person>> {
  const row = await people.findPerson(db, id);
  return row ? personOf(who, row, (await awayIn(db, [row], now)).get(id)) : refused('notFound');
}

/**
 * Adds a person with an account and no way in yet. What is not told is the company's. Refuses `emailTaken`, `unknownPerson`,
 * `noWorkingTime`.
 */
export async function addPerson(tx: Db, input: NewPerson, now: Date): Promise<Outcome<{ id: string }>> {
  await people.takeTurn(tx);
  const company = await findCompany(tx);
  if (!company) return refused('notFound');
  const id = newId();
  const no = await checkFields(tx, id, input);
  if (no) return no;
  const account = await addAccount(tx, { id, name: input.name, email: input.email }, now);
  if (isRefused(account)) return account;
  await people.insertPerson(tx, {
    id,
    name: input.name,
    said: input.said ?? '',
    email: input.email.toLowerCase(),
    language: input.language ?? company.language,
    place: input.place ?? '',
    zone: input.zone ?? company.zone,
    does: input.does ?? '',
    pronouns: input.pronouns ?? '',
    languages: input.languages ?? [],
    week: input.week ?? null,
    manager_id: input.manager ?? null,
    administrator: input.administrator ?? false,
    created_at: now,
  });
  await replaceSkills(tx, id, input.skills ?? []);
  await replaceDotted(tx, id, input.dotted ?? []);
  await announce(tx, { subject: 'person', id, kind: 'added' });
  return { id };
}

async function checkFields(tx: Db, id: string, given: PersonChange): Promise<Refused | null> {
  return (
    (given.week ? checkWeek(given.week) : null) ??
    (given.manager ? await checkManager(tx, id, given.manager) : null) ??
    (given.dotted ? await checkDottedLines(tx, id, given.dotted) : null)
  );
}

/** Dotted lines may cross each other; nobody but oneself is forbidden. */
async function checkDottedLines(tx: Db, id: string, managers: readonly string[]): Promise<Refused | null> {
  const found = managers.length === 0 ? [] : await people.findRefs(tx, managers);
  const strange = managers.some((manager) => !found.some((row) => row.id === manager && row.active));
  return strange ? refused('unknownPerson', { field: 'dotted' }) : checkDotted(id, managers);
}

async function checkManager(tx: Db, id: string, manager: string): Promise<Refused | null> {
  const [found] = await people.findRefs(tx, [manager]);
  if (!found?.active) return refused('unknownPerson', { field: 'manager' });
  return checkLine(id, manager, await people.lineAbove(tx, manager));
}

type Held = NonNullable<Awaited<ReturnType<typeof people.lockPerson>>>;

/**
 * Refuses `notFound`, `notAllowed`, `changedMeanwhile`, `unknownPerson`, `managerCycle`, `noWorkingTime`, `lastAdministrator`,
 * `emailTaken`.
 */
export async function changePerson(
  tx: Db,
  who: Who,
  id: string,
  change: PersonChange,
  expected: number | undefined,
  now: Date,
): Promise<Outcome<Person>> {
  await people.takeTurn(tx);
  const person = await people.lockPerson(tx, id);
  if (!person) return refused('notFound');
  const no =
    checkChange(who, person, change) ??
    checkVersion(person.version, expected) ??
    (await checkFields(tx, id, change)) ??
    (await checkRole(tx, person, { ...person, administrator: change.administrator ?? person.administrator })) ??
    (await changeAccount(tx, person, change, now));
  if (no) return no;
  const { manager, dotted, skills, week, ...fields } = change;
  const name = { name: change.name ?? person.name, said: change.said ?? person.said };
  const set = {
    ...fields,
    ...(manager === undefined ? {} : { manager_id: manager }),
    ...(week === undefined ? {} : { week: week && JSON.stringify(week) }),
  };
  await people.savePerson(tx, id, set, name);
  if (skills) await replaceSkills(tx, id, skills);
  if (dotted) await replaceDotted(tx, id, dotted);
  await announce(tx, { subject: 'person', id, kind: 'changed' });
  await auditChange(tx, who, person, change, now);
  return getPerson(tx, who, id, now);
}

/** Logs an act of administration on a person. */
export const auditPerson = (tx: Db, who: Who, act: AuditAct, id: string, at: Date, fields?: string[]) =>
  audit(tx, { by: who, act, subject: { kind: 'person', id }, ...(fields ? { facts: { fields } } : {}), at });

/** What people change of themselves is their own affair; roles are not. */
async function auditChange(tx: Db, who: Who, person: Held, change: PersonChange, now: Date): Promise<void> {
  const { administrator, manager, ...rest } = change;
  if (administrator !== undefined && administrator !== person.administrator)
    await auditPerson(tx, who, `administrator.${administrator ? 'grant' : 'withdraw'}`, person.id, now);
  const line = manager !== undefined && manager !== person.manager_id ? ['manager'] : [];
  const fields = [...fieldsChanged(person, rest), ...line];
  if (who.id !== person.id && fields.length > 0) await auditPerson(tx, who, 'person.update', person.id, now, fields);
}

export const checkVersion = (version: number, expected: number | undefined): Refused | null =>
  expected === undefined || expected === version ? null : refused('changedMeanwhile');

async function checkRole(tx: Db, before: Held, after: Pick<Held, 'administrator' | 'active'>): Promise<Refused | null> {
  if (!before.administrator) return null;
  return checkAdministrators(before, after, await people.countOtherAdministrators(tx, before.id));
}

async function changeAccount(tx: Db, person: Held, change: PersonChange, now: Date): Promise<Refused | null> {
  if (change.email !== undefined && change.email !== person.email) {
    const set = await setEmail(tx, person.id, change.email, now);
    if (isRefused(set)) return set;
  }
  if (change.name !== undefined && change.name !== person.name) await renameAccount(tx, person.id, change.name, now);
  return null;
}

/** Lets somebody go, or welcomes them back. Twice is as good as once. Refuses `notFound`, `changedMeanwhile`, `lastAdministrator`. */
export async function setPersonActive(
  tx: Db,
  who: Who,
  id: string,
  active: boolean,
  expected: number | undefined,
  now: Date,
): Promise<Outcome<Person>> {
  await people.takeTurn(tx);
  const person = await people.lockPerson(tx, id);
  if (!person) return refused('notFound');
  if (person.erased_at) return refused('erasedPerson');
  const no = checkVersion(person.version, expected) ?? (await checkRole(tx, person, { ...person, active }));
  if (no) return no;
  if (person.active !== active) {
    await setActive(tx, id, active, now);
    await people.savePerson(tx, id, { active, deactivated_at: active ? null : now });
    if (!active) await announce(tx, { subject: 'session', id, kind: 'ended', to: id });
    await announce(tx, { subject: 'person', id, kind: 'changed' });
    await auditPerson(tx, who, active ? 'person.reactivate' : 'person.deactivate', id, now);
  }
  return getPerson(tx, who, id, now);
}

/**
 * A link that lets a person in: the first time, or with a new password. The token is told once and kept nowhere.
 * Refuses `notFound`, `inactivePerson`, `alreadyIn` for an invitation of somebody who has a way in.
 */
export async function makeWayIn(tx: Db, id: string, purpose: 'invite' | 'reset', now: Date) {
  const [person] = await people.findRefs(tx, [id]);
  if (!person) return refused('notFound');
  if (!person.active) return refused('inactivePerson');
  if (purpose === 'invite' && (await hasCredential(tx, id))) return refused('alreadyIn');
  const token = await makeLink(tx, { account: id, purpose, now });
  const link = await readLink(tx, token, now);
  return isRefused(link) ? link : { token, expires: link.expires };
}
