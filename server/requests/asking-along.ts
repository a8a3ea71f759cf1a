// Asking along: a colleague who needs the same, such as the next shift, hears and answers like the requester.
import { isActive, membersOf } from '../directory/directory.ts';
import { announceAll } from '../platform/changes.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { enter, newsOf, tell, type Acting } from './act.ts';
import { deleteCoRequester, insertCoRequesters } from './asking-along.queries.ts';
import { saveRequest } from './queries.ts';
import type { Request } from './rules.ts';

/** Whoever serves it does not ask along. */
export async function servesIt(tx: Db, request: Request, person: string): Promise<boolean> {
  if (person === request.person || ('provider' in request && person === request.provider)) return true;
  return request.team !== null && (await membersOf(tx, request.team)).includes(person);
}

/** Refuses `unknownPerson` and `servesIt`. The one added and the requester hear of it. */
export async function add(acting: Acting, person: string): Promise<Outcome<void>> {
  const scene = await enter(acting, 'addAsker');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  const { request } = scene;
  if (!(await isActive(tx, person))) return refused('unknownPerson', { field: 'person' });
  if (person === request.requester || person === request.askedBy) return undefined;
  if (await servesIt(tx, request, person)) return refused('servesIt', { field: 'person' });
  const added = await insertCoRequesters(tx, id, [person], who.id, now);
  if (added.length > 0) await joined(acting, scene, added, []);
  return undefined;
}

type Joining = { request: Request; found: { version: number; co_requesters: string[] } };

/** Writes down who asks along from now on, and tells them and those who asked before; `told` hear of it in another way. */
export async function joined(
  { tx, who, now }: Pick<Acting, 'tx' | 'who' | 'now'>,
  { request, found }: Joining,
  people: readonly string[],
  told: readonly string[],
): Promise<void> {
  for (const person of people)
    await saveRequest(tx, request, { request: request.id, by: who.id, what: 'askerAdded', facts: { person }, at: now });
  const others = [request.requester, request.askedBy, ...found.co_requesters].filter((each) => each !== null);
  const quiet = new Set([who.id, ...told]);
  const heard = [
    { kind: 'askerAdded' as const, to: people.filter((person) => !quiet.has(person)) },
    {
      kind: 'askerJoined' as const,
      to: [...new Set(others)].filter((person) => !quiet.has(person) && !people.includes(person)),
    },
  ];
  await tell(tx, request, 'askerAdded', heard, { by: who.id, dedupe: `asker:${request.id}:${found.version}`, now });
}

/** Those who asked first, and whoever serves, take a colleague out again; everybody may take themselves out. */
export async function remove(acting: Acting, person: string): Promise<Outcome<void>> {
  const scene = await enter(acting, person === acting.who.id ? 'message' : 'addAsker');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  if (!(await deleteCoRequester(tx, id, person))) return refused('notFound');
  await saveRequest(tx, scene.request, { request: id, by: who.id, what: 'askerRemoved', facts: { person }, at: now });
  await announceAll(tx, newsOf(scene.request, 'askerRemoved'));
  return undefined;
}
