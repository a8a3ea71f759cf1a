// Looking at a table of people or teams before anything is written, and reading what was seen. Writing it: import-run.ts.
import type { ImportFate, ImportKind, ImportRow, PeopleImport } from '../../contract/directory-imports.ts';
import type { Language } from '../../contract/shapes.ts';
import { z } from 'zod';
import { keyIn, paged } from '../platform/cursor.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import { problemOf } from '../platform/problems.ts';
import { readCsv, type CsvRow } from '../platform/read-csv.ts';
import { csvOf } from '../platform/sheet.ts';
import type { Who } from '../platform/who.ts';
import { personIn, teamIn } from './import-cells.ts';
import { fieldsOf } from './import-columns.ts';
import * as imports from './import.queries.ts';
import { decidePeople, type Decision } from './import.rules.ts';
import { decideTeams } from './import-teams.rules.ts';
import { regionsOf } from './countries.ts';

/** Companies of 5,000 people have as many rows; twice that is room enough. */
const mostRows = 20_000;

type Looked = { decisions: Decision<object>[]; newTeams: string[] };
export type Table = {
  kind: ImportKind;
  createTeams: boolean;
  head: readonly string[];
  rows: ReadonlyArray<CsvRow & { fresh: string }>;
};

/** The fate of every row as things stand now; `fresh` is the id of whoever a row adds. In a fixed number of statements. */
export const look = (db: Db, table: Table): Promise<Looked> =>
  table.kind === 'people' ? lookAtPeople(db, table) : lookAtTeams(db, table);

const tooMany = (row: CsvRow): Refused[] => (row.tooMany ? [refused('tooManyCells')] : []);

async function lookAtPeople(db: Db, { head, rows, createTeams }: Table): Promise<Looked> {
  const fields = fieldsOf('people', head);
  const read = rows.map((row) => {
    const cells = personIn(fields, row.cells);
    return { line: row.line, fresh: row.fresh, cells: { ...cells, reasons: [...tooMany(row), ...cells.reasons] } };
  });
  const given = read.map(({ cells }) => cells.given);
  const emails = given.flatMap(({ email, manager, dotted = [] }) =>
    [email, manager, ...dotted].filter((one) => one !== undefined),
  );
  const named = given.flatMap(({ teams = [] }) => teams.map(({ name }) => name));
  const folds = await imports.foldAll(db, [...named, ...given.flatMap(({ skills = [] }) => skills)]);
  const folded = (words: string) => folds.get(words) ?? words;
  const living = await imports.livingTeams(db);
  const decisions = decidePeople(read, {
    people: await imports.knownPeople(db, emails),
    lines: await imports.allLines(db),
    teams: new Set(living.keys()),
    folded,
    createTeams,
  });
  const wanted = decisions.flatMap(({ fate, given: { teams = [] } }) => (fate === 'refused' ? [] : teams));
  const fresh = new Map(wanted.filter(({ name }) => !living.has(folded(name))).map(({ name }) => [folded(name), name]));
  return { decisions, newTeams: [...fresh.values()] };
}

async function lookAtTeams(db: Db, { head, rows }: Table): Promise<Looked> {
  const fields = fieldsOf('teams', head);
  const read = rows.map((row) => {
    const cells = teamIn(fields, row.cells);
    return { line: row.line, fresh: row.fresh, cells: { ...cells, reasons: [...tooMany(row), ...cells.reasons] } };
  });
  const folds = await imports.foldAll(
    db,
    read.flatMap(({ cells }) => cells.given.name ?? []),
  );
  const decisions = decideTeams(read, {
    teams: await imports.livingTeams(db),
    folded: (words) => folds.get(words) ?? words,
    isCountry: (code) => regionsOf(code) !== null,
  });
  return { decisions, newTeams: [] };
}

export const rowsOf = (
  rows: ReadonlyArray<CsvRow & { no: number }>,
  decisions: readonly Decision<object>[],
): imports.RowToSave[] => decisions.map((decision, index) => ({ ...decision, ...rows[index]! }));

type File = { kind: ImportKind; name: string; createTeams: boolean; bytes: unknown };
const needed: Record<ImportKind, string> = { people: 'email', teams: 'name' };

/** Looks at a file and keeps what was seen. Refuses what `readCsv` refuses, `required` for no file, `noSuchColumn`. */
export async function lookAtFile(tx: Db, who: Who, file: File, now: Date): Promise<Outcome<PeopleImport>> {
  if (!Buffer.isBuffer(file.bytes) || file.bytes.length === 0) return refused('required', { field: 'file' });
  const table = readCsv(file.bytes, mostRows);
  if (isRefused(table)) return { ...table, field: 'file' };
  const { kind, name, createTeams } = file;
  if (!fieldsOf(kind, table.head).includes(needed[kind]))
    return refused('noSuchColumn', { field: 'file', params: { name: needed[kind] } });
  const rows = table.rows.map((row, index) => ({ ...row, no: index + 1, fresh: newId() }));
  const { decisions, newTeams } = await look(tx, { kind, createTeams, head: table.head, rows });
  const id = newId();
  const { head } = table;
  await imports.insertImport(tx, {
    id,
    kind,
    name,
    by_id: who.id,
    create_teams: createTeams,
    head,
    new_teams: newTeams,
    created_at: now,
  });
  await imports.insertRows(tx, id, rowsOf(rows, decisions));
  return readImport(tx, id, now);
}

/** Refuses `notFound`. */
export async function readImport(db: Db, id: string, now: Date): Promise<Outcome<PeopleImport>> {
  const found = await imports.findImport(db, id);
  if (!found) return refused('notFound');
  const fields = fieldsOf(found.kind, found.head);
  const counts = await imports.countFates(db, id);
  const uninvited = found.state === 'done' && found.kind === 'people' ? await imports.countUninvited(db, id, now) : 0;
  const writes = counts.added + counts.changed > 0;
  return {
    id,
    kind: found.kind,
    name: found.name,
    state: found.state,
    createTeams: found.create_teams,
    counts,
    newTeams: found.new_teams,
    columns: found.head.map((title, index) => ({ title, field: fields[index] ?? null })),
    done: found.done,
    total: found.state === 'ready' ? counts.added + counts.changed : found.total,
    uninvited,
    createdAt: found.created_at.toISOString(),
    finishedAt: found.finished_at?.toISOString() ?? null,
    can: [
      ...(found.state === 'ready' && writes ? ['run' as const] : []),
      ...(uninvited > 0 ? ['invite' as const] : []),
    ],
  };
}

const rowKey = z.tuple([z.number().int().min(0).max(2_000_000_000)]);

/** Refuses `notFound`, `badCursor`. */
export async function listRows(
  db: Db,
  id: string,
  query: { cursor?: string | undefined; limit: number; fate?: ImportFate | undefined },
  language: Language,
) {
  const key = keyIn<[number]>(query.cursor, rowKey);
  if (isRefused(key)) return key;
  const found = await imports.findImport(db, id);
  if (!found) return refused('notFound');
  const fields = fieldsOf(found.kind, found.head);
  const rows = await imports.findRows(db, id, query.fate, key?.[0] ?? 0, query.limit + 1);
  const { items, next } = paged(rows, query.limit, (row) => [row.no]);
  return { items: items.map((row) => viewOf(row, fields, language)), next };
}

function viewOf(row: imports.ImportRowRecord, fields: ReadonlyArray<string | null>, language: Language): ImportRow {
  const cell = (field: string) => row.cells[fields.indexOf(field)] ?? '';
  const { no, line, fate, changes, reasons } = row;
  return {
    no,
    line,
    fate,
    name: cell('name'),
    email: cell('email'),
    changes,
    reasons: reasons.map((one) => inWords(one, language)),
  };
}

const inWords = (reason: Refused, language: Language) => ({
  field: reason.field ?? null,
  code: reason.refused,
  detail: problemOf(language, [reason]).detail,
});

/** The rows as a table again, with the reasons in words. Refuses `notFound`. */
export async function fileOf(db: Db, id: string, fate: ImportFate | undefined, language: Language, reason: string) {
  const found = await imports.findImport(db, id);
  if (!found) return refused('notFound');
  const rows = await imports.findRows(db, id, fate, 0, null);
  const told = (reasons: readonly Refused[]) => reasons.map((one) => inWords(one, language).detail).join(' ');
  return csvOf({
    name: found.name,
    zone: 'UTC',
    head: [...found.head, reason],
    rows: rows.map((row) => [...row.cells, told(row.reasons)]),
  });
}
