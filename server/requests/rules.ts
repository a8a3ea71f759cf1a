// The life of a request: which moves each state allows and what they make of it. Pure; time is an argument.
import type { RequestStage, RequestState } from '../../contract/requests.ts';
import type { Sight } from '../../contract/catalog.ts';
import { refused, type Outcome } from '../platform/outcome.ts';

/** What is known of a request in every state. Ids are persons' and teams'. */
export type Every = {
  id: string;
  number: number;
  title: string;
  details: string;
  requester: string;
  /** Who asked on the requester's behalf. */
  askedBy: string | null;
  team: string | null;
  /** The colleague asked by name. */
  person: string | null;
  greetedBy: string | null;
  greetedAt: Date | null;
  createdAt: Date;
  sight: Sight;
  /** The service that it was asked of. */
  service: string | null;
};
export type Counter = { deliverable: string; due: Date; reason: string };
export type Ratings = { timing?: number | undefined; quality?: number | undefined; accuracy?: number | undefined };

export type Asked = Every & { state: 'asked' };
export type Countered = Every & { state: 'countered'; provider: string; counter: Counter };
export type Promised = Every & { state: 'promised'; provider: string; promise: string };
export type Delivered = Every & {
  state: 'delivered';
  provider: string;
  promise: string;
  deliveredAt: Date;
  done: string;
  closeBy: Date;
};
export type Closed = Omit<Delivered, 'state' | 'closeBy'> & {
  state: 'closed';
  endedAt: Date;
  /** Null when nobody said a word: silence is never satisfaction. */
  acceptance: { thanks: string; ratings: Ratings } | null;
};
export type Declined = Every & { state: 'declined'; endedAt: Date; reason: string; instead: string };
/** `mergedInto`: no longer asked by itself, because it goes on in that request. */
export type Withdrawn = Every & { state: 'withdrawn'; endedAt: Date; mergedInto: string | null };
export type Revoked = Every & { state: 'revoked'; endedAt: Date };
export type Request = Asked | Countered | Promised | Delivered | Closed | Declined | Withdrawn | Revoked;

type By = { by: string; now: Date };

/** Someone says hello by name. */
const greet = (request: Asked, { by, now }: By): Outcome<Asked> =>
  request.greetedBy ? refused('alreadyGreeted') : { ...request, greetedBy: by, greetedAt: now };

const hello = <R extends Every>(request: R, { by, now }: By): R =>
  request.greetedBy ? request : { ...request, greetedBy: by, greetedAt: now };

/** A named person promises; a promise is a greeting too. */
const promise = (request: Asked, given: By & { promise: string }): Outcome<Promised> => ({
  ...hello(request, given),
  state: 'promised',
  provider: given.by,
  promise: given.promise,
});

const counter = (request: Asked, given: By & { counter: Counter }): Outcome<Countered> => ({
  ...hello(request, given),
  state: 'countered',
  provider: given.by,
  counter: given.counter,
});

/** The counter-offer goes away: taken back by the provider, or answered with another ask by the requester. */
function reask(request: Countered): Outcome<Asked> {
  const { provider: _provider, counter: _counter, ...kept } = request;
  return { ...kept, state: 'asked' };
}

function acceptCounter(request: Countered, given: { promise: string }): Outcome<Promised> {
  const { counter: _, ...kept } = request;
  return { ...kept, state: 'promised', promise: given.promise };
}

const decline = (request: Asked, given: By & { reason: string; instead: string }): Outcome<Declined> => ({
  ...hello(request, given),
  state: 'declined',
  endedAt: given.now,
  reason: given.reason,
  instead: given.instead,
});

/** A yes that it needs was not given. */
const refuse = (request: Asked, given: { now: Date; reason: string }): Outcome<Declined> => ({
  ...request,
  state: 'declined',
  endedAt: given.now,
  reason: given.reason,
  instead: '',
});

/** Asked of somebody else from now on, who says hello anew. A private request stays with its team. */
function handOver(request: Asked | Promised, given: { team: string | null; person: string | null }): Outcome<Asked> {
  if (given.person === request.requester) return refused('askYourself', { field: 'person' });
  if (given.team === request.team && given.person === request.person && request.state === 'asked')
    return refused('sameTeam', { field: 'team' });
  if (request.sight === 'private' && given.team !== request.team)
    return refused('privateStays', { field: given.person ? 'person' : 'team' });
  return {
    ...every(request),
    state: 'asked',
    team: given.team,
    person: given.person,
    greetedBy: null,
    greetedAt: null,
  };
}

/** Whoever had it has left: a colleague of the same team is asked by name, or all of them as before; hello is said anew. */
function passOn(request: Asked, { person }: { person: string | null }): Outcome<Asked> {
  if (person === request.requester) return refused('askYourself', { field: 'person' });
  if (person === null && request.team === null) return refused('unknownPerson', { field: 'person' });
  return { ...request, person, greetedBy: null, greetedAt: null };
}

/** The requester lets the promiser go; the ask stays open to the team. */
const release = (request: Promised): Outcome<Asked> => ({ ...every(request), state: 'asked' });

const revoke = (request: Promised, { now }: { now: Date }): Outcome<Revoked> => ({
  ...every(request),
  state: 'revoked',
  endedAt: now,
});

const deliver = (request: Promised, given: { now: Date; done: string; closeBy: Date }): Outcome<Delivered> => ({
  ...request,
  state: 'delivered',
  deliveredAt: given.now,
  done: given.done,
  closeBy: given.closeBy,
});

/** Not right yet. */
function giveBack(request: Delivered): Outcome<Promised> {
  const { deliveredAt: _at, done: _done, closeBy: _by, ...kept } = request;
  return { ...kept, state: 'promised' };
}

function accept(request: Delivered, given: { now: Date; thanks: string; ratings: Ratings }): Outcome<Closed> {
  const { closeBy: _, ...kept } = request;
  return { ...kept, state: 'closed', endedAt: given.now, acceptance: { thanks: given.thanks, ratings: given.ratings } };
}

/** Nobody said a word until the closing time. */
function lapse(request: Delivered, { now }: { now: Date }): Outcome<Closed> {
  if (now.getTime() < request.closeBy.getTime()) return refused('notFromHere');
  const { closeBy: _, ...kept } = request;
  return { ...kept, state: 'closed', endedAt: now, acceptance: null };
}

const withdraw = (
  request: Asked | Countered | Promised,
  { now, mergedInto = null }: { now: Date; mergedInto?: string | null },
): Outcome<Withdrawn> => ({ ...every(request), state: 'withdrawn', endedAt: now, mergedInto });

/** How long an ended request can be opened again. */
export const reopenWindowMs = 30 * 86_400_000;
export const reopenUntil = (endedAt: Date): Date => new Date(endedAt.getTime() + reopenWindowMs);

type Over = Closed | Declined | Withdrawn | Revoked;

/** Asked again of the same people; the history stays. */
function reopen(request: Over, { now }: { now: Date }): Outcome<Asked> {
  if (now.getTime() > reopenUntil(request.endedAt).getTime()) return refused('reopenWindowOver');
  return { ...every(request), state: 'asked', greetedBy: null, greetedAt: null };
}

function every(request: Request): Every {
  const { id, number, title, details, requester, askedBy, team, person, greetedBy, greetedAt, createdAt } = request;
  const { sight, service } = request;
  const asked = { id, number, title, details, requester, askedBy, team, person, sight, service };
  return { ...asked, greetedBy, greetedAt, createdAt };
}

/** The state machine: what may happen in each state. This table is the documentation (Winograd and Flores 1986, figure 5.1). */
export const moves = {
  asked: { greet, promise, counter, decline, refuse, handOver, passOn, withdraw },
  countered: { acceptCounter, reask, withdraw },
  promised: { deliver, handOver, release, revoke, withdraw },
  delivered: { accept, giveBack, lapse },
  closed: { reopen },
  declined: { reopen },
  withdrawn: { reopen },
  revoked: { reopen },
} satisfies { [S in RequestState]: Record<string, (request: In<S>, given: never) => Outcome<Request>> };

type In<S extends RequestState> = Extract<Request, { state: S }>;
type Table = typeof moves;
export type MoveName = { [S in RequestState]: keyof Table[S] }[RequestState];
type Rule<M extends MoveName> = { [S in RequestState]: M extends keyof Table[S] ? Table[S][M] : never }[RequestState];
type Given<M extends MoveName> =
  Rule<M> extends (request: never, ...rest: infer Rest) => unknown ? (Rest extends [infer G] ? G : undefined) : never;
type Next<M extends MoveName> = Exclude<
  ReturnType<Extract<Rule<M>, (...given: never) => unknown>>,
  { refused: unknown }
>;

/** Makes a move, or refuses it when the state does not list it. */
export function move<M extends MoveName>(request: Request, name: M, given: Given<M>): Outcome<Next<M>> {
  // The compiler cannot follow that a rule listed under a state takes that state; the table's `satisfies` has checked it.
  const rules = moves[request.state] as unknown as {
    [N in M]?: (request: Request, given: Given<M>) => Outcome<Next<M>>;
  };
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  return rule ? rule(request, given) : refused('notFromHere');
}

const stages: Record<RequestState, RequestStage> = {
  asked: 'opening',
  countered: 'opening',
  promised: 'serving',
  delivered: 'closing',
  closed: 'ended',
  declined: 'ended',
  withdrawn: 'ended',
  revoked: 'ended',
};
export const stageOf = (state: RequestState): RequestStage => stages[state];
export const hasEnded = (state: RequestState): boolean => stages[state] === 'ended';
