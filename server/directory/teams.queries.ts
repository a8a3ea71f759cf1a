// SQL about teams, their members and their calendars: rows in, rows out. People are in people.queries.ts.
import { sql } from 'kysely';
import type { Exception } from '../../contract/directory-teams.ts';
import type { Week } from '../../contract/working-time.ts';
import type { Db } from '../platform/db.ts';
import { refJson, type RefRow } from './people.queries.ts';
import './tables.ts';

export type TeamItemRow = {
  id: string;
  name: string;
  does: string;
  zone: string;
  folded: string;
  archived: boolean;
  version: number;
  leads: RefRow[];
  size: number;
};

export type TeamRow = Omit<TeamItemRow, 'leads' | 'size'> & {
  country: string | null;
  region: string | null;
  week: unknown;
  exceptions: Array<{ date: string; hours: unknown; note: string }>;
  greeting_minutes: number;
  closing_minutes: number;
  members: Array<{ person: RefRow; does: string; lead: boolean }>;
};

const itemColumns = sql`t.id, t.name, t.does, t.zone, t.folded, t.archived_at is not null as archived, t.version`;
const members = sql`directory_membership b join directory_person p on p.id = b.person_id and p.active
  where b.team_id = t.id`;

export const exceptionsJson = sql`coalesce((
  select json_agg(json_build_object('date', e.date::text, 'hours', e.hours, 'note', e.note) order by e.date)
  from directory_exception e where e.team_id = t.id), '[]')`;

export type TeamsFilter = { words: readonly string[]; archived: boolean; member?: string | undefined };
export type TeamsKey = [folded: string, id: string];

export async function pageTeams(db: Db, filter: TeamsFilter, after: TeamsKey | null, limit: number) {
  const where = [filter.archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`];
  for (const word of filter.words) where.push(sql`strpos(t.folded, fold(${word})) > 0`);
  if (filter.member !== undefined)
    where.push(sql`exists (
      select from directory_membership b where b.team_id = t.id and b.person_id = ${filter.member})`);
  if (after) where.push(sql`(t.folded, t.id) > (${after[0]}, ${after[1]})`);
  const found = await sql<TeamItemRow>`
    select ${itemColumns},
      coalesce((select json_agg(${refJson('p')} order by p.folded) from ${members} and b.lead), '[]') as leads,
      (select count(*) from ${members}) as size
    from directory_team t where ${sql.join(where, sql` and `)} order by t.folded, t.id limit ${limit}`.execute(db);
  return found.rows;
}

export async function findTeam(db: Db, id: string): Promise<TeamRow | undefined> {
  const found = await sql<TeamRow>`
    select ${itemColumns}, t.country, t.region, t.week, t.greeting_minutes, t.closing_minutes,
      ${exceptionsJson} as exceptions,
      coalesce((select json_agg(json_build_object('person', ${refJson('p')}, 'does', p.does, 'lead', b.lead)
        order by b.lead desc, p.folded) from ${members}), '[]') as members
    from directory_team t where t.id = ${id}`.execute(db);
  return found.rows[0];
}

export const findTeamRefs = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('directory_team')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();

/** The bare row, held until the transaction ends; days come as text from findTeam. */
export const lockTeam = (tx: Db, id: string) =>
  tx.selectFrom('directory_team').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

type TeamFields = {
  name: string;
  does: string;
  zone: string;
  country: string | null;
  region: string | null;
  week: Week;
  greeting_minutes: number;
  closing_minutes: number;
};

const written = ({ week, ...fields }: TeamFields) => ({
  ...fields,
  week: JSON.stringify(week),
  folded: sql<string>`fold(${fields.name})`,
});

export const insertTeam = (tx: Db, id: string, fields: TeamFields, now: Date) =>
  tx
    .insertInto('directory_team')
    .values({ id, ...written(fields), created_at: now, archived_at: null })
    .execute();

/** Every change of a team, its days or its members counts its version up. */
export const saveTeam = (tx: Db, id: string, fields: TeamFields) => countUp(tx, id).set(written(fields)).execute();
export const setArchived = (tx: Db, id: string, at: Date | null) => countUp(tx, id).set({ archived_at: at }).execute();
export const touchTeam = (tx: Db, id: string) => countUp(tx, id).execute();

const countUp = (tx: Db, id: string) =>
  tx
    .updateTable('directory_team')
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', id);

/** Whether another living team has this name, however it is written. */
export async function isNameTaken(tx: Db, name: string, except: string | null): Promise<boolean> {
  const found = await sql`
    select from directory_team where folded = fold(${name}) and archived_at is null
      and id is distinct from ${except}::uuid`.execute(tx);
  return found.rows.length > 0;
}

export async function replaceExceptions(tx: Db, team: string, days: readonly Exception[]): Promise<void> {
  await tx.deleteFrom('directory_exception').where('team_id', '=', team).execute();
  if (days.length === 0) return;
  await tx
    .insertInto('directory_exception')
    .values(days.map(({ date, hours, note }) => ({ team_id: team, date, hours: JSON.stringify(hours), note })))
    .execute();
}

export const saveMember = (tx: Db, team: string, person: string, lead: boolean) =>
  tx
    .insertInto('directory_membership')
    .values({ team_id: team, person_id: person, lead })
    .onConflict((same) => same.columns(['team_id', 'person_id']).doUpdateSet({ lead }))
    .execute();

/** Whether a member leads; undefined for one who is none. */
export async function findLead(tx: Db, team: string, person: string): Promise<boolean | undefined> {
  const found = await tx
    .selectFrom('directory_membership')
    .select('lead')
    .where('team_id', '=', team)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return found?.lead;
}

/** Whether there was something to remove. */
export async function deleteMember(tx: Db, team: string, person: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('directory_membership')
    .where('team_id', '=', team)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
