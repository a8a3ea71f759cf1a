// The life of an idea: how it climbs the ladder, falls back and ends. Pure; time is an argument.
import type { AnswerKind, IdeaState, Rung } from '../../contract/ideas.ts';
import { rungs } from '../../contract/ideas.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import { nextDayEnd, type WorkingCalendar } from '../platform/working-time.ts';

export type Answer = { kind: AnswerKind; by: string; words: string; at: Date };
export type OnPromise = { promise: string; promiser: string; promisee: string };

type Every = {
  id: string;
  author: string;
  /** The highest rung that it has stood on; it never sinks. */
  reached: Rung;
  /** A promise made for it did not hold. */
  broken: boolean;
};
export type Heard = Every & { state: 'heard' };
export type Decided = Every & { state: 'decided'; answer: Answer };
export type Committed = Every & { state: 'committed'; answer: Answer } & OnPromise;
export type Appointed = Every & { state: 'appointed'; answer: Answer; appointment: string } & OnPromise;
/** `kept`: within what was said, if anything was. */
export type Done = Every & { state: 'done'; answer: Answer; kept: boolean };
export type Declined = Every & { state: 'declined'; answer: Answer };
export type Withdrawn = Every & { state: 'withdrawn'; answer: Answer | null };
export type Idea = Heard | Decided | Committed | Appointed | Done | Declined | Withdrawn;

const higher = (reached: Rung, rung: Rung): Rung => (rungs.indexOf(rung) > rungs.indexOf(reached) ? rung : reached);

const everyOf = ({ id, author, reached, broken }: Every): Every => ({ id, author, reached, broken });
type Said = { by: string; words: string; now: Date };
const answerOf = (kind: AnswerKind, { by, words, now }: Said): Answer => ({ kind, by, words, at: now });

/** A yes by name, also to one that had a no before. */
const decide = (idea: Heard | Declined, said: Said): Decided => ({
  ...everyOf(idea),
  reached: higher(idea.reached, 'decided'),
  state: 'decided',
  answer: answerOf('yes', said),
});

/** A no, or not now; the reason is not optional. */
const decline = (idea: Heard | Decided, said: Said & { answer: 'no' | 'notNow' }): Outcome<Declined> =>
  said.words === ''
    ? refused('required', { field: 'reason' })
    : { ...everyOf(idea), state: 'declined', answer: answerOf(said.answer, said) };

/** Done without a promise: there was nothing said that it could break, unless an earlier promise broke. */
const complete = (idea: Heard | Decided, said: Said): Done => ({
  ...everyOf(idea),
  state: 'done',
  answer: answerOf('done', said),
  kept: !idea.broken,
});

const withdraw = (idea: Heard | Decided): Withdrawn => ({
  ...everyOf(idea),
  state: 'withdrawn',
  answer: idea.state === 'decided' ? idea.answer : null,
});

/** Somebody has promised it to somebody. */
const commit = (idea: Decided, promised: OnPromise): Committed => ({
  ...everyOf(idea),
  reached: higher(idea.reached, 'committed'),
  state: 'committed',
  answer: idea.answer,
  ...promised,
});

/** And says when, with what in hand, they will be asked. */
const appoint = (idea: Committed, { appointment }: { appointment: string }): Appointed => ({
  ...idea,
  reached: 'appointed',
  state: 'appointed',
  appointment,
});

/** The appointment was called off: the promise stands, and waits for the next one. */
const callOff = ({ answer, promise, promiser, promisee, ...idea }: Appointed): Committed => ({
  ...everyOf(idea),
  state: 'committed',
  answer,
  promise,
  promiser,
  promisee,
});

/** The appointment was held, and it is not done: it stands on its promise, or on what was promised `anew` there. */
const held = (idea: Appointed, { anew, broken }: { anew: OnPromise | null; broken: boolean }): Committed => ({
  ...callOff(idea),
  ...anew,
  broken: idea.broken || broken,
});

/** What it stood on is there, and something else of the same appointment is still to come: it stands on that. */
const carryOn = (idea: Committed, promised: OnPromise): Committed => ({ ...idea, ...promised });

/** The promise was delivered and accepted; `kept` says whether within what was said. */
const conclude = (idea: Committed | Appointed, { kept }: { kept: boolean }): Done => ({
  ...everyOf(idea),
  state: 'done',
  answer: idea.answer,
  kept: kept && !idea.broken,
});

/** The promise ended without it: it needs a new hand. `broken` unless the other side let it go. */
const fallBack = (idea: Committed | Appointed, { broken }: { broken: boolean }): Decided => ({
  ...everyOf(idea),
  broken: idea.broken || broken,
  state: 'decided',
  answer: idea.answer,
});

/** What may happen in each state. This table is the documentation; the database holds the same in constraints. */
export const moves = {
  heard: { decide, decline, complete, withdraw },
  decided: { commit, decline, complete, withdraw },
  committed: { appoint, carryOn, conclude, fallBack },
  appointed: { callOff, held, conclude, fallBack },
  done: {},
  declined: { decide },
  withdrawn: {},
} satisfies {
  [S in IdeaState]: Record<string, (idea: In<S>, given: never) => Outcome<Idea>>;
};

type In<S extends IdeaState> = Extract<Idea, { state: S }>;
type Table = typeof moves;
export type MoveName = { [S in IdeaState]: keyof Table[S] }[IdeaState];
type Rule<M extends MoveName> = { [S in IdeaState]: M extends keyof Table[S] ? Table[S][M] : never }[IdeaState];
type Given<M extends MoveName> =
  Rule<M> extends (idea: never, ...rest: infer Rest) => unknown ? (Rest extends [infer G] ? G : undefined) : never;

/** Makes a move, or refuses it when the state does not list it. */
export function move<M extends MoveName>(idea: Idea, name: M, given: Given<M>): Outcome<Idea> {
  // The compiler cannot follow that a rule listed under a state takes that state; the table's `satisfies` has checked it.
  const rules = moves[idea.state] as unknown as { [N in M]?: (idea: Idea, given: Given<M>) => Outcome<Idea> };
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  return rule ? rule(idea, given) : refused('ideaMovedOn');
}

/** A deliverable of an appointment that was held, as appointments tell it. */
type Came = 'delivered' | 'released' | 'running' | 'failed';
export type AskedAbout = {
  came: readonly Came[];
  /** Asked about was the promise itself: its very words were to be shown, or its time had come. Otherwise something on the way to it. */
  whole: boolean;
  /** Who delivered there is who promised the idea. */
  byPromiser: boolean;
  /** The promise of the idea still runs, and nobody has said yet that it is done. */
  open: boolean;
};

/**
 * What a held appointment makes of an idea. done: all of it was delivered · released: all of it was let go · anew: some of it is to
 * come, and that is what the idea stands on · stands: on its promise, as before the appointment.
 */
export function afterHeld({ came, whole, byPromiser, open }: AskedAbout): 'done' | 'released' | 'anew' | 'stands' {
  if (!whole || !byPromiser) return 'stands';
  if (came.includes('running')) return 'anew';
  if (came.includes('failed')) return 'stands';
  if (came.includes('delivered')) return 'done';
  return open ? 'released' : 'stands';
}

/** How long an answer may usually take, in working days. */
export const usualDays = 10;

/** The end of the tenth working day from now; ten calendar days for a calendar that stays closed. */
export function answerBy(calendar: WorkingCalendar, now: Date): Date {
  let at: Date | null = now;
  for (let day = 0; day < usualDays && at; day += 1) at = nextDayEnd(calendar, at);
  return at ?? new Date(now.getTime() + usualDays * 86_400_000);
}
