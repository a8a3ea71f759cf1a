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
  missWords: string | null;
  /** The other side nodded; a promise holds without it. */
  acceptedAt: Date | null;
};
/** `by`: the promiser, or the other side that asks for it. */
export type ProposedTime = { due: Date; deliverable: string; reason: string; at: Date; by: string };

export type Open = Every & { state: 'open'; proposal: ProposedTime | null };
/** `closeBy`: silence accepts it then, where the ledger itself watches for that. */
export type Delivered = Every & {
  state: 'delivered';
  deliveredAt: Date;
  done: string | null;
  closeBy: Date | null;
};
export type Ended = Every & {
  state: 'ended';
  outcome: PromiseOutcome;
  endedAt: Date;
  deliveredAt: Date | null;
  done: string | null;
  thanks: string | null;
  bySilence: boolean;
};
export type Promised = Open | Delivered | Ended;

/** Nobody promises further ahead than this. */
export const horizonMs = 2 * 366 * 86_400_000;

/** A due instant must lie in the future, within two years. */
export function checkDue(due: Date, now: Date): Outcome<Date> {
  if (due.getTime() <= now.getTime()) return refused('dueInPast', { field: 'due' });
  if (due.getTime() - now.getTime() > horizonMs) return refused('dueTooFar', { field: 'due' });
  return due;
}

/** The other side says that this is fine. */
const nod = (promise: Open, { now }: { now: Date }): Outcome<Open> =>
  promise.acceptedAt ? refused('alreadyNodded') : { ...promise, acceptedAt: now };

type Offered = Omit<ProposedTime, 'at' | 'by'> & { now: Date };

function offer(promise: Open, given: Offered, by: string): Outcome<Open> {
  if (promise.proposal) return refused('alreadyProposed');
  const due = checkDue(given.due, given.now);
  if (!(due instanceof Date)) return due;
  if (due.getTime() === promise.due.getTime() && given.deliverable === promise.deliverable)
    return refused('sameDue', { field: 'due' });
  return { ...promise, proposal: { due, deliverable: given.deliverable, reason: given.reason, at: given.now, by } };
}

/** The promiser offers a new time; before the due instant this is honourable, after it a repair. */
function propose(promise: Open, given: Offered & { missReason?: MissReason | undefined }): Outcome<Open> {
  const offered = offer(promise, given, promise.promiser);
  if ('refused' in offered || !isPast(promise.due, given.now)) return offered;
  if (!given.missReason) return refused('missReasonNeeded', { field: 'missReason' });
  return { ...offered, missReason: given.missReason };
}

/** The other side asks for another time, or for something else; the promiser answers. */
const counter = (promise: Open, given: Offered): Outcome<Open> => offer(promise, given, promise.promisee);

/**
 * Whoever did not propose it agrees: the new time and words are what counts from now on. A time that has passed can no longer be agreed
 * to. What was proposed after the due instant repairs a miss, and says what got in the way.
 */
function accept(promise: Open, given: { now: Date; missReason?: MissReason | undefined }): Outcome<Open> {
  const { proposal } = promise;
  if (!proposal) return refused('nothingProposed');
  if (proposal.due.getTime() <= given.now.getTime()) return refused('dueInPast');
  const late = isPast(promise.due, proposal.at);
  const missReason = promise.missReason ?? (late ? (given.missReason ?? null) : null);
  if (late && !missReason) return refused('missReasonNeeded', { field: 'missReason' });
  return {
    ...promise,
    missReason,
    due: proposal.due,
    deliverable: proposal.deliverable,
    renegotiations: promise.renegotiations + 1,
    repaired: promise.repaired || late,
    proposal: null,
  };
}

/** Whoever did not propose it holds to the old time. */
const hold = (promise: Open): Outcome<Open> =>
  promise.proposal ? { ...promise, proposal: null } : refused('nothingProposed');

/** Whoever proposed it no longer asks for it; what was promised stands. */
const takeBack = hold;

type Delivering = { now: Date; missReason?: MissReason | undefined; done?: string; closeBy?: Date };

/** The promiser reports that it is done; a proposal that still waits falls away. A late delivery says what got in the way. */
function deliver(promise: Open, given: Delivering): Outcome<Delivered> {
  const late = isPast(promise.due, given.now);
  const missReason = late ? (given.missReason ?? promise.missReason) : promise.missReason;
  if (late && !missReason) return refused('missReasonNeeded', { field: 'missReason' });
  const { proposal: _, ...kept } = promise;
  const { now: deliveredAt, done = null, closeBy = null } = given;
  return { ...kept, state: 'delivered', deliveredAt, missReason, done, closeBy };
}

/** Not right yet: it is open again, due at `due` (a time still ahead, agreed by asking for the mend). What came late stays late. */
const giveBack = (promise: Delivered, given: { due: Date }): Outcome<Open> => {
  const { deliveredAt, done: _, closeBy: __, ...kept } = promise;
  const repaired = promise.repaired || isPast(promise.due, deliveredAt);
  return { ...kept, state: 'open', due: given.due, repaired, returns: promise.returns + 1, proposal: null };
};

/** Accepted, by word or by silence: the ledger judges. */
const conclude = (promise: Delivered, given: { now: Date; thanks?: string; silent?: boolean }): Outcome<Ended> => ({
  ...ended(promise, judge(promise), given.now),
  thanks: given.thanks || null,
  bySilence: given.silent ?? false,
});

type Failing = { now: Date; missReason: MissReason; missWords?: string };

/** Taken back by the promiser, with what got in the way. */
const revoke = (promise: Open, given: Failing): Outcome<Ended> => ({
  ...ended(promise, 'revoked', given.now),
  missReason: given.missReason,
  missWords: given.missWords ?? null,
});

/** It will not come, with what got in the way: taken back while there is time, missed once there is none. */
const miss = (promise: Open, given: Failing): Outcome<Ended> => ({
  ...ended(promise, isPast(promise.due, given.now) ? 'missed' : 'revoked', given.now),
  missReason: given.missReason,
  missWords: given.missWords ?? null,
});

/** Let go by the other side (withdrawn, released) or by handing over before it was due: counts neither way. */
const release = (promise: Open | Delivered, given: { now: Date }): Outcome<Ended> =>
  ended(promise, 'released', given.now);

function ended(promise: Open | Delivered, outcome: PromiseOutcome, endedAt: Date): Ended {
  const last = { outcome, endedAt, thanks: null, bySilence: false } as const;
  if (promise.state === 'delivered') {
    const { closeBy: _, ...kept } = promise;
    return { ...kept, ...last, state: 'ended' };
  }
  const { proposal: _, ...kept } = promise;
  return { ...kept, ...last, state: 'ended', deliveredAt: null, done: null };
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
  open: { nod, propose, counter, accept, hold, takeBack, deliver, revoke, miss, release },
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
