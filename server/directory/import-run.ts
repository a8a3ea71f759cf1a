// Writing an import that was looked at: decided anew as of that moment, then in portions, so that others can write in between.
import { addAccounts, renameAccounts } from '../auth/auth.ts';
import type { AuditAct } from '../../contract/audit.ts';
import { audit } from '../platform/audit.ts';
import { announce } from '../platform/changes.ts';
import { transact, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { look, rowsOf } from './import.ts';
import { allRows, countFates, lockImport, updateRows, type ImportRecord } from './import.queries.ts';
import * as runs from './import-run.queries.ts';
import { takeTurn } from './people.queries.ts';
import type { TeamCells } from './import.rules.ts';
import { addTeam, changeTeam } from './teams.ts';

/** People are written in portions of so many: each is over soon, and then others may write. */
const portion = 500;

/** Lets an import begin; the job writes it. Refuses `notFound`, `importRunning`, `rowsRefused` unless those may be passed over. */
export async function startImport(tx: Db, id: string, skipRefused: boolean): Promise<Outcome<undefined>> {
  const found = await lockImport(tx, id);
  if (!found) return refused('notFound');
  if (found.state !== 'ready') return refused('importRunning');
  const counts = await countFates(tx, id);
  if (counts.refused > 0 && !skipRefused) return refused('rowsRefused');
  await runs.setImport(tx, id, { state: 'running', total: counts.added + counts.changed });
  return undefined;
}

/** Writes every import that was told to run, one after another; one that was cut short goes on where it stopped. */
export async function runImports(db: Db, clock: () => Date): Promise<void> {
  for (let next = await runs.findRunning(db); next; next = await runs.findRunning(db)) await runImport(db, next, clock);
}

async function runImport(db: Db, record: ImportRecord, clock: () => Date): Promise<void> {
  const { id } = record;
  await transact(db, (tx) => begin(tx, id, clock()));
  for (let written = portion; written === portion;) {
    written = await transact(db, (tx) => (record.kind === 'people' ? writePeople : writeTeams)(tx, record, clock()));
  }
  await transact(db, (tx) => finish(tx, id, clock()));
}

/** Looks once more, now that it is written in earnest, and makes the teams that are wanted. */
async function begin(tx: Db, id: string, now: Date): Promise<void> {
  await takeTurn(tx);
  const record = await lockImport(tx, id);
  if (!record || record.started_at) return;
  const rows = await allRows(tx, id);
  const { decisions, newTeams } = await look(tx, { ...record, createTeams: record.create_teams, rows });
  await updateRows(tx, id, rowsOf(rows, decisions));
  for (const name of newTeams) await addTeam(tx, { name }, now);
  const counts = await countFates(tx, id);
  await runs.setImport(tx, id, { started_at: now, total: counts.added + counts.changed, new_teams: newTeams });
}

/** Tells how far it is to whoever started it. */
async function tellProgress(tx: Db, record: ImportRecord, rows: number): Promise<void> {
  const found = await lockImport(tx, record.id);
  await runs.setImport(tx, record.id, { done: (found?.done ?? 0) + rows });
  await announce(tx, { subject: 'import', id: record.id, kind: 'progress', to: record.by_id });
}

/** Writes one portion; how many rows it was. */
async function writePeople(tx: Db, record: ImportRecord, now: Date): Promise<number> {
  await takeTurn(tx);
  const { id } = record;
  const rows = await runs.nextRows(tx, id, portion);
  const ofFate = (fate: 'added' | 'changed') => rows.filter((row) => row.fate === fate);
  const fresh = ofFate('added');
  const accounts = fresh.map(({ subject, given }) => ({
    id: subject,
    name: String(given['name']),
    email: String(given['email']),
  }));
  const opened = await addAccounts(tx, accounts, now);
  const taken = fresh.filter(({ subject }) => !opened.has(subject)).map(({ no }) => no);
  if (taken.length > 0) await runs.refuseRows(tx, id, taken, refused('emailTaken', { field: 'email' }));
  const added = fresh.flatMap(({ no, subject }) => (opened.has(subject) ? [no] : []));
  const changed = ofFate('changed');
  await runs.insertPeople(tx, id, added, now);
  await runs.updatePeople(
    tx,
    id,
    changed.map(({ no }) => no),
  );
  const renamed = changed.flatMap(({ subject, given }) =>
    'name' in given ? [{ id: subject, name: String(given['name']) }] : [],
  );
  await renameAccounts(tx, renamed, now);
  const both = [...added, ...changed.map(({ no }) => no)];
  await runs.writeSkills(tx, id, both);
  await runs.joinTeams(tx, id, both);
  await runs.markWritten(tx, id, both);
  await tellProgress(tx, record, rows.length);
  // One of many is enough for pages that show people to read them anew.
  const [first] = rows;
  if (first) await announce(tx, { subject: 'person', id: first.subject, kind: 'changed' });
  return rows.length;
}

const asAdministrator = (id: string): Who => ({
  id,
  session: '',
  administrator: true,
  language: 'en',
  zone: 'UTC',
  teams: [],
});

async function writeTeams(tx: Db, record: ImportRecord, now: Date): Promise<number> {
  await takeTurn(tx);
  const rows = await runs.nextRows(tx, record.id, portion);
  for (const { no, fate, subject, given } of rows) {
    const { greeting, closing, country, ...plain } = given as TeamCells;
    const fields = {
      ...plain,
      ...(country === undefined ? {} : { country }),
      ...(greeting === undefined ? {} : { greetingMinutes: greeting }),
      ...(closing === undefined ? {} : { closingMinutes: closing }),
    };
    const done =
      fate === 'added'
        ? await addTeam(tx, { ...fields, name: fields.name ?? '' }, now)
        : await changeTeam(tx, asAdministrator(record.by_id), subject, fields, undefined, now);
    if (isRefused(done)) await runs.refuseRows(tx, record.id, [no], done);
    else await runs.markWritten(tx, record.id, [no]);
  }
  await tellProgress(tx, record, rows.length);
  return rows.length;
}

async function finish(tx: Db, id: string, now: Date): Promise<void> {
  const record = await lockImport(tx, id);
  if (!record || record.state !== 'running') return;
  await runs.writeDotted(tx, id);
  await runs.setImport(tx, id, { state: 'done', finished_at: now });
  await announce(tx, { subject: 'import', id, kind: 'done', to: record.by_id });
  const act: AuditAct = record.kind === 'people' ? 'person.import' : 'team.import';
  const { added, changed } = await countFates(tx, id);
  const subject = { kind: 'company' as const, name: record.name };
  await audit(tx, { by: asAdministrator(record.by_id), act, subject, facts: { count: added + changed }, at: now });
}

/** Tables are kept for a month, so that one can look back; for the jobs. */
export const forgetImports = (db: Db, now: Date) =>
  transact(db, (tx) => runs.deleteImports(tx, new Date(now.getTime() - 30 * 86_400_000)));
