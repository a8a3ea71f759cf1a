// What people say in a request: messages, team-only notes, who reads along, and the whole as a timeline.
import { z } from 'zod';
import type { Entry } from '../../contract/requests.ts';
import type { PersonRef, TeamRef } from '../../contract/shapes.ts';
import type { AttachmentRef } from '../../contract/attachments.ts';
import { attachmentsHeldBy } from '../attachments/attachments.ts';
import { isActive, membersOf, personRefs, refsOf, teamRefs } from '../directory/directory.ts';
import { announceAll } from '../platform/changes.ts';
import { cursorOf, keyIn } from '../platform/cursor.ts';
import { newId, type Db } from '../platform/db.ts';
import { mentionsIn } from '../platform/mentions.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { aroundOf, enter, newsOf, tell, type Acting } from './act.ts';
import { noteTeamsOf } from './access.ts';
import {
  deleteParticipant,
  insertMessage,
  insertNote,
  insertParticipants,
  timeline,
  type EntryRow,
} from './conversation.queries.ts';
import { attachTo, namesIn } from './files.ts';
import { heardOfWords } from './notices.rules.ts';
import { glanceAt, saveRequest } from './queries.ts';
import { audienceOf, titlesFor } from './sight.queries.ts';
import { personIn } from './view.ts';

/** Writes to everybody here. Those named who cannot see the request are not told: naming widens nothing. */
export async function write(acting: Acting, body: string, files: readonly string[] = []): Promise<Outcome<Entry>> {
  const scene = await enter(acting, 'message');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  const message = newId();
  const attachments = await attachTo(acting, 'message', message, files);
  if (isRefused(attachments)) return attachments;
  const named = mentionsIn(body);
  const inside = named.length > 0 ? (await audienceOf(tx, [id])).get(id) : undefined;
  const mentioned = named.filter((person) => inside?.has(person));
  const heard = heardOfWords(
    { ...aroundOf(scene.request), along: scene.found.co_requesters },
    scene.found.participants,
    mentioned,
    who.id,
  );
  await Promise.all([
    insertMessage(tx, { id: message, request: id, author: who.id, body, names: namesIn(attachments), at: now }),
    tell(tx, scene.request, 'message', heard, { by: who.id, dedupe: `message:${message}`, now }),
  ]);
  return {
    kind: 'message',
    id: message,
    at: now.toISOString(),
    by: personIn(refsOf(scene.found.people), who.id),
    body,
    attachments,
  };
}

/** Writes a note for the serving team only; the request itself does not change, so that nobody else can tell. */
export async function note(acting: Acting, body: string, files: readonly string[] = []): Promise<Outcome<Entry>> {
  const scene = await enter(acting, 'note');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  const team = scene.found.team_id ?? '';
  const message = newId();
  const attachments = await attachTo(acting, 'message', message, files);
  if (isRefused(attachments)) return attachments;
  const written = { id: message, request: id, author: who.id, body, names: namesIn(attachments), at: now };
  await insertNote(tx, written, team);
  const members = await membersOf(tx, team);
  const readers = members.filter((person) => person !== who.id && person !== scene.request.requester);
  const mentioned = mentionsIn(body).filter((person) => readers.includes(person));
  const provider = scene.found.provider_id;
  const concerned = provider && readers.includes(provider) && !mentioned.includes(provider) ? [provider] : [];
  const heard = [
    { kind: 'mentioned' as const, to: mentioned },
    { kind: 'note' as const, to: concerned },
  ];
  await tell(tx, scene.request, 'note', heard, { by: who.id, dedupe: `note:${message}`, now, only: readers });
  const by = personIn(refsOf(scene.found.people), who.id);
  return { kind: 'note', id: message, at: now.toISOString(), by, body, attachments };
}

/** Adds an active colleague, who from then on reads and writes along. */
export async function addParticipant(acting: Acting, person: string): Promise<Outcome<void>> {
  const scene = await enter(acting, 'addParticipant');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  if (!(await isActive(tx, person))) return refused('unknownPerson', { field: 'person' });
  const { request } = scene;
  const there = person === request.requester || person === request.askedBy;
  const added = there ? [] : await insertParticipants(tx, id, [person], who.id, now);
  if (added.length > 0) {
    await saveRequest(tx, request, { request: id, by: who.id, what: 'participantAdded', facts: { person }, at: now });
    const heard = [{ kind: 'participantAdded' as const, to: added.filter((each) => each !== who.id) }];
    await tell(tx, request, 'participantAdded', heard, {
      by: who.id,
      dedupe: `added:${id}:${scene.found.version}`,
      now,
    });
  }
}

/** Takes a colleague out; everybody may take themselves out. */
export async function removeParticipant(acting: Acting, person: string): Promise<Outcome<void>> {
  const scene = await enter(acting, person === acting.who.id ? 'message' : 'addParticipant');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  if (!(await deleteParticipant(tx, id, person))) return refused('notFound');
  await saveRequest(tx, scene.request, {
    request: id,
    by: who.id,
    what: 'participantRemoved',
    facts: { person },
    at: now,
  });
  await announceAll(tx, newsOf(scene.request, 'participantRemoved'));
}

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

/** Words and history, oldest first; notes only for members of the team that wrote them. */
export async function read(db: Db, who: Who, id: string, page: { cursor?: string | undefined; limit: number }) {
  const found = await glanceAt(db, who, id);
  if (!found) return refused('notFound');
  const key = keyIn(page.cursor, Key);
  if (isRefused(key)) return key;
  const noteTeams = noteTeamsOf(who, found);
  const rows = await timeline(db, who, id, noteTeams, key ? { at: key[0], id: key[1] } : null, page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const [names, others, files] = await Promise.all([
    namesOf(
      db,
      shown.flatMap((row) => [row.by ?? [], row.facts?.person ?? [], row.facts?.inPlaceOf ?? []].flat()),
      shown.flatMap((row) => row.facts?.team ?? []),
    ),
    titlesFor(
      db,
      who,
      shown.flatMap((row) => row.facts?.request ?? row.facts?.into ?? []),
    ),
    attachmentsHeldBy(
      db,
      shown.map((row) => row.id),
    ),
  ]);
  const last = shown.at(-1);
  const next = rows.length > page.limit && last ? cursorOf(last.at.toISOString(), last.id) : null;
  return { items: shown.map((row) => entryOf(row, { ...names, others }, files.get(row.id) ?? [])), next };
}

type Names = { people: ReadonlyMap<string, PersonRef>; teams: ReadonlyMap<string, TeamRef> };
const namesOf = async (db: Db, people: readonly string[], teams: readonly string[] = []): Promise<Names> => ({
  people: await personRefs(db, people),
  teams: await teamRefs(db, teams),
});

type Others = { others: Awaited<ReturnType<typeof titlesFor>> };

function entryOf(row: EntryRow, names: Names & Others, attachments: AttachmentRef[]): Entry {
  const person = (id: string) => names.people.get(id) ?? { id, name: '', photo: null, active: false };
  const at = row.at.toISOString();
  if (row.what) {
    const {
      person: about,
      inPlaceOf,
      team,
      request = row.facts?.into,
      into: _into,
      ratings: _ratings,
      before: _before,
      ...facts
    } = row.facts ?? {};
    const toTeam = team && names.teams.get(team);
    const other = request && names.others.get(request);
    return {
      kind: 'event',
      id: row.id,
      at,
      by: row.by ? person(row.by) : null,
      what: row.what,
      facts: {
        ...facts,
        ...(about ? { person: person(about) } : {}),
        ...(inPlaceOf ? { inPlaceOf: person(inPlaceOf) } : {}),
        ...(toTeam ? { team: toTeam } : {}),
        ...(request && other ? { request: { id: request, number: other.number, title: other.title } } : {}),
      },
    };
  }
  const kind = row.note ? 'note' : 'message';
  return { kind, id: row.id, at, by: person(row.by ?? ''), body: row.body ?? '', attachments };
}
