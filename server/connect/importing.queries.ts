// All SQL of moving in: imports, their files, what was read of them, and what has come already. Decisions: importing.ts.
import { sql } from 'kysely';
import type { RequestImport } from '../../contract/connect-imports.ts';
import type { Db } from '../platform/db.ts';
import type { Refused } from '../platform/outcome.ts';
import type { OldPerson, OldRequest } from './importing.model.ts';
import type { StoredTeam } from './tables.ts';
import './tables.ts';

export type { StoredTeam };

export const insertImport = (
  tx: Db,
  row: { id: string; source: RequestImport['source']; label: string; by_id: string; created_at: Date },
) =>
  tx
    .insertInto('connect_import')
    .values({ ...row, teams: '[]' })
    .execute();

export const findImport = (db: Db, id: string) =>
  db.selectFrom('connect_import').selectAll().where('id', '=', id).executeTakeFirst();
export const lockImport = (tx: Db, id: string) =>
  tx.selectFrom('connect_import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export type ImportRecord = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** The oldest that a job has to do with. */
export const findAt = (db: Db, state: 'reading' | 'running') =>
  db
    .selectFrom('connect_import')
    .selectAll()
    .where('state', '=', state)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();

type Change = Partial<Pick<ImportRecord, 'state' | 'done' | 'total' | 'colleagues' | 'started_at' | 'finished_at'>>;
export const setImport = (tx: Db, id: string, { teams, ...change }: Change & { teams?: StoredTeam[] }) =>
  tx
    .updateTable('connect_import')
    .set((row) => ({
      ...change,
      ...(teams ? { teams: JSON.stringify(teams) } : {}),
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();

export async function listFiles(db: Db, id: string): Promise<{ name: string; size: number }[]> {
  const found = await sql<{ name: string; size: number }>`
    select name, length(bytes) as size from connect_import_file where import_id = ${id} order by name`.execute(db);
  return found.rows;
}
export const readFile = (db: Db, id: string, name: string) =>
  db
    .selectFrom('connect_import_file')
    .select(['name', 'bytes'])
    .where('import_id', '=', id)
    .where('name', '=', name)
    .executeTakeFirst();
export const saveFile = (tx: Db, id: string, name: string, bytes: Buffer) =>
  tx
    .insertInto('connect_import_file')
    .values({ import_id: id, name, bytes })
    .onConflict((conflict) => conflict.columns(['import_id', 'name']).doUpdateSet({ bytes }))
    .execute();
export const deleteFiles = (tx: Db, id: string) =>
  tx.deleteFrom('connect_import_file').where('import_id', '=', id).execute();

export type NewItem = {
  kind: 'file' | 'person' | 'request';
  file: string;
  place: number;
  external: Buffer;
  number: string;
  name: string;
  fate: 'added' | 'known' | 'refused';
  reasons: readonly Refused[];
  payload: OldPerson | OldRequest | null;
};

export const deleteItems = (tx: Db, id: string) =>
  tx.deleteFrom('connect_import_item').where('import_id', '=', id).execute();
/** `from`: the number of the first. */
export const insertItems = (tx: Db, id: string, from: number, items: readonly NewItem[]) =>
  tx
    .insertInto('connect_import_item')
    .values(
      items.map(({ external, payload, reasons, ...item }, index) => ({
        ...item,
        import_id: id,
        no: from + index,
        external_hash: external,
        reasons: JSON.stringify(reasons),
        payload: payload && JSON.stringify(payload),
      })),
    )
    .execute();

export type Fates = { kind: NewItem['kind']; fate: NewItem['fate']; count: number; troubled: number };
export async function countItems(db: Db, id: string): Promise<Fates[]> {
  const found = await sql<Fates>`
    select kind, fate, count(*)::int as count, (count(*) filter (where reasons <> '[]'))::int as troubled
    from connect_import_item where import_id = ${id} group by kind, fate`.execute(db);
  return found.rows;
}

/** What is still to be written, in order; and how large it is, so that no portion is too much. */
export async function nextItems<T>(tx: Db, id: string, kind: 'person' | 'request', limit: number) {
  const found = await sql<{ no: number; external: Buffer; payload: T; reasons: Refused[]; size: number }>`
    select no, external_hash as external, payload, reasons, pg_column_size(payload) as size from connect_import_item
    where import_id = ${id} and kind = ${kind} and not written and ${kind === 'person' ? sql`fate in ('added', 'known')` : sql`fate = 'added'`}
    order by no limit ${limit}`.execute(tx);
  return found.rows;
}

export type Written = {
  no: number;
  ours: string;
  number: number | null;
  fate: 'added' | 'known';
  reasons: readonly Refused[];
};
/** Marks them written; their words have gone to where they belong. */
export async function markWritten(tx: Db, id: string, items: readonly Written[]): Promise<void> {
  if (items.length === 0) return;
  await sql`
    update connect_import_item i set written = true, payload = null, ours_id = w.ours, ours_number = w.number, fate = w.fate,
      reasons = w.reasons
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as w (no int, ours uuid, number bigint, fate text, reasons jsonb)
    where i.import_id = ${id} and i.no = w.no`.execute(tx);
}

/** Ours, by what it was called there (in hex). */
export async function findImported(db: Db, source: string, kind: 'person' | 'request', hashes: readonly Buffer[]) {
  const rows =
    hashes.length === 0
      ? []
      : await db
          .selectFrom('connect_imported')
          .select(['external_hash', 'ours_id'])
          .where('source', '=', source)
          .where('kind', '=', kind)
          .where('external_hash', '=', sql<Buffer>`any(${hashes}::bytea[])`)
          .execute();
  return new Map(rows.map((row) => [row.external_hash.toString('hex'), row.ours_id]));
}
export const saveImported = async (
  tx: Db,
  source: string,
  kind: 'person' | 'request',
  rows: readonly { external: Buffer; ours: string }[],
): Promise<void> => {
  if (rows.length === 0) return;
  await tx
    .insertInto('connect_imported')
    .values(rows.map(({ external, ours }) => ({ source, kind, external_hash: external, ours_id: ours })))
    .execute();
};

/** People here by their addresses, in lower case. */
export async function peopleAt(db: Db, emails: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; email: string }>`
    select id, email from directory_person where email = any(${[...new Set(emails)]}::text[]) and erased_at is null`.execute(
    db,
  );
  return new Map(found.rows.map(({ id, email }) => [email, id]));
}
/** Living teams here for what they are called there: the same letters, however large. */
export async function teamsCalled(
  db: Db,
  names: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  const found = await sql<{ asked: string; id: string; name: string }>`
    select w.name as asked, t.id, t.name from unnest(${[...new Set(names)]}::text[]) w (name)
    join directory_team t on t.folded = fold(w.name) and t.archived_at is null`.execute(db);
  return new Map(found.rows.map(({ asked, ...team }) => [asked, team]));
}
export const companyZone = async (db: Db): Promise<string> =>
  (await sql<{ zone: string }>`select zone from directory_company`.execute(db)).rows[0]?.zone ?? 'UTC';

export const pageProblems = (db: Db, id: string, after: number, limit: number) =>
  db
    .selectFrom('connect_import_item')
    .select(['no', 'kind', 'file', 'place', 'number', 'name', 'fate', 'reasons'])
    .where('import_id', '=', id)
    .where('reasons', '<>', sql<Refused[]>`'[]'::jsonb`)
    .where('no', '>', after)
    .orderBy('no')
    .limit(limit)
    .execute();

/** Every request, and whatever else was refused. */
export async function reportItems(db: Db, id: string) {
  const found = await sql<{
    file: string;
    place: number;
    number: string;
    name: string;
    fate: NewItem['fate'];
    reasons: Refused[];
    ours: number | null;
  }>`select i.file, i.place, i.number, i.name, i.fate, i.reasons, i.ours_number as ours from connect_import_item i
    where i.import_id = ${id} and (i.kind <> 'person' or i.reasons <> '[]') order by i.no`.execute(db);
  return found.rows;
}

/** Forgets imports of long ago, except what is under way; what has come stays known. */
export async function deleteImports(tx: Db, before: Date): Promise<void> {
  const old = sql`select id from connect_import where created_at < ${before} and state not in ('reading', 'running')`;
  await sql`delete from connect_import_file where import_id in (${old})`.execute(tx);
  await sql`delete from connect_import_item where import_id in (${old})`.execute(tx);
  await sql`delete from connect_import where created_at < ${before} and state not in ('reading', 'running')`.execute(
    tx,
  );
}
