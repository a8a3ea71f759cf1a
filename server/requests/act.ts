// One act on one request: load what the person may see, locked; decide; save; record; tell. Every move goes through here.
import type { EntryKind, RequestMove } from '../../contract/requests.ts';
import { personRefs } from '../directory/directory.ts';
import { notify, type NewNotice } from '../notices/notices.ts';
import { announce } from '../platform/changes.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { promiseRows, type PromiseRow } from '../promises/promises.ts';
import { can, relationOf, whyNot, type Relation, type Subject } from './access.ts';
import { heardOf, type Around, type Heard } from './notices.rules.ts';
import { lockRequest, recordEvent, requestOf, saveRequest, type Found } from './queries.ts';
import type { Request } from './rules.ts';
import type { StoredFacts } from './tables.ts';
import { subjectOf } from './view.ts';

/** Who acts on which request, when; `expected` is the version that they saw. */
export type Acting = { tx: Db; who: Who; id: string; now: Date; expected?: number | undefined };

export type Scene = {
  found: Found;
  request: Request;
  promise: PromiseRow | undefined;
  relation: Relation;
  subject: Subject;
};

/** What an act makes of a request, and what the history says of it. */
export type Made = { next: Request; what: EntryKind; facts?: StoredFacts; greetBy?: Date };

/** The request, locked, if the person may see it and may do this; else why not. */
export async function enter({ tx, who, id, now, expected }: Acting, may: RequestMove): Promise<Outcome<Scene>> {
  const found = await lockRequest(tx, who, id);
  if (!found) return refused('notFound');
  const [promise] = found.promise_id ? await promiseRows(tx, [found.promise_id]) : [];
  const subject = subjectOf(found, promise, now);
  const relation = relationOf(who, subject, found.participant);
  if (expected !== undefined && expected !== found.version) return refused('changedMeanwhile');
  if (!can(relation, subject).includes(may)) return explain(tx, may, relation, subject);
  return { found, request: requestOf(found), promise, relation, subject };
}

async function explain(tx: Db, may: RequestMove, relation: Relation, subject: Subject) {
  const code = whyNot(may, relation, subject);
  if (code !== 'alreadyGreeted' || !subject.greetedBy) return refused(code);
  const refs = await personRefs(tx, [subject.greetedBy]);
  return refused(code, { params: { name: refs.get(subject.greetedBy)?.name ?? '' } });
}

export const aroundOf = (request: Request): Around => ({
  requester: request.requester,
  askedBy: request.askedBy,
  person: request.person,
  provider: 'provider' in request ? request.provider : null,
  greetedBy: request.greetedBy,
});

/** Makes one move. The answer is what the actor saw when they made it; to see the request as it is now, read it. */
export async function act(
  acting: Acting,
  may: RequestMove,
  decide: (scene: Scene) => Promise<Outcome<Made>> | Outcome<Made>,
): Promise<Outcome<Scene>> {
  const scene = await enter(acting, may);
  if (isRefused(scene)) return scene;
  const made = await decide(scene);
  if (isRefused(made)) return made;
  await settle(acting.tx, scene, made, acting.who.id, acting.now);
  return scene;
}

/** Saves what was made of a request, writes history and tells those whom it concerns. `by` null: time itself did it. */
export async function settle(tx: Db, scene: Pick<Scene, 'found' | 'request'>, made: Made, by: string | null, now: Date) {
  const { next, what, facts = {}, greetBy } = made;
  const event = { request: next.id, by, what, facts, at: now };
  await saveRequest(tx, next, event, greetBy ? { greetBy } : {});
  const heard = heardOf(what, aroundOf(next), aroundOf(scene.request), by);
  await tell(tx, next.id, heard, { by, due: facts.due, dedupe: `${what}:${next.id}:${scene.found.version}`, now });
  await announce(tx, { subject: 'request', id: next.id, kind: what });
}

/** The same for a request that has just been asked. */
export async function settleNew(tx: Db, request: Request, participants: readonly string[], by: string, now: Date) {
  await recordEvent(tx, { request: request.id, by, what: 'asked', at: now });
  const around = aroundOf(request);
  const along = { kind: 'participantAdded' as const, to: [...participants] };
  const heard = [...heardOf('asked', around, around, by), ...(participants.length > 0 ? [along] : [])];
  await tell(tx, request.id, heard, { by, dedupe: `asked:${request.id}`, now });
  await announce(tx, { subject: 'request', id: request.id, kind: 'asked' });
}

type Telling = { by: string | null; due?: string | undefined; dedupe: string; now: Date };

/** Puts notices about a request into the transaction. */
export function tell(tx: Db, request: string, heard: readonly Heard[], { by, due, dedupe, now }: Telling) {
  const params: NewNotice['params'] = due ? { due } : {};
  const about = { subject: 'request', subjectId: request, actor: by, params };
  const notices = heard.flatMap(({ kind, to }) =>
    to.map((person) => ({ ...about, to: person, kind, dedupe: `${dedupe}:${kind}` })),
  );
  return notify(tx, notices, now);
}
