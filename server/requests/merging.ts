// Putting two requests of one team together: the one ends as withdrawn and goes on in the other. Whoever needs it asks along there;
// words and notes stay where they were written, participants are not carried over.
import { announceAll } from '../platform/changes.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { releasePromise } from '../promises/promises.ts';
import { relationOf } from './access.ts';
import { enter, tell, type Acting, type Scene } from './act.ts';
import { joined, servesIt } from './asking-along.ts';
import { insertCoRequesters } from './asking-along.queries.ts';
import { newsForBoth } from './links.ts';
import { mayMerge } from './merging.rules.ts';
import { lockRequest, recordEvent, saveRequest } from './queries.ts';
import { requestOf } from './record.ts';
import { move, type Request } from './rules.ts';
import { subjectOf, tiesOf } from './view.ts';

/** By a member of the serving team, or by whoever asked both. Refuses what `mayMerge` refuses, and `unknownRequest`. */
export async function merge(acting: Acting, given: { into: string; reason: string }): Promise<Outcome<Scene>> {
  const { tx, who, id, now } = acting;
  // Always in the same order, so that two who merge into each other do not wait for each other for ever.
  if (given.into < id) await lockRequest(tx, who, given.into);
  const scene = await enter(acting, 'merge');
  if (isRefused(scene)) return scene;
  const found = await lockRequest(tx, who, given.into);
  if (!found) return refused('unknownRequest', { field: 'into' });
  const into = requestOf(found);
  const may = mayMerge(scene.request, into);
  if (isRefused(may)) return may;
  const there = relationOf(who, subjectOf(found, now), tiesOf(found, who));
  if (!scene.relation.member && !there.asker) return refused('notYours');
  const ended = await end(acting, scene, given);
  if (isRefused(ended)) return ended;
  const told = await tellOfEnd(acting, scene, ended);
  await recordEvent(tx, { request: into.id, by: who.id, what: 'tookIn', facts: { request: id }, at: now });
  await announceAll(tx, await newsForBoth(tx, id, into.id, 'tookIn'));
  const more = [scene.request.requester, ...scene.found.co_requesters];
  const asking: string[] = [];
  for (const person of more)
    if (person !== into.requester && person !== into.askedBy && !(await servesIt(tx, into, person)))
      asking.push(person);
  const added = await insertCoRequesters(tx, into.id, asking, who.id, now);
  if (added.length > 0) await joined(acting, { request: into, found }, added, told);
  return scene;
}

/** Ends it; a running promise is released with the reason. */
async function end(
  { tx, who, now }: Acting,
  { request, promise }: Scene,
  { into, reason }: { into: string; reason: string },
): Promise<Outcome<Request>> {
  if (promise && request.state === 'promised') {
    const released = await releasePromise(tx, promise.id, { by: who.id, reason }, now);
    if (isRefused(released)) return released;
  }
  const next = move(request, 'withdraw', { now, mergedInto: into });
  if (isRefused(next)) return next;
  await saveRequest(tx, next, { request: next.id, by: who.id, what: 'merged', facts: { reason, into }, at: now });
  return next;
}

/** Everybody whom it concerned hears of it once; answers who did. */
async function tellOfEnd({ tx, who, now }: Acting, { found, request }: Scene, ended: Request): Promise<string[]> {
  const provider = 'provider' in request ? request.provider : request.greetedBy;
  const all = [request.requester, request.askedBy, request.person, provider]
    .concat(found.co_requesters, found.participants)
    .filter((person): person is string => person !== null && person !== who.id);
  const to = [...new Set(all)];
  const dedupe = `merged:${request.id}:${found.version}`;
  await tell(tx, ended, 'merged', [{ kind: 'merged', to }], { by: who.id, dedupe, now });
  return to;
}
