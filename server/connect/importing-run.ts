// The jobs of moving in: reading the files that were sent up, and writing what was read, in portions that are whole or not at all.
// Killed at any moment, the next run goes on where it stopped.
import { keepFile, type Stores } from '../attachments/attachments.ts';
import { addPerson, addTeam, setPersonActive } from '../directory/directory.ts';
import { announce, hush } from '../platform/changes.ts';
import { newId, transact, type Db } from '../platform/db.ts';
import { isRefused, type Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { importRequests, type Past, type PastFile } from '../requests/requests.ts';
import { systems, type OldFile, type OldPerson, type OldRequest } from './importing.model.ts';
import * as queries from './importing.queries.ts';
import { hashed, readFiles, sourceOf } from './importing-read.ts';

/** So many are written in one transaction: each is over soon, and then others may write. */
const portion = { person: 50, request: 200 } as const;
/** Bytes of one portion; files are large. */
const heavy = 4 * 1024 * 1024;
/** What was looked at is forgotten after a month. */
const kept = 30 * 86_400_000;

export type Moving = { db: Db; stores: Stores; clock: () => Date };

/** Reads and writes whatever waits, one import after another. */
export async function moveIn(moving: Moving): Promise<void> {
  for (;;) {
    const toRead = await queries.findAt(moving.db, 'reading');
    const toWrite = toRead ? undefined : await queries.findAt(moving.db, 'running');
    if (toRead) await readFiles(moving, toRead);
    else if (toWrite) await write(moving, toWrite);
    else return;
  }
}

export const forgetMoves = (db: Db, now: Date) =>
  transact(db, (tx) => queries.deleteImports(tx, new Date(now.getTime() - kept)));

async function write(moving: Moving, { id }: queries.ImportRecord): Promise<void> {
  const { db, clock } = moving;
  await transact(db, (tx) => makeTeams(tx, id, clock()));
  const record = await queries.findImport(db, id);
  if (!record) return;
  while (await transact(db, (tx) => writePeople(tx, record, clock())));
  while (await writeRequests(moving, record));
  await transact(db, async (tx) => {
    await queries.deleteFiles(tx, record.id);
    await queries.setImport(tx, record.id, { state: 'done', finished_at: clock() });
    await announce(tx, { subject: 'import', id: record.id, kind: 'done', to: record.by_id });
  });
}

/** Makes the teams that nobody has made yet. */
async function makeTeams(tx: Db, id: string, now: Date): Promise<void> {
  const record = await queries.lockImport(tx, id);
  if (!record || record.started_at) return;
  const here = await queries.teamsCalled(
    tx,
    record.teams.map(({ name }) => name),
  );
  const teams: queries.StoredTeam[] = [];
  for (const one of record.teams) {
    const { name } = one;
    const team = one.team ?? here.get(name)?.id;
    if (team) teams.push({ ...one, team });
    else teams.push({ ...one, team: await newTeam(tx, name.slice(0, 120).toWellFormed().trim(), now) });
  }
  await queries.setImport(tx, id, { started_at: now, teams });
  await hush(tx);
}

/** Names that differ only after a hundred letters are one team. */
async function newTeam(tx: Db, name: string, now: Date): Promise<string> {
  const here = (await queries.teamsCalled(tx, [name])).get(name);
  if (here) return here.id;
  const made = await addTeam(tx, { name }, now);
  if (isRefused(made)) throw new Error(`A team cannot be made: ${made.refused}`);
  return made.id;
}

/** In whose name it is done. */
const inNameOf = (id: string): Who => ({
  id,
  session: '',
  administrator: true,
  language: 'en',
  zone: 'UTC',
  teams: [],
});

/** Finds or adds one portion of people; whether there was one. Nobody is invited. */
async function writePeople(tx: Db, record: queries.ImportRecord, now: Date): Promise<boolean> {
  await queries.lockImport(tx, record.id);
  const source = sourceOf(record);
  const items = await queries.nextItems<OldPerson>(tx, record.id, 'person', portion.person);
  const known = await queries.findImported(
    tx,
    source,
    'person',
    items.map(({ external }) => external),
  );
  const here = await queries.peopleAt(
    tx,
    items.flatMap(({ payload }) => payload.email ?? []),
  );
  const written: queries.Written[] = [];
  const fresh: { external: Buffer; ours: string }[] = [];
  for (const { no, external, payload: person } of items) {
    const before = known.get(external.toString('hex'));
    const found = before ?? (person.email === null ? undefined : here.get(person.email));
    const ours = found ?? (await newcomer(tx, record, person, now));
    if (!before) fresh.push({ external, ours });
    written.push({ no, ours, number: null, fate: found ? 'known' : 'added', reasons: [] });
  }
  await queries.saveImported(tx, source, 'person', fresh);
  await queries.markWritten(tx, record.id, written);
  await hush(tx);
  return items.length === portion.person;
}

/** Who has no address gets one that leads nowhere; who is not to be a colleague is a name alone. */
async function newcomer(tx: Db, record: queries.ImportRecord, person: OldPerson, now: Date): Promise<string> {
  const email = person.email ?? `${newId()}@imported.invalid`;
  const added = await addPerson(tx, { name: person.name, email }, now);
  if (isRefused(added)) throw new Error(`A person cannot be added: ${added.refused}`);
  if (!record.colleagues || !person.active || person.email === null)
    await setPersonActive(tx, inNameOf(record.by_id), added.id, false, undefined, now);
  return added.id;
}

/** Writes one portion of requests with their files; whether there was one. */
async function writeRequests(moving: Moving, record: queries.ImportRecord): Promise<boolean> {
  const { db, clock } = moving;
  const now = clock();
  const all = await queries.nextItems<OldRequest>(db, record.id, 'request', portion.request);
  let size = 0;
  const items = all.filter((item, index) => (size += item.size) < heavy || index === 0);
  if (items.length === 0) return false;
  const source = sourceOf(record);
  const keys = items.flatMap(({ payload }) =>
    [payload.requester, payload.owner ?? [], payload.messages.map(({ author }) => author)].flat(2),
  );
  const people = await queries.findImported(db, source, 'person', [...new Set(keys)].map(hashed));
  const personOf = (key: string): string => {
    const found = people.get(hashed(key).toString('hex'));
    if (!found) throw new Error('Somebody whom an import names was not written before');
    return found;
  };
  const wrong = new Map<number, Refused[]>();
  const past: (Past & { no: number; external: Buffer })[] = [];
  for (const { no, external, payload } of items) {
    const reasons: Refused[] = [];
    const files = async (holder: string, by: string, some: readonly OldFile[]) => {
      const sent: PastFile[] = [];
      for (const [index, file] of some.entries()) {
        const key = `import ${record.id} ${no} ${holder} ${index}`;
        const bytes = oneOf(Buffer.from(file.data, 'base64'));
        const made = await keepFile(
          db,
          moving.stores,
          { uploader: by, key, name: file.name, type: file.type, bytes },
          now,
        );
        if (isRefused(made)) reasons.push({ refused: made.refused, field: file.name });
        else sent.push({ id: made.id, by });
      }
      return sent;
    };
    const requester = personOf(payload.requester);
    const { title, details, state, reason, owner, number, team, endedAt, createdAt, messages } = payload;
    const said = [];
    for (const [index, message] of messages.entries()) {
      const author = personOf(message.author);
      said.push({
        ...message,
        id: newId(),
        author,
        at: new Date(message.at),
        files: await files(`${index}`, author, message.files),
      });
    }
    past.push({
      no,
      external,
      id: newId(),
      title,
      details,
      requester,
      team: record.teams.find(({ name }) => name === team)?.team ?? '',
      state,
      reason: reason.slice(0, 200),
      helloBy: owner === null ? null : personOf(owner),
      createdAt: new Date(createdAt),
      endedAt: endedAt === null ? null : new Date(Math.max(Date.parse(endedAt), Date.parse(createdAt))),
      messages: said,
      files: await files('ask', requester, payload.files),
      was: { system: record.label || systems[record.source], number },
    });
    wrong.set(no, reasons);
  }
  await transact(db, async (tx) => {
    const found = await queries.lockImport(tx, record.id);
    // Another process may have written some of them meanwhile.
    const known = await queries.findImported(
      tx,
      source,
      'request',
      past.map(({ external }) => external),
    );
    const fresh = past.filter(({ external }) => !known.has(external.toString('hex')));
    const numbers = await importRequests(tx, record.by_id, fresh, now);
    await queries.saveImported(
      tx,
      source,
      'request',
      fresh.map(({ external, id }) => ({ external, ours: id })),
    );
    await queries.markWritten(
      tx,
      record.id,
      items.map(({ no, external, reasons }) => {
        const at = fresh.findIndex((one) => one.no === no);
        const ours = fresh[at]?.id ?? known.get(external.toString('hex')) ?? '';
        return {
          no,
          ours,
          number: numbers[at] ?? null,
          fate: at < 0 ? 'known' : 'added',
          reasons: [...reasons, ...(wrong.get(no) ?? [])],
        };
      }),
    );
    await queries.setImport(tx, record.id, { done: (found?.done ?? 0) + items.length });
    await hush(tx);
    await announce(tx, { subject: 'import', id: record.id, kind: 'progress', to: record.by_id });
  });
  return true;
}

async function* oneOf(bytes: Buffer) {
  yield bytes;
}
