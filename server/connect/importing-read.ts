// Reading the files of an import, and what would become of all that is in them, as things stand now. Nothing is written of it but that.
import { createHash } from 'node:crypto';
import { announce } from '../platform/changes.ts';
import { transact, type Db } from '../platform/db.ts';
import type { Refused } from '../platform/outcome.ts';
import type { Old, OldRequest } from './importing.model.ts';
import * as queries from './importing.queries.ts';
import { readers } from './readers/readers.ts';

/** Bytes that go into the database at once. */
const heavy = 16 * 1024 * 1024;

/** What keeps apart the things of two systems that are called the same there. */
export const sourceOf = ({ source, label }: queries.ImportRecord) => (label === '' ? source : `${source}:${label}`);
export const hashed = (key: string) => createHash('sha256').update(key).digest();

/** Reads what was sent up; the import is ready then. */
export async function readFiles(
  { db, clock }: { db: Db; clock: () => Date },
  record: queries.ImportRecord,
): Promise<void> {
  const uploads = [];
  for (const { name } of await queries.listFiles(db, record.id)) {
    const file = await queries.readFile(db, record.id, name);
    if (file) uploads.push(file);
  }
  const old = readers[record.source](uploads, { zone: await queries.companyZone(db), now: clock() });
  const items = await itemsOf(db, sourceOf(record), old);
  const counts = new Map<string, number>();
  for (const { fate, kind, payload } of items) {
    const team = kind === 'request' && fate === 'added' ? (payload as OldRequest).team : null;
    if (team !== null) counts.set(team, (counts.get(team) ?? 0) + 1);
  }
  const here = await queries.teamsCalled(db, [...counts.keys()]);
  const teams = [...counts].map(([name, count]) => ({ name, count, team: here.get(name)?.id ?? null }));
  await transact(db, async (tx) => {
    const found = await queries.lockImport(tx, record.id);
    if (found?.state !== 'reading') return;
    await queries.deleteItems(tx, record.id);
    let from = 1;
    for (const some of portionsOf(items)) {
      await queries.insertItems(tx, record.id, from, some);
      from += some.length;
    }
    await queries.setImport(tx, record.id, { state: 'ready', teams: teams.toSorted((a, b) => b.count - a.count) });
    await announce(tx, { subject: 'import', id: record.id, kind: 'read', to: record.by_id });
  });
}

/** What was read, each with its fate as things stand now. The first of several with one key counts. */
async function itemsOf(db: Db, source: string, old: Old): Promise<queries.NewItem[]> {
  const named = old.people.map((person) => ({ person, external: hashed(person.key) }));
  const asked = old.requests.map((one) => ({ one, external: hashed(one.item.key) }));
  const knownPeople = await queries.findImported(
    db,
    source,
    'person',
    named.map(({ external }) => external),
  );
  const knownAsks = await queries.findImported(
    db,
    source,
    'request',
    asked.map(({ external }) => external),
  );
  const here = await queries.peopleAt(
    db,
    old.people.flatMap(({ email }) => email ?? []),
  );
  const seen = new Map<string, number>();
  const requests = asked.map(({ one: { file, place, item, reasons }, external }): queries.NewItem => {
    const key = external.toString('hex');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, place);
    const twice: Refused[] =
      first === undefined ? [] : [{ refused: 'twiceInFile', field: 'number', params: { line: first } }];
    const fate = twice.length > 0 ? 'refused' : knownAsks.has(key) ? 'known' : 'added';
    const told = fate === 'known' ? [] : [...twice, ...reasons];
    const { number, title: name } = item;
    return {
      kind: 'request',
      file,
      place,
      external,
      number,
      name,
      fate,
      reasons: told,
      payload: fate === 'added' ? item : null,
    };
  });
  return [
    ...old.troubles.map(({ file, place, number, name, reasons }): queries.NewItem => ({
      kind: place === 0 ? 'file' : 'request',
      file,
      place,
      external: hashed(''),
      number,
      name,
      fate: 'refused',
      reasons,
      payload: null,
    })),
    ...named.map(({ person, external }): queries.NewItem => {
      const isKnown = knownPeople.has(external.toString('hex')) || (person.email !== null && here.has(person.email));
      const about = { file: '', place: 0, number: '', name: person.name, reasons: [] };
      // Also who is here is looked up once more when it is written.
      return { kind: 'person', ...about, external, fate: isKnown ? 'known' : 'added', payload: person };
    }),
    ...requests,
  ];
}

const sizeOf = ({ payload }: queries.NewItem): number =>
  payload && 'files' in payload
    ? [payload.files, ...payload.messages.map(({ files }) => files)]
        .flat()
        .reduce((sum, { data }) => sum + data.length, 2000)
    : 500;
function* portionsOf(items: readonly queries.NewItem[]): Generator<queries.NewItem[]> {
  let some: queries.NewItem[] = [];
  let size = 0;
  for (const item of items) {
    if (some.length > 0 && (some.length >= 1000 || size + sizeOf(item) > heavy)) {
      yield some;
      some = [];
      size = 0;
    }
    some.push(item);
    size += sizeOf(item);
  }
  if (some.length > 0) yield some;
}
