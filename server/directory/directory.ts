// The front door of the directory: who is asking, who belongs where, when a team works; and how company, people and teams are made.
import type { NewCompany } from '../../contract/directory.ts';
import type { NewPerson } from '../../contract/directory-people.ts';
import type { PersonRef, TeamRef } from '../../contract/shapes.ts';
import { bearerIn, placeOf, setPassword, tokenHash, touchToken, type Auth } from '../auth/auth.ts';
import type { Db } from '../platform/db.ts';
import type { Audience } from '../platform/hearers.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { regionsOf } from './countries.ts';
import { calendarIn } from './calendars.ts';
import { addPerson, wordsOf } from './people.ts';
import { findRefs, lockPerson, pagePeople, type RefRow } from './people.queries.ts';
import * as queries from './queries.ts';
import { refOf } from './refs.ts';
import { findTeamRefs, pageTeams } from './teams.queries.ts';

export { awayOf, setAbsence, standInOf } from './absences.ts';
export { calendarOf, calendarsOf } from './calendars.ts';
export { forgetImports, runImports } from './import-run.ts';
export { addPerson, setPersonActive } from './people.ts';
export { addTeam, enlist } from './teams.ts';
export { candidatesFor, letGo, tiesOf } from './leaving.ts';
export { lineAbove, type RefRow } from './people.queries.ts';
export { directoryPersonal } from './personal.ts';

type Asking = { ip: string; headers: { cookie?: string | undefined; authorization?: string | undefined } };

/**
 * Who asks: by the token of a program, else by the session cookie; one statement, or none without either. Null for nobody.
 * Refuses `tokenRefused`, the same for every token that is none, and `tooManyAttempts` for who tries many.
 */
export async function principalOf(
  db: Db,
  auth: Pick<Auth, 'tokenOf' | 'tried'>,
  { ip, headers }: Asking,
  now: Date,
): Promise<Outcome<Who | null>> {
  const bearer = bearerIn(headers.authorization);
  if (bearer === undefined) {
    const session = auth.tokenOf(headers.cookie);
    return session === null ? null : queries.whoIs(db, session, now);
  }
  const hash = tokenHash(bearer);
  const found = hash && (await queries.whoBears(db, hash, now));
  if (!found) return (hash && (await auth.tried(db, 'token', placeOf(ip), now))) ?? refused('tokenRefused');
  const { used, ...who } = found;
  const hour = 3_600_000;
  if (who.token && (!used || now.getTime() - used.getTime() >= hour)) await touchToken(db, who.token.id, now);
  return who;
}

export { whoAre, whoStays } from './queries.ts';

/** The administrator may be told of as any person; `password` may come later, by a link. */
export type CompanyInput = Omit<NewCompany, 'administrator'> & {
  administrator: Omit<NewPerson, 'administrator'> & { password?: string };
  demo?: boolean;
};

/** Creates the company and its first administrator. Refuses `companyExists`, `unknownCountry`. */
export async function createCompany(
  tx: Db,
  input: CompanyInput,
  now: Date,
): Promise<Outcome<{ administrator: string }>> {
  const { administrator, demo = false, name, language, zone, country } = input;
  if (!regionsOf(country)) return refused('unknownCountry', { field: 'country' });
  const added = await queries.insertCompany(tx, { name, language, zone, country, demo, created_at: now });
  if (!added) return refused('companyExists');
  const { password, ...person } = administrator;
  const first = await addPerson(tx, { ...person, administrator: true }, now);
  if (isRefused(first)) return first;
  if (password !== undefined) await setPassword(tx, first.id, password, now);
  return { administrator: first.id };
}

/** Whether anybody may be shown how often promises are kept: a company may have turned all such rates off. */
export const ratesShown = async (db: Db): Promise<boolean> => (await queries.findCompany(db))?.rates ?? true;

/** Lets visitors of the sample company be this person. */
export const offerAs = queries.saveRole;

/** References made of rows that another capability has joined. */
export const refsOf = (rows: readonly RefRow[]): Map<string, PersonRef> =>
  new Map(rows.map((row) => [row.id, refOf(row)]));

/** References to people by id; who is unknown is missing. */
export async function personRefs(tx: Db, ids: readonly string[]): Promise<Map<string, PersonRef>> {
  if (ids.length === 0) return new Map();
  return new Map((await findRefs(tx, [...new Set(ids)])).map((row) => [row.id, refOf(row)]));
}

/** References to teams by id, archived ones among them; who is unknown is missing. */
export const teamRefs = async (tx: Db, ids: readonly string[]): Promise<Map<string, TeamRef>> =>
  ids.length === 0 ? new Map() : new Map((await findTeamRefs(tx, [...new Set(ids)])).map((row) => [row.id, row]));

export const isActive = async (tx: Db, person: string): Promise<boolean> =>
  (await findRefs(tx, [person]))[0]?.active ?? false;

/** Whom a mail is for: where it goes, and the reader as access sees them. `demo`: people of the sample company get none. */
export type Addressee = { who: Who; name: string; email: string; company: string; demo: boolean };

/** Somebody who is still here; undefined for who left. */
export async function addressee(db: Db, person: string): Promise<Addressee | undefined> {
  const row = await queries.findAddressee(db, person);
  if (!row) return undefined;
  const { name, email, company, demo, ...who } = row;
  return { who: { ...who, session: '' }, name, email, company, demo };
}

/** A team as other capabilities need it, archived ones among them; minutes are of its working time. Null for none. */
export async function team(tx: Db, id: string) {
  const row = await queries.findTerms(tx, id);
  if (!row) return null;
  const { name, archived, zone, greeting_minutes: greetingMinutes, closing_minutes: closingMinutes } = row;
  return { id, name, archived, zone, greetingMinutes, closingMinutes, calendar: calendarIn(row) };
}

/** The living teams of a person, the oldest team first. */
export const teamsOf = queries.teamsOfPerson;
/** A person who may be erased, held until the transaction ends. */
export async function personToErase(tx: Db, id: string) {
  const person = await lockPerson(tx, id);
  return person && { ...person, erased: person.erased_at !== null };
}

/** Ids of active people. */
export const leadsOf = (tx: Db, team: string): Promise<string[]> => queries.memberIds(tx, team, true);
export const membersOf = (tx: Db, team: string): Promise<string[]> => queries.memberIds(tx, team, false);

/** Active colleagues whose name has these words, the best first; everybody inside may find everybody. */
export async function findPeople(db: Db, _who: Who, words: string, limit = 8) {
  const looked = wordsOf(words);
  if (looked.length === 0) return [];
  const rows = await pagePeople(db, { words: looked, active: 'true' }, null, limit);
  return rows.map((row) => ({
    ...refOf(row),
    does: row.does,
    place: row.place,
    teams: row.teams.map(({ name }) => name),
  }));
}

/** Living teams whose name has these words. */
export async function findTeams(db: Db, words: string, limit = 5) {
  const looked = wordsOf(words);
  if (looked.length === 0) return [];
  const rows = await pageTeams(db, { words: looked, archived: false }, null, limit);
  return rows.map(({ id, name, does }) => ({ id, name, does }));
}

const everybody: Audience = async (db, changes) => {
  const all = new Set(await queries.activeIds(db));
  return changes.map(() => all);
};

/** Who may hear of a change in the directory: every colleague. */
export const directoryAudiences: Record<string, Audience> = {
  person: everybody,
  team: everybody,
  company: everybody,
};
