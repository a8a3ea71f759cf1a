// SQL about imports before they are written: the facts that decide, the rows and their fates. Writing them: import-run.queries.ts.
import { sql } from 'kysely';
import type { ImportFate, ImportKind } from '../../contract/directory-imports.ts';
import { newId, type Db } from '../platform/db.ts';
import type { Refused } from '../platform/outcome.ts';
import type { Known } from './import.rules.ts';
import './tables.ts';

/** How words are told apart: each with its folded letters. */
export async function foldAll(db: Db, words: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ word: string; folded: string }>`
    select word, fold(word) as folded from unnest(${[...new Set(words)]}::text[]) w (word)`.execute(db);
  return new Map(found.rows.map(({ word, folded }) => [word, folded]));
}

/** Who has one of these addresses, by address. */
export async function knownPeople(db: Db, emails: readonly string[]): Promise<Map<string, Known>> {
  const found = await sql<Known>`
    select p.id, p.active, p.name, p.said, p.pronouns, p.email, p.language, p.languages, p.place, p.zone, p.does,
      p.manager_id as manager,
      array(select d.manager_id::text from directory_dotted d where d.person_id = p.id) as dotted,
      array(select k.folded from directory_skill k where k.person_id = p.id) as skills,
      coalesce((select json_agg(json_build_object('folded', t.folded, 'lead', b.lead))
        from directory_membership b join directory_team t on t.id = b.team_id and t.archived_at is null
        where b.person_id = p.id), '[]') as teams
    from directory_person p where p.email = any(${[...new Set(emails)]})`.execute(db);
  return new Map(found.rows.map((row) => [row.email, row]));
}

export async function allLines(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('directory_person')
    .select(['id', 'manager_id'])
    .where('manager_id', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, manager_id }) => [id, manager_id ?? '']));
}

/** Living teams, by their folded names. */
export const livingTeams = async (db: Db) =>
  new Map(
    (
      await db
        .selectFrom('directory_team')
        .select(['id', 'name', 'folded', 'does', 'zone', 'country', 'greeting_minutes', 'closing_minutes'])
        .where('archived_at', 'is', null)
        .execute()
    ).map((row) => [row.folded, row]),
  );

export type NewImport = {
  id: string;
  kind: ImportKind;
  name: string;
  by_id: string;
  create_teams: boolean;
  head: string[];
  new_teams: string[];
  created_at: Date;
};
export const insertImport = (tx: Db, row: NewImport) => tx.insertInto('directory_import').values(row).execute();

export type RowToSave = {
  no: number;
  line: number;
  cells: readonly string[];
  fate: ImportFate;
  reasons: readonly Refused[];
  changes: readonly string[];
  subject: string | null;
  given: object;
  depth: number;
};
const chunk = 2000;

const chunks = <T>(rows: readonly T[]) =>
  Array.from({ length: Math.ceil(rows.length / chunk) }, (_, at) => rows.slice(at * chunk, (at + 1) * chunk));
const asRows = (
  rows: readonly RowToSave[],
) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (no int, line int,
  cells text[], fate text, reasons jsonb, changes text[], subject uuid, given jsonb, depth int)`;

export async function insertRows(tx: Db, id: string, rows: readonly RowToSave[]): Promise<void> {
  for (const some of chunks(rows))
    await sql`
      insert into directory_import_row (import_id, no, line, cells, fate, reasons, changes, subject_id, given, depth)
      select ${id}::uuid, r.no, r.line, r.cells, r.fate, r.reasons, r.changes, r.subject, r.given, r.depth
      from ${asRows(some)}`.execute(tx);
}

/** Decided anew, as of the moment of writing. */
export async function updateRows(tx: Db, id: string, rows: readonly RowToSave[]): Promise<void> {
  for (const some of chunks(rows))
    await sql`
      update directory_import_row set fate = r.fate, reasons = r.reasons, changes = r.changes, subject_id = r.subject,
        given = r.given, depth = r.depth
      from ${asRows(some)} where import_id = ${id}::uuid and directory_import_row.no = r.no`.execute(tx);
}

export const findImport = (db: Db, id: string) =>
  db.selectFrom('directory_import').selectAll().where('id', '=', id).executeTakeFirst();
export const lockImport = (tx: Db, id: string) =>
  tx.selectFrom('directory_import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export type ImportRecord = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** How many rows have which fate. */
export async function countFates(db: Db, id: string): Promise<Record<ImportFate, number>> {
  const rows = await db
    .selectFrom('directory_import_row')
    .where('import_id', '=', id)
    .groupBy('fate')
    .select(['fate', (each) => each.fn.countAll<number>().as('count')])
    .execute();
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { fate, count } of rows) counts[fate] = Number(count);
  return counts;
}

/** Of those added, who has no way in and no link to one: the earliest rows first. */
const uninvited = (id: string, now: Date) => sql`
  directory_import_row r join directory_person p on p.id = r.subject_id and p.active
  where r.import_id = ${id} and r.fate = 'added' and r.written
    and not exists (select from auth_account a where a.user_id = p.id::text and a.password is not null)
    and not exists (select from auth_passkey k where k.user_id = p.id::text)
    and not exists (select from auth_link l where l.account_id = p.id::text and l.used_at is null and l.expires_at > ${now})`;

export async function countUninvited(db: Db, id: string, now: Date): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) from ${uninvited(id, now)}`.execute(db);
  return found.rows[0]?.count ?? 0;
}

export async function findUninvited(tx: Db, id: string, now: Date, limit: number) {
  const found = await sql<{ id: string; name: string; photo_version: number; active: boolean; email: string }>`
    select p.id, p.name, p.photo_version, p.active, p.email from ${uninvited(id, now)} order by r.no limit ${limit}`.execute(
    tx,
  );
  return found.rows;
}

/** From one `no` on; `limit` null for all. */
export const findRows = (db: Db, id: string, fate: ImportFate | undefined, after: number, limit: number | null) =>
  db
    .selectFrom('directory_import_row')
    .select(['no', 'line', 'cells', 'fate', 'reasons', 'changes', 'subject_id'])
    .where('import_id', '=', id)
    .where('no', '>', after)
    .$if(fate !== undefined, (query) => query.where('fate', '=', fate ?? 'refused'))
    .orderBy('no')
    .$if(limit !== null, (query) => query.limit(limit ?? 0))
    .execute();
export type ImportRowRecord = Awaited<ReturnType<typeof findRows>>[number];

/** Every row with its cells, to be decided anew; who is added keeps the id that was chosen. */
export async function allRows(tx: Db, id: string) {
  const rows = await tx
    .selectFrom('directory_import_row')
    .select(['no', 'line', 'cells', 'fate', 'subject_id', 'reasons'])
    .where('import_id', '=', id)
    .orderBy('no')
    .execute();
  return rows.map(({ subject_id, reasons, fate, ...row }) => ({
    ...row,
    fresh: fate === 'added' && subject_id !== null ? subject_id : newId(),
    tooMany: reasons.some(({ refused }) => refused === 'tooManyCells'),
  }));
}
