// The life of a promise: what may happen to it and how it is judged in the end. Pure; time is an argument.
import type { MissReason, PromiseOutcome } from '../../contract/promises.ts';
import { refused, type Outcome } from '../platform/outcome.ts';

type Every = {
  id: string;
  promiser: string;
  promisee: string;
  deliverable: string;
  due: Date;
  firstDue: Date;
  renegotiations: number;
  /** A new time was agreed only after the old one had passed. */
  repaired: boolean;
  /** Deliveries that came back as not right yet. */
  returns: number;
  missReason: MissReason | null;
};
/** `by`: the promiser, or the other side that asks for it. */
export type ProposedTime = { due: Date; deliverable: string; reason: string; at: Date; by: string };

export type Open = Every & { state: 'open'; proposal: ProposedTime | null };
export type Delivered = Every & { state: 'delivered'; deliveredAt: Date };
export type Ended = Every & { state: 'ended'; outcome: PromiseOutcome; endedAt: Date; deliveredAt: Date | null };
export type Promised = Open | Delivered | Ended;

/** Nobody promises further ahead than this. */
export const horizonMs = 2 * 366 * 86_400_000;

/** A due instant must lie in the future, within two years. */
export function checkDue(due: Date, now: Date): Outcome<Date> {
  if (due.getTime() <= now.getTime()) return refused('dueInPast', { field: 'due' });
  if (due.getTime() - now.getTime() > horizonMs) return refused('dueTooFar', { field: 'due' });
  return due;
}

/** The promiser offers a new time; before the due instant this is honourable, after it a repair. */
function propose(
  promise: Open,
  given: Omit<ProposedTime, 'at' | 'by'> & { missReason?: MissReason | undefined; now: Date },
): Outcome<Open> {
  if (promise.proposal) return refused('alreadyProposed');
  const due = checkDue(given.due, given.now);
  if (!(due instanceof Date)) return due;
  if (due.getTime() === promise.due.getTime() && given.deliverable === promise.deliverable)
    return refused('sameDue', { field: 'due' });
  const late = isPast(promise.due, given.now);
  if (late && !given.missReason) return refused('missReasonNeeded', { field: 'missReason' });
  return {
    ...promise,
    missReason: late ? (given.missReason ?? null) : promise.missReason,
    proposal: { due, deliverable: given.deliverable, reason: given.reason, at: given.now, by: promise.promiser },
  };
}

/** The other side agrees: the new time and words are what counts from now on. A time that has passed can no longer be agreed to. */
function accept(promise: Open, { now }: { now: Date }): Outcome<Open> {
  const { proposal } = promise;
  if (!proposal) return refused('nothingProposed');
  if (proposal.due.getTime() <= now.getTime()) return refused('dueInPast');
  return {
    ...promise,
    due: proposal.due,
    deliverable: proposal.deliverable,
    renegotiations: promise.renegotiations + 1,
    repaired: promise.repaired || isPast(promise.due, proposal.at),
    proposal: null,
  };
}

/** The other side holds to the old time. */
const hold = (promise: Open): Outcome<Open> =>
  promise.proposal ? { ...promise, proposal: null } : refused('nothingProposed');

/** The promiser reports that it is done; a proposal that still waits falls away. A late delivery says what got in the way. */
function deliver(promise: Open, given: { now: Date; missReason?: MissReason | undefined }): Outcome<Delivered> {
  const late = isPast(promise.due, given.now);
  const missReason = given.missReason ?? promise.missReason;
  if (late && !missReason) return refused('missReasonNeeded', { field: 'missReason' });
  const { proposal: _, ...kept } = promise;
  return { ...kept, state: 'delivered', deliveredAt: given.now, missReason: late ? missReason : promise.missReason };
}

/** Not right yet: it is open again, due at `due` (a time still ahead, agreed by asking for the mend). What came late stays late. */
const giveBack = (promise: Delivered, given: { due: Date }): Outcome<Open> => {
  const { deliveredAt, ...kept } = promise;
  const repaired = promise.repaired || isPast(promise.due, deliveredAt);
  return { ...kept, state: 'open', due: given.due, repaired, returns: promise.returns + 1, proposal: null };
};

/** Accepted, by word or by silence: the ledger judges. */
const conclude = (promise: Delivered, given: { now: Date }): Outcome<Ended> => ({
  ...promise,
  state: 'ended',
  outcome: judge(promise),
  endedAt: given.now,
});

/** Taken back by the promiser, with what got in the way. */
const revoke = (promise: Open, given: { now: Date; missReason: MissReason }): Outcome<Ended> => ({
  ...ended(promise, 'revoked', given.now),
  missReason: given.missReason,
});

/** Let go by the other side (withdrawn, released) or by handing over before it was due: counts neither way. */
const release = (promise: Open | Delivered, given: { now: Date }): Outcome<Ended> =>
  ended(promise, 'released', given.now);

function ended(promise: Open | Delivered, outcome: PromiseOutcome, now: Date): Ended {
  const deliveredAt = promise.state === 'delivered' ? promise.deliveredAt : null;
  const { id, promiser, promisee, deliverable, due, firstDue, renegotiations, repaired, returns, missReason } = promise;
  const every = { id, promiser, promisee, deliverable, due, firstDue, renegotiations, repaired, returns, missReason };
  return { ...every, state: 'ended', outcome, endedAt: now, deliveredAt };
}

/** Kept as agreed? A delivery at the very due instant is in time. */
export function judge(promise: Delivered): PromiseOutcome {
  if (isPast(promise.due, promise.deliveredAt)) return 'missed';
  if (promise.repaired) return 'repaired';
  return promise.renegotiations > 0 ? 'keptRenegotiated' : 'kept';
}

const isPast = (due: Date, now: Date): boolean => now.getTime() > due.getTime();

/** What may happen in each state. This table is the documentation; the database holds the same in constraints. */
export const moves = {
  open: { propose, accept, hold, deliver, revoke, release },
  delivered: { giveBack, conclude, release },
  ended: {},
} satisfies {
  [S in Promised['state']]: Record<
    string,
    (promise: Extract<Promised, { state: S }>, given: never) => Outcome<Promised>
  >;
};

/** Outcomes that count as a word kept, and those that count at all. */
export const countsAsKept = (outcome: PromiseOutcome): boolean => outcome === 'kept' || outcome === 'keptRenegotiated';
export const counts = (outcome: PromiseOutcome): boolean => outcome !== 'released';
