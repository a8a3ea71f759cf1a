// Moving in from an earlier system: what an administrator does. Reading the files and writing what was read are jobs: importing-run.ts.
import { Readable } from 'node:stream';
import { z } from 'zod';
import { largestImport, type ImportProblem, type RequestImport } from '../../contract/connect-imports.ts';
import type { Language } from '../../contract/shapes.ts';
import { team as teamHere, teamRefs } from '../directory/directory.ts';
import { audit } from '../platform/audit.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import { newId, transact, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import { nameOfField, problemOf } from '../platform/problems.ts';
import { csvOf } from '../platform/sheet.ts';
import type { Who } from '../platform/who.ts';
import { systems } from './importing.model.ts';
import * as queries from './importing.queries.ts';

export async function createImport(
  tx: Db,
  who: Who,
  { source, label }: Pick<RequestImport, 'source' | 'label'>,
  now: Date,
): Promise<Outcome<RequestImport>> {
  const id = newId();
  await queries.insertImport(tx, { id, source, label, by_id: who.id, created_at: now });
  return readImport(tx, who, id);
}

/** Files of an earlier system hold what people told somebody else: only who sent them up sees what is in them, no other administrator. */
const own = (found: queries.ImportRecord | undefined, who: Who) => (found?.by_id === who.id ? found : undefined);

const nothing = { added: 0, known: 0, refused: 0 };

/** Refuses `notFound`. */
export async function readImport(db: Db, who: Who, id: string): Promise<Outcome<RequestImport>> {
  const found = own(await queries.findImport(db, id), who);
  if (!found) return refused('notFound');
  const requests = { ...nothing };
  const people = { ...nothing };
  let troubles = 0;
  for (const { kind, fate, count, troubled } of await queries.countItems(db, id)) {
    troubles += troubled;
    if (kind !== 'file') (kind === 'request' ? requests : people)[fate] += count;
  }
  const files = await queries.listFiles(db, id);
  const refs = await teamRefs(
    db,
    found.teams.flatMap(({ team }) => team ?? []),
  );
  const isOpen = found.state === 'open' || found.state === 'ready';
  return {
    id,
    source: found.source,
    label: found.label,
    state: found.state,
    files,
    requests,
    people,
    troubles,
    teams: found.teams.map(({ team, ...one }) => ({ ...one, team: (team && refs.get(team)) || null })),
    colleagues: found.colleagues,
    done: found.done,
    total: found.state === 'ready' ? requests.added : found.total,
    createdAt: found.created_at.toISOString(),
    finishedAt: found.finished_at?.toISOString() ?? null,
    version: found.version,
    can: [
      ...(isOpen ? ['addFile' as const] : []),
      ...(isOpen && files.length > 0 ? ['preview' as const] : []),
      ...(found.state === 'ready' && requests.added > 0 ? ['start' as const] : []),
    ],
  };
}

/** All of it, or null for more than may be. */
async function gathered(body: Readable): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body.iterator({ destroyOnReturn: false })) {
    size += (piece as Buffer).length;
    if (size > largestImport.file) return null;
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

/** Keeps a file; the same name again takes the place of the first. Refuses `notFound`, `importRunning`, `importTooLarge`, `emptyFile`. */
export async function addFile(
  db: Db,
  who: Who,
  id: string,
  name: string,
  body: unknown,
): Promise<Outcome<RequestImport>> {
  const stream = body instanceof Readable ? body : Readable.from([]);
  try {
    if (!own(await queries.findImport(db, id), who)) return refused('notFound');
    const bytes = await gathered(stream);
    if (bytes === null) return refused('importTooLarge', { field: 'file' });
    if (bytes.length === 0) return refused('emptyFile', { field: 'file' });
    return await transact(db, (tx) => keep(tx, who, id, name, bytes));
  } finally {
    // What comes beyond a refusal is let run out, or nothing else could come over this line.
    stream.resume();
  }
}

async function keep(tx: Db, who: Who, id: string, name: string, bytes: Buffer): Promise<Outcome<RequestImport>> {
  const found = own(await queries.lockImport(tx, id), who);
  if (!found) return refused('notFound');
  if (found.state !== 'open' && found.state !== 'ready') return refused('importRunning');
  const others = (await queries.listFiles(tx, id)).filter((file) => file.name !== name);
  const size = others.reduce((sum, file) => sum + file.size, bytes.length);
  if (size > largestImport.all || others.length >= largestImport.files)
    return refused('importTooLarge', { field: 'file' });
  await queries.saveFile(tx, id, name, bytes);
  // What was seen before is not what would be written now.
  await queries.deleteItems(tx, id);
  await queries.setImport(tx, id, { state: 'open', teams: [] });
  return readImport(tx, who, id);
}

/** Lets the files be read; the job does it. Refuses `notFound`, `importRunning`, `emptyFile` without files. */
export async function preview(tx: Db, who: Who, id: string): Promise<Outcome<RequestImport>> {
  const found = own(await queries.lockImport(tx, id), who);
  if (!found) return refused('notFound');
  if (found.state !== 'open' && found.state !== 'ready') return refused('importRunning');
  if ((await queries.listFiles(tx, id)).length === 0) return refused('emptyFile', { field: 'file' });
  await queries.setImport(tx, id, { state: 'reading' });
  return readImport(tx, who, id);
}

type Start = {
  teams: readonly { name: string; team: string | null }[];
  colleagues: boolean;
  skipRefused: boolean;
};

/**
 * Lets an import begin; the job writes it. Refuses `notFound`, `importNotReady`, `importRunning`, `unknownTeam` (also when requests of no
 * team are given none), `rowsRefused` unless those may be passed over.
 */
export async function start(tx: Db, who: Who, id: string, given: Start, now: Date): Promise<Outcome<RequestImport>> {
  const found = own(await queries.lockImport(tx, id), who);
  if (!found) return refused('notFound');
  if (found.state === 'open' || found.state === 'reading') return refused('importNotReady');
  if (found.state !== 'ready') return refused('importRunning');
  const told = new Map(given.teams.map(({ name, team }) => [name, team]));
  const teams = found.teams.map((one) => ({
    ...one,
    team: told.has(one.name) ? (told.get(one.name) ?? null) : one.team,
  }));
  for (const { name, team } of teams) {
    const here = team === null ? null : await teamHere(tx, team);
    if ((team !== null && (!here || here.archived)) || (team === null && name === ''))
      return refused('unknownTeam', { field: 'teams' });
  }
  const { requests, troubles } = must(await readImport(tx, who, id));
  if (requests.added === 0) return refused('importNotReady');
  if (troubles > 0 && !given.skipRefused) return refused('rowsRefused');
  const { colleagues } = given;
  await queries.setImport(tx, id, { state: 'running', teams, colleagues, done: 0, total: requests.added });
  const subject = { kind: 'request', name: found.label || systems[found.source] } as const;
  await audit(tx, { by: who, act: 'request.import', subject, facts: { count: requests.added }, at: now });
  return readImport(tx, who, id);
}

function must<T>(outcome: Outcome<T>): Exclude<T, Refused> {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome as Exclude<T, Refused>;
}

const inWords = (reason: Refused, language: Language) => ({
  field: reason.field ?? null,
  code: reason.refused,
  detail: problemOf(language, [reason]).detail,
});

const problemKey = z.tuple([z.number().int().min(0).max(2_000_000_000)]);

/** Refuses `notFound`, `badCursor`. */
export async function listProblems(
  db: Db,
  who: Who,
  id: string,
  query: { cursor?: string | undefined; limit: number },
  language: Language,
): Promise<Outcome<{ items: ImportProblem[]; next: string | null }>> {
  const key = keyIn<[number]>(query.cursor, problemKey);
  if (isRefused(key)) return key;
  if (!own(await queries.findImport(db, id), who)) return refused('notFound');
  const rows = await queries.pageProblems(db, id, key?.[0] ?? 0, query.limit + 1);
  const { items, next } = paged(rows, query.limit, (row) => [row.no]);
  return {
    items: items.map(({ reasons, fate, ...row }) => ({
      ...row,
      left: fate === 'refused' ? ('whole' as const) : ('part' as const),
      reasons: reasons.map((one) => inWords(one, language)),
    })),
    next,
  };
}

/** What became of every request, as a table. Refuses `notFound`. */
export async function reportOf(db: Db, who: Who, id: string, language: Language): Promise<Outcome<string>> {
  const found = own(await queries.findImport(db, id), who);
  if (!found) return refused('notFound');
  const rows = await queries.reportItems(db, id);
  const head = ['file', 'line', 'number', 'title', 'fate', 'newNumber', 'reason'];
  return csvOf({
    name: found.source,
    zone: 'UTC',
    head: head.map((field) => nameOfField(language, field)),
    rows: rows.map(({ file, place, number, name, fate, ours, reasons }) => [
      file,
      place,
      number,
      name,
      nameOfField(language, fate),
      ours,
      reasons.map((one) => inWords(one, language).detail).join(' '),
    ]),
  });
}
