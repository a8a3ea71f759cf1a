// Every change of a promise: load locked, decide by the rules, save with its revision, tell whoever waits for it. Who may is asked before.
import type { MissReason } from '../../contract/promises.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { WorkingCalendar } from '../platform/working-time.ts';
import { heardAbove, tellDependents } from './chain.ts';
import { lockPromise, promiseOf, savePromise } from './queries.ts';
import { moves, type Delivered, type Open, type Promised } from './rules.ts';
import type { RevisionTable } from './tables.ts';
import { warnAt } from './warn.rules.ts';

type Step<P> = (promise: P) => Outcome<Promised>;
type Change = Omit<RevisionTable, 'promise_id' | 'no' | 'due_at' | 'deliverable'> & {
  due?: Date;
  deliverable?: string;
};

async function change(
  tx: Db,
  id: string,
  steps: { open?: Step<Open>; delivered?: Step<Delivered> },
  said: Change,
  calendar?: WorkingCalendar,
): Promise<Outcome<Promised>> {
  const row = await lockPromise(tx, id);
  if (!row) return refused('notFound');
  const promise = promiseOf(row);
  const step =
    promise.state === 'open'
      ? steps.open?.(promise)
      : promise.state === 'delivered'
        ? steps.delivered?.(promise)
        : undefined;
  const next = step ?? refused('notFromHere');
  if (isRefused(next)) return next;
  const moved = next.due.getTime() !== promise.due.getTime() && calendar;
  const heard = heardAbove(promise, next);
  await Promise.all([
    savePromise(tx, next, said, moved ? warnAt(calendar, said.at, next.due) : undefined),
    heard && tellDependents(tx, [id], heard, { by: said.by_id, now: said.at }),
  ]);
  return next;
}

type Offering = { due: Date; deliverable?: string | undefined; reason: string; by: string };
type Proposing = Offering & { missReason?: MissReason | undefined };

const offered = (kind: 'proposed' | 'countered', given: Offering, at: Date): Change => ({
  kind,
  by_id: given.by,
  reason: given.reason,
  at,
  due: given.due,
  ...(given.deliverable ? { deliverable: given.deliverable } : {}),
});

/** The promiser offers a new time (and words); a reason for the miss is needed once the due instant has passed. */
export const proposeTime = (tx: Db, id: string, given: Proposing, now: Date) =>
  change(
    tx,
    id,
    {
      open: (promise) =>
        moves.open.propose(promise, { ...given, deliverable: given.deliverable ?? promise.deliverable, now }),
    },
    offered('proposed', given, now),
  );

/** The other side asks for another time, or for something else. */
export const counterPromise = (tx: Db, id: string, given: Offering, now: Date) =>
  change(
    tx,
    id,
    {
      open: (promise) =>
        moves.open.counter(promise, { ...given, deliverable: given.deliverable ?? promise.deliverable, now }),
    },
    offered('countered', given, now),
  );

/** The other side says that this is fine. */
export const nodAt = (tx: Db, id: string, given: { by: string; words: string }, now: Date) =>
  change(
    tx,
    id,
    { open: (promise) => moves.open.nod(promise, { now }) },
    { kind: 'nodded', by_id: given.by, reason: given.words || null, at: now },
  );

type Answering = {
  answer: 'accept' | 'hold';
  by: string;
  words: string;
  calendar: WorkingCalendar;
  /** Of the promiser who agrees to what was asked for too late. */
  missReason?: MissReason | undefined;
};

/** Whoever did not propose it agrees to the new time, or holds to the old one. */
export const answerProposal = (tx: Db, id: string, given: Answering, now: Date) =>
  change(
    tx,
    id,
    {
      open:
        given.answer === 'accept'
          ? (promise) => moves.open.accept(promise, { now, missReason: given.missReason })
          : moves.open.hold,
    },
    { kind: given.answer === 'accept' ? 'accepted' : 'held', by_id: given.by, reason: given.words || null, at: now },
    given.calendar,
  );

/** Whoever proposed it no longer asks for another time. */
export const takeBackProposal = (tx: Db, id: string, by: string, now: Date) =>
  change(tx, id, { open: moves.open.takeBack }, { kind: 'takenBack', by_id: by, reason: null, at: now });

type Delivering = { by: string; missReason?: MissReason | undefined; done?: string; closeBy?: Date };

/** Reported as done. With `closeBy` the ledger itself closes it when nobody says a word until then. */
export const deliverPromise = (tx: Db, id: string, { by, ...given }: Delivering, now: Date) =>
  change(
    tx,
    id,
    { open: (promise) => moves.open.deliver(promise, { ...given, now }) },
    { kind: 'delivered', by_id: by, reason: given.missReason ?? null, at: now },
  );

/** Not right yet: open again until `due`. */
export const returnPromise = (
  tx: Db,
  id: string,
  given: { by: string; due: Date; missing: string; calendar: WorkingCalendar },
  now: Date,
) =>
  change(
    tx,
    id,
    { delivered: (promise) => moves.delivered.giveBack(promise, { due: given.due }) },
    { kind: 'returned', by_id: given.by, reason: given.missing, at: now },
    given.calendar,
  );

/** Accepted (`by` a person) or closed by silence (`by` null): the ledger judges how it was kept. */
export const concludePromise = (tx: Db, id: string, by: string | null, now: Date, thanks = '') =>
  change(
    tx,
    id,
    { delivered: (promise) => moves.delivered.conclude(promise, { now, thanks, silent: by === null }) },
    { kind: 'ended', by_id: by, reason: null, at: now },
  );

/** Taken back by the promiser. */
export const revokePromise = (
  tx: Db,
  id: string,
  given: { by: string; reason: string; missReason: MissReason },
  now: Date,
) =>
  change(
    tx,
    id,
    { open: (promise) => moves.open.revoke(promise, { now, missReason: given.missReason }) },
    { kind: 'ended', by_id: given.by, reason: given.reason, at: now },
  );

/** It will not come, says the promiser: taken back while there is time, missed once there is none. */
export const missPromise = (
  tx: Db,
  id: string,
  given: { by: string; words: string; missReason: MissReason },
  now: Date,
) =>
  change(
    tx,
    id,
    {
      open: (promise) =>
        moves.open.miss(promise, {
          now,
          missReason: given.missReason,
          // Who says nothing more leaves no empty words behind.
          ...(given.words ? { missWords: given.words } : {}),
        }),
    },
    { kind: 'ended', by_id: given.by, reason: null, at: now },
  );

/** Let go by the other side, or handed over in time: it counts neither way. */
export const releasePromise = (tx: Db, id: string, given: { by: string; reason: string }, now: Date) =>
  change(
    tx,
    id,
    {
      open: (promise) => moves.open.release(promise, { now }),
      delivered: (promise) => moves.delivered.release(promise, { now }),
    },
    { kind: 'ended', by_id: given.by, reason: given.reason || null, at: now },
  );
