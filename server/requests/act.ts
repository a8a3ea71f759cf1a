// One act on one request: load what the person may see, locked; decide; save; record; tell. Every move goes through here.
import type { NoticeKind } from '../../contract/notices.ts';
import type { EntryKind, RequestMove } from '../../contract/requests.ts';
import { notify, type NewNotice } from '../notices/notices.ts';
import type { Announced } from '../platform/changes.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import type { PromiseRow } from '../promises/promises.ts';
import { can, relationOf, whyNot, type Relation, type Subject } from './access.ts';
import { coRequestersOf } from './asking-along.queries.ts';
import { heardOf, type Around, type Heard } from './notices.rules.ts';
import { lockRequest, saveRequest, type Found, type NewEvent, type Whole } from './queries.ts';
import { requestOf } from './record.ts';
import type { Request } from './rules.ts';
import type { StoredFacts } from './tables.ts';
import { promiseIn, subjectOf, tiesOf } from './view.ts';

/** Who acts on which request, when; `expected` is the version that they saw. */
export type Acting = { tx: Db; who: Who; id: string; now: Date; expected?: number | undefined };

export type Scene = {
  found: Whole;
  request: Request;
  promise: PromiseRow | null;
  relation: Relation;
  subject: Subject;
};

/** What an act makes of a request, and what the history says of it. */
export type Made = {
  next: Request;
  what: EntryKind;
  facts?: StoredFacts;
  /** Set when others are asked, or the same anew: by when they should say hello. */
  serving?: { greetBy: Date; zone: string };
};

/** The request, locked, if the person may see it and may do this; else why not. */
export async function enter({ tx, who, id, now, expected }: Acting, may: RequestMove): Promise<Outcome<Scene>> {
  const found = await lockRequest(tx, who, id);
  if (!found) return refused('notFound');
  const subject = subjectOf(found, now);
  const relation = relationOf(who, subject, tiesOf(found, who));
  if (expected !== undefined && expected !== found.version) return refused('changedMeanwhile');
  if (!can(relation, subject).includes(may)) return explain(found, may, relation, subject);
  return { found, request: requestOf(found), promise: promiseIn(found), relation, subject };
}

function explain(found: Whole, may: RequestMove, relation: Relation, subject: Subject) {
  const code = whyNot(may, relation, subject);
  if (code !== 'alreadyGreeted') return refused(code);
  const name = found.people.find((person) => person.id === subject.greetedBy)?.name ?? '';
  return refused(code, { params: { name } });
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
export async function settle(
  tx: Db,
  scene: { found: Pick<Found, 'version'>; request: Request },
  made: Made,
  by: string | null,
  now: Date,
) {
  const { next, what, facts = {}, serving } = made;
  const [along] = await Promise.all([
    coRequestersOf(tx, next.id),
    saveRequest(tx, next, { request: next.id, by, what, facts, at: now }, serving),
  ]);
  const heard = heardOf(what, { ...aroundOf(next), along }, aroundOf(scene.request), by);
  await tell(tx, next, what, heard, {
    by,
    due: facts.due,
    dedupe: `${what}:${next.id}:${scene.found.version}`,
    now,
  });
}

type About = Pick<Request, 'id' | 'sight'>;

/** The news of a change; of an open request also for those who only read it. */
export const newsOf = ({ id, sight }: About, kind: string): Announced[] => [
  { subject: 'request', id, kind },
  ...(sight === 'open' ? [{ subject: 'openRequest', id, kind }] : []),
];

type Telling = {
  by: string | null;
  due?: string | undefined;
  /** More facts for the sentences. */
  facts?: NewNotice['params'];
  dedupe: string;
  now: Date;
  /** When only these may hear that something changed. */
  only?: readonly string[];
};

/** Puts notices about a request, and the news of its change, into the transaction. */
export function tell(
  tx: Db,
  request: About,
  what: NewEvent['what'] | NoticeKind,
  heard: readonly Heard[],
  { by, due, facts, dedupe, now, only }: Telling,
) {
  const params: NewNotice['params'] = { ...facts, ...(due ? { due } : {}) };
  const about = { subject: 'request', subjectId: request.id, actor: by, params };
  const notices = heard.flatMap(({ kind, to }) =>
    to.map((person) => ({ ...about, to: person, kind, dedupe: `${dedupe}:${kind}` })),
  );
  if (!only) return notify(tx, notices, now, newsOf(request, what));
  return notify(
    tx,
    notices,
    now,
    only.map((to) => ({ subject: 'request', id: request.id, kind: what, to })),
  );
}
