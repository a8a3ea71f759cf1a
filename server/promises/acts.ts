// What a person does with a promise: may they, decide, save, tell the other side. A request's promise is moved by the request's own acts.
import type { NoticeKind } from '../../contract/notices.ts';
import type { MissReason, PromiseMove } from '../../contract/promises.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { can, whyNot } from './access.ts';
import * as moving from './moving.ts';
import { findPromise } from './page.queries.ts';
import { lockPromise } from './queries.ts';
import { checkDue, type Promised } from './rules.ts';
import { mayRead, standingOf } from './sight.ts';
import type { Fate, PromiseSubjects, SubjectActing, SubjectActs } from './subjects.ts';
import type { PromiseRow } from './tables.ts';
import { tell } from './telling.ts';
import { calendarOfPromiser, closeByOf, mendBy } from './terms.ts';

/** Who acts on which promise, when; `expected` is the version that they saw. */
export type Acting = {
  tx: Db;
  who: Who;
  id: string;
  now: Date;
  expected?: number | undefined;
  subjects: PromiseSubjects;
};

/** How one move is made. */
type Way = {
  /** Of the subject that makes its own moves; left out where it knows no such move. */
  theirs?: (acts: SubjectActs, acting: SubjectActing) => Promise<Outcome<unknown>>;
  ours: (row: PromiseRow) => Promise<Outcome<Promised>>;
  /** What the other side is told, and whether the time is worth telling. */
  told: NoticeKind | ((after: Promised) => NoticeKind);
  due?: (after: Promised) => Date | null;
  fate?: (after: Promised) => Fate | null;
};

async function act(acting: Acting, move: PromiseMove, way: Way): Promise<Outcome<null>> {
  const { tx, who, id, expected, subjects } = acting;
  const found = await findPromise(tx, id);
  if (!found || !(await mayRead(tx, who, found, subjects))) return refused('notFound');
  if (expected !== undefined && expected !== found.version) return refused('changedMeanwhile');
  const acts = subjects[found.subject]?.acts;
  return acts ? delegate(acting, found, acts, way) : moveHere(acting, move, way);
}

/** The subject moves its own promise and tells its history. What ended has nothing to do with the one that runs there now. */
async function delegate({ tx, who, now }: Acting, found: PromiseRow, acts: SubjectActs, way: Way) {
  if (!way.theirs || found.state === 'ended') return refused('notFromHere');
  const made = await way.theirs(acts, { tx, who, id: found.subject_id, now });
  if (isRefused(made)) return made;
  const after = await findPromise(tx, found.id);
  return after?.version === found.version + 1 ? null : refused('changedMeanwhile');
}

async function moveHere({ tx, who, id, now, expected, subjects }: Acting, move: PromiseMove, way: Way) {
  const row = await lockPromise(tx, id);
  if (!row) return refused('notFound');
  if (expected !== undefined && expected !== row.version) return refused('changedMeanwhile');
  const standing = standingOf(row);
  if (!can(who.id, standing).includes(move)) return refused(whyNot(move, who.id, standing));
  const after = await way.ours(row);
  if (isRefused(after)) return after;
  const kind = typeof way.told === 'string' ? way.told : way.told(after);
  const to = who.id === row.promiser_id ? row.promisee_id : row.promiser_id;
  await tell(tx, { id, occasion: row.version + 1 }, [{ kind, to }], { by: who.id, due: way.due?.(after) ?? null, now });
  const what = way.fate?.(after);
  return what ? hear({ tx, subjects, now }, id, what, who.id) : null;
}

/** The subject hears how its promise fares. */
export async function hear(
  { tx, subjects, now }: Pick<Acting, 'tx' | 'subjects' | 'now'>,
  id: string,
  what: Fate,
  by: string | null,
): Promise<Refused | null> {
  const promise = await findPromise(tx, id);
  const fate = promise && subjects[promise.subject]?.fate;
  return (fate && (await fate(tx, { promise, what, by, now }))) ?? null;
}

const proposed = (after: Promised): Date | null => (after.state === 'open' ? (after.proposal?.due ?? null) : null);
const dueOf = (after: Promised): Date => after.due;

export const accept = (acting: Acting, { words }: { words: string }) =>
  act(acting, 'accept', {
    ours: () => moving.nodAt(acting.tx, acting.id, { by: acting.who.id, words }, acting.now),
    told: 'promiseNodded',
  });

type Offering = { due: Date; deliverable?: string | undefined; reason: string };

export const counter = (acting: Acting, given: Offering) =>
  act(acting, 'counter', {
    ours: () => moving.counterPromise(acting.tx, acting.id, { ...given, by: acting.who.id }, acting.now),
    told: 'promiseCountered',
    due: proposed,
  });

export const renegotiate = (acting: Acting, given: Offering & { missReason?: MissReason | undefined }) =>
  act(acting, 'renegotiate', {
    theirs: (acts, there) => acts.renegotiate(there, given),
    ours: () => moving.proposeTime(acting.tx, acting.id, { ...given, by: acting.who.id }, acting.now),
    told: 'renegotiationProposed',
    due: proposed,
  });

type Answering = { answer: 'accept' | 'hold'; words: string; missReason?: MissReason | undefined };

export const answer = (acting: Acting, given: Answering) =>
  act(acting, 'answer', {
    theirs: (acts, there) => acts.answer(there, given),
    ours: async (row) => {
      const calendar = await calendarOfPromiser(acting.tx, row);
      return moving.answerProposal(acting.tx, acting.id, { ...given, by: acting.who.id, calendar }, acting.now);
    },
    told: (after) =>
      given.answer === 'accept'
        ? 'renegotiationAccepted'
        : after.promiser === acting.who.id
          ? 'promiseHeld'
          : 'renegotiationHeld',
    due: dueOf,
    fate: () => (given.answer === 'accept' ? 'moved' : null),
  });

export const takeBack = (acting: Acting) =>
  act(acting, 'takeBack', {
    theirs: (acts, there) => acts.takeBack(there),
    ours: () => moving.takeBackProposal(acting.tx, acting.id, acting.who.id, acting.now),
    told: 'promiseStands',
    due: dueOf,
  });

export const keep = (acting: Acting, given: { done: string; missReason?: MissReason | undefined }) =>
  act(acting, 'keep', {
    theirs: (acts, there) => acts.deliver(there, given),
    ours: async (row) => {
      const closeBy = await closeByOf(acting.tx, row, acting.now);
      return moving.deliverPromise(acting.tx, acting.id, { ...given, by: acting.who.id, closeBy }, acting.now);
    },
    told: 'delivered',
    fate: () => 'delivered',
  });

export const conclude = (acting: Acting, given: { thanks: string }) =>
  act(acting, 'conclude', {
    theirs: (acts, there) => acts.conclude(there, given),
    ours: () => moving.concludePromise(acting.tx, acting.id, acting.who.id, acting.now, given.thanks),
    told: 'accepted',
    fate: () => 'kept',
  });

export const giveBack = (acting: Acting, given: { missing: string; due?: Date | undefined }) =>
  act(acting, 'return', {
    theirs: (acts, there) => acts.giveBack(there, given),
    ours: async (row) => {
      const { tx, who, id, now } = acting;
      const calendar = await calendarOfPromiser(tx, row);
      const due = checkDue(given.due ?? mendBy(calendar, row.due_at, now), now);
      if (isRefused(due)) return due;
      return moving.returnPromise(tx, id, { by: who.id, due, missing: given.missing, calendar }, now);
    },
    told: 'returned',
    due: dueOf,
    fate: () => 'moved',
  });

export const miss = (acting: Acting, given: { missReason: MissReason; reason: string }) =>
  act(acting, 'miss', {
    theirs: (acts, there) => acts.revoke(there, given),
    ours: () =>
      moving.missPromise(
        acting.tx,
        acting.id,
        { missReason: given.missReason, words: given.reason, by: acting.who.id },
        acting.now,
      ),
    told: (after) => (after.state === 'ended' && after.outcome === 'missed' ? 'promiseMissed' : 'revoked'),
    fate: () => 'missed',
  });

export const release = (acting: Acting, { words }: { words: string }) =>
  act(acting, 'release', {
    theirs: (acts, there) => acts.release(there, { words }),
    ours: () => moving.releasePromise(acting.tx, acting.id, { by: acting.who.id, reason: words }, acting.now),
    told: 'released',
    fate: () => 'released',
  });
