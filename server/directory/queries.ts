// SQL about the company, the one who asks, belonging and calendars. People and teams have files of their own.
import { sql } from 'kysely';
import type { DemoRole } from '../../contract/directory.ts';
import type { Week } from '../../contract/working-time.ts';
import { liveSession, liveToken } from '../auth/auth.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { refJson, type RefRow } from './people.queries.ts';
import { exceptionsJson } from './teams.queries.ts';
import type { CompanyTable } from './tables.ts';
import './tables.ts';

const teamsJson = sql`coalesce((select json_agg(json_build_object('id', b.team_id, 'lead', b.lead) order by b.team_id)
  from directory_membership b where b.person_id = p.id), '[]')`;

/** Session, person and teams in one statement: this runs for every call. */
export async function whoIs(db: Db, token: string, now: Date): Promise<Who | null> {
  const found = await sql<Who>`
    select p.id, auth_session.id as session, p.administrator, p.language, p.zone,
      ${teamsJson} as teams
    from auth_session join auth_user on auth_user.id = auth_session.user_id
    join directory_person p on p.id = auth_session.user_id::uuid and p.active
    where ${liveSession(token, now)}`.execute(db);
  return found.rows[0] ?? null;
}

/**
 * The same by the hash of a token. Without the scope for it, an administrator asks as anybody else does;
 * handing in mail is theirs to give for as long as they administer.
 */
export async function whoBears(db: Db, hash: Buffer, now: Date): Promise<(Who & { used: Date | null }) | null> {
  const found = await sql<Who & { used: Date | null }>`
    select p.id, '' as session, json_build_object('id', auth_token.id, 'scopes', case
        when p.administrator then auth_token.scopes else array_remove(auth_token.scopes, 'mail') end) as token,
      p.administrator and 'admin' = any(auth_token.scopes) as administrator, p.language, p.zone, auth_token.used_at as used,
      ${teamsJson} as teams
    from auth_token join auth_user on auth_user.id = auth_token.account_id
    join directory_person p on p.id = auth_token.account_id::uuid and p.active
    where ${liveToken(hash, now)}`.execute(db);
  return found.rows[0] ?? null;
}

/** People as they would ask themselves, for what is done in their name when they are not there. Who has left is missing. */
export async function whoAre(db: Db, people: readonly string[]): Promise<Who[]> {
  const found = await sql<Who>`
    select p.id, '' as session, p.administrator, p.language, p.zone, ${teamsJson} as teams
    from directory_person p where p.id = any(${people}::uuid[]) and p.active`.execute(db);
  return found.rows;
}

/** Which of these sessions and tokens, by id, still let somebody in. */
export async function whoStays(db: Db, passes: readonly string[], now: Date): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    select s.id from auth_session s join auth_user u on u.id = s.user_id
    join directory_person p on p.id = s.user_id::uuid
    where s.id = any(${passes}::text[]) and s.expires_at > ${now} and u.active and p.active
    union all
    select t.id::text from auth_token t join auth_user u on u.id = t.account_id
    join directory_person p on p.id = t.account_id::uuid
    where t.id = any(${passes}::uuid[]) and t.expires_at > ${now} and u.active and p.active`.execute(db);
  return new Set(found.rows.map((row) => row.id));
}

export type AddresseeRow = Omit<Who, 'session'> & { name: string; email: string; company: string; demo: boolean };

/** Somebody who is still here, as mails to them need it. */
export async function findAddressee(db: Db, person: string): Promise<AddresseeRow | undefined> {
  const found = await sql<AddresseeRow>`
    select p.id, p.administrator, p.language, p.zone, p.name, p.email, c.name as company, c.demo,
      coalesce((select json_agg(json_build_object('id', b.team_id, 'lead', b.lead) order by b.team_id)
        from directory_membership b where b.person_id = p.id), '[]') as teams
    from directory_person p, directory_company c where p.id::text = ${person} and p.active`.execute(db);
  return found.rows[0];
}

/** Id of whoever is still here and has this address (lower case). */
export const findActiveByEmail = async (db: Db, email: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('directory_person')
      .select('id')
      .where('email', '=', email)
      .where('active', '=', true)
      .executeTakeFirst()
  )?.id;

export const findCompany = (db: Db) => db.selectFrom('directory_company').selectAll().executeTakeFirst();
export const lockCompany = (tx: Db) => tx.selectFrom('directory_company').selectAll().forUpdate().executeTakeFirst();

/** False when there is a company already. */
export async function insertCompany(
  tx: Db,
  row: Pick<CompanyTable, 'name' | 'language' | 'zone' | 'country' | 'created_at'> & { demo: boolean },
) {
  const added = await tx
    .insertInto('directory_company')
    .values(row)
    .onConflict((same) => same.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export type CompanySaved = Pick<CompanyTable, 'name' | 'language' | 'zone' | 'country' | 'region'> & {
  week: Week | null;
  rates: boolean;
};

export const saveCompany = (tx: Db, { week, ...set }: CompanySaved) =>
  tx
    .updateTable('directory_company')
    .set({ ...set, week: week && JSON.stringify(week), version: sql<number>`version + 1` })
    .execute();

export const saveRole = (tx: Db, name: DemoRole, person: string) =>
  tx
    .insertInto('directory_role')
    .values({ name, person_id: person })
    .onConflict((same) => same.column('name').doUpdateSet({ person_id: person }))
    .execute();

export type RoleRow = { as: DemoRole; does: string; person: RefRow; teams: string[] };

/** Whom one may be; nothing outside the sample company. */
export async function findRoles(db: Db): Promise<RoleRow[]> {
  const found = await sql<RoleRow>`
    select r.name as as, p.does, ${refJson('p')} as person, coalesce((
      select json_agg(t.name order by t.folded) from directory_membership b join directory_team t on t.id = b.team_id
      where b.person_id = p.id and t.archived_at is null), '[]') as teams
    from directory_role r join directory_person p on p.id = r.person_id and p.active
    join directory_company c on c.demo`.execute(db);
  return found.rows;
}

/** Ids of the active members of a team, the earliest added first. */
export async function memberIds(db: Db, team: string, onlyLeads: boolean): Promise<string[]> {
  const rows = await db
    .selectFrom('directory_membership')
    .innerJoin('directory_person', 'directory_person.id', 'person_id')
    .select('person_id')
    .where('team_id', '=', team)
    .where('active', '=', true)
    .$if(onlyLeads, (query) => query.where('lead', '=', true))
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

export const teamsOfPerson = (db: Db, person: string) =>
  db
    .selectFrom('directory_membership')
    .innerJoin('directory_team', 'directory_team.id', 'team_id')
    .select(['team_id as id', 'name', 'lead'])
    .where('person_id', '=', person)
    .where('archived_at', 'is', null)
    .orderBy('team_id')
    .execute();

export const activeIds = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('directory_person').select('id').where('active', '=', true).execute()).map((row) => row.id);

export type CalendarRow = {
  id: string;
  zone: string;
  country: string | null;
  region: string | null;
  week: unknown;
  exceptions: Array<{ date: string; hours: unknown; note: string }>;
};

const calendarColumns = sql`t.id, t.zone, t.country, t.region, t.week, ${exceptionsJson} as exceptions`;

export async function findCalendars(db: Db, teams: readonly string[]): Promise<CalendarRow[]> {
  const found = await sql<CalendarRow>`
    select ${calendarColumns} from directory_team t where t.id = any(${[...teams]}::uuid[])`.execute(db);
  return found.rows;
}

export type TermsRow = CalendarRow & {
  name: string;
  archived: boolean;
  greeting_minutes: number;
  closing_minutes: number;
};

/** What a team's service rests on, without its people. */
export async function findTerms(db: Db, team: string): Promise<TermsRow | undefined> {
  const found = await sql<TermsRow>`
    select ${calendarColumns}, t.name, t.archived_at is not null as archived, t.greeting_minutes, t.closing_minutes
    from directory_team t where t.id = ${team}`.execute(db);
  return found.rows[0];
}

/** Where and when a person works and when they are away, and the oldest of their living teams, null when in none. */
export async function findPlaceOf(db: Db, person: string) {
  const found = await sql<{
    zone: string;
    country: string;
    region: string | null;
    usual: unknown;
    week: unknown;
    leaves: Array<{ from: string; until: string }>;
    team: string | null;
  }>`
    select p.zone, c.country, c.region, c.week as usual, p.week, coalesce((
      select json_agg(json_build_object('from', a.from_day::text, 'until', a.until_day::text) order by a.from_day)
      from directory_absence a where a.person_id = p.id), '[]') as leaves, (
      select t.id from directory_membership b join directory_team t on t.id = b.team_id and t.archived_at is null
      where b.person_id = p.id order by t.id limit 1) as team
    from directory_person p, directory_company c where p.id = ${person}`.execute(db);
  return found.rows[0];
}
