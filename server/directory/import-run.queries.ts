// SQL that writes the rows of an import, many in one statement. What is written was decided before: import.rules.ts.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { ImportRecord } from './import.queries.ts';
import { usualSpelling } from './belongings.queries.ts';
import './tables.ts';

/** One that is under way, the oldest first. */
export const findRunning = (db: Db): Promise<ImportRecord | undefined> =>
  db
    .selectFrom('directory_import')
    .selectAll()
    .where('state', '=', 'running')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();

export const setImport = (
  tx: Db,
  id: string,
  set: Partial<Pick<ImportRecord, 'state' | 'done' | 'total' | 'started_at' | 'finished_at' | 'new_teams'>>,
) => tx.updateTable('directory_import').set(set).where('id', '=', id).execute();

/** Rows still to be written: those to be added before those to be changed, managers before their people. */
export async function nextRows(tx: Db, id: string, limit: number) {
  const found = await sql<{ no: number; fate: 'added' | 'changed'; subject: string; given: Record<string, unknown> }>`
    select no, fate, subject_id as subject, given from directory_import_row
    where import_id = ${id} and fate in ('added', 'changed') and not written order by fate, depth, no limit ${limit}`.execute(
    tx,
  );
  return found.rows;
}

const given = sql`jsonb_to_record(r.given) as g (name text, said text, pronouns text, email text, language text,
  languages text[], place text, zone text, does text, manager uuid, skills text[])`;
const chosen = (id: string, rows: readonly number[]) =>
  sql`r.import_id = ${id}::uuid and r.no = any(${[...rows]}::int[])`;

export const insertPeople = (tx: Db, id: string, rows: readonly number[], now: Date) =>
  sql`insert into directory_person (id, name, said, pronouns, email, language, languages, place, zone, does, manager_id,
      folded, created_at)
    select r.subject_id, g.name, coalesce(g.said, ''), coalesce(g.pronouns, ''), g.email, coalesce(g.language, c.language),
      coalesce(g.languages, '{}'), coalesce(g.place, ''), coalesce(g.zone, c.zone), coalesce(g.does, ''), g.manager,
      fold(btrim(g.name || ' ' || coalesce(g.said, ''))), ${now}
    from directory_import_row r cross join ${given}, directory_company c where ${chosen(id, rows)}`.execute(tx);

export const updatePeople = (tx: Db, id: string, rows: readonly number[]) =>
  sql`update directory_person p set name = coalesce(g.name, p.name), said = coalesce(g.said, p.said),
      pronouns = coalesce(g.pronouns, p.pronouns), language = coalesce(g.language, p.language),
      languages = coalesce(g.languages, p.languages), place = coalesce(g.place, p.place), zone = coalesce(g.zone, p.zone),
      does = coalesce(g.does, p.does), manager_id = coalesce(g.manager, p.manager_id),
      folded = fold(btrim(coalesce(g.name, p.name) || ' ' || coalesce(g.said, p.said))), version = p.version + 1
    from directory_import_row r cross join ${given} where ${chosen(id, rows)} and p.id = r.subject_id`.execute(tx);

/** Skills of rows that name some, in the spelling that others use. */
export async function writeSkills(tx: Db, id: string, rows: readonly number[]): Promise<void> {
  const naming = sql`${chosen(id, rows)} and r.given ? 'skills'`;
  await sql`delete from directory_skill k using directory_import_row r where k.person_id = r.subject_id and ${naming}`.execute(
    tx,
  );
  await sql`
    insert into directory_skill (person_id, folded, name, place)
    select distinct on (r.subject_id, fold(s.name)) r.subject_id, fold(s.name), coalesce(${usualSpelling}, s.name), s.place
    from directory_import_row r, jsonb_array_elements_text(r.given -> 'skills') with ordinality s (name, place)
    where ${naming} order by r.subject_id, fold(s.name), s.place`.execute(tx);
}

/** Joins the teams that rows name; whoever leads one already goes on leading it. */
export async function joinTeams(tx: Db, id: string, rows: readonly number[]): Promise<void> {
  await sql`
    with joined as (
      insert into directory_membership (team_id, person_id, lead)
      select t.id, r.subject_id, bool_or((g ->> 'lead')::boolean)
      from directory_import_row r, jsonb_array_elements(r.given -> 'teams') g
      join directory_team t on t.archived_at is null and t.folded = fold(g ->> 'name')
      where ${chosen(id, rows)} and r.given ? 'teams' group by t.id, r.subject_id
      on conflict (team_id, person_id) do update set lead = directory_membership.lead or excluded.lead
      returning team_id
    )
    update directory_team set version = version + 1 where id in (select team_id from joined)`.execute(tx);
}

/** Further managers of rows that name some; once everybody is there. */
export async function writeDotted(tx: Db, id: string): Promise<void> {
  const naming = sql`r.import_id = ${id}::uuid and r.written and r.fate in ('added', 'changed') and r.given ? 'dotted'`;
  await sql`delete from directory_dotted d using directory_import_row r where d.person_id = r.subject_id and ${naming}`.execute(
    tx,
  );
  await sql`
    insert into directory_dotted (person_id, manager_id)
    select distinct r.subject_id, g.manager::uuid
    from directory_import_row r, jsonb_array_elements_text(r.given -> 'dotted') g (manager) where ${naming}`.execute(
    tx,
  );
}

export const markWritten = (tx: Db, id: string, rows: readonly number[]) =>
  sql`update directory_import_row r set written = true where ${chosen(id, rows)}`.execute(tx);

/** Refuses rows after all: what stood in their way came between looking and writing. */
export const refuseRows = (tx: Db, id: string, rows: readonly number[], reason: object) =>
  sql`update directory_import_row r set fate = 'refused', reasons = ${JSON.stringify([reason])}::jsonb where ${chosen(id, rows)}`.execute(
    tx,
  );

/** Tables are forgotten some time after they were looked at: what they hold lives on in the directory. */
export async function deleteImports(tx: Db, before: Date): Promise<void> {
  const old = sql`select id from directory_import where created_at < ${before} and state <> 'running'`;
  await sql`delete from directory_import_row where import_id in (${old})`.execute(tx);
  await sql`delete from directory_import where created_at < ${before} and state <> 'running'`.execute(tx);
}
