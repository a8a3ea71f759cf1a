// The ledger's front door: every capability promises, renegotiates, delivers and concludes through these functions.
import type { Kept, MissReason, OriginSubject, PromiseView } from '../../contract/promises.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { ratesShown, teamsOf } from '../directory/directory.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { wilson } from '../platform/statistics.ts';
import type { WorkingCalendar } from '../platform/working-time.ts';
import {
  insertPromise,
  lockPromise,
  promiseOf,
  promisesById,
  recordOfPerson,
  savePromise,
  takeOverdue,
} from './queries.ts';
import { takeToWarn } from './risk.queries.ts';
import type { OwnRisk } from './risk.ts';
import { checkDue, moves, type Delivered, type Open, type Promised } from './rules.ts';
import type { PromiseRow, RevisionTable } from './tables.ts';
import { warnAt } from './warn.rules.ts';

export { checkDue } from './rules.ts';
export type { PromiseRow } from './tables.ts';
export type { PromiseSubject, PromiseSubjects, SubjectActs } from './subjects.ts';
export { promisesPersonal } from './personal.ts';
export { ownRisks, reckonRisks, type OwnRisk } from './risk.ts';
export { hasUntallied, takeUntallied, type EndedPromise } from './untallied.ts';

/** The promiser's working calendar decides when time runs short. */
export type Making = {
  subject: string;
  /** Left out for a promise of its own, which is its own subject. */
  subjectId?: string;
  promiser: string;
  promisee: string;
  team: string | null;
  deliverable: string;
  due: Date;
  calendar: WorkingCalendar;
  /** Of the catalog, where it was asked for. */
  service?: string | null;
  /** The promisee's; left out: their oldest living team. */
  askingTeam?: string | null;
  /** The promise that this one waits for. */
  dependsOn?: string | null;
  /** What it grew out of. */
  origin?: { subject: OriginSubject; id: string } | null;
};

/** Writes a promise into the ledger; answers its id. Refuses a due instant that is past or over two years ahead. */
export async function makePromise(tx: Db, given: Making, now: Date): Promise<Outcome<string>> {
  const due = checkDue(given.due, now);
  if (isRefused(due)) return due;
  const id = newId();
  await insertPromise(tx, {
    id,
    subject: given.subject,
    subject_id: given.subjectId ?? id,
    promiser_id: given.promiser,
    promisee_id: given.promisee,
    team_id: given.team,
    deliverable: given.deliverable,
    due_at: given.due,
    zone: given.calendar.zone,
    service_id: given.service ?? null,
    asking_team_id: given.askingTeam === undefined ? await oldestTeam(tx, given.promisee) : given.askingTeam,
    depends_on_id: given.dependsOn ?? null,
    origin_subject: given.origin?.subject ?? null,
    origin_id: given.origin?.id ?? null,
    made_at: now,
    warn_at: warnAt(given.calendar, now, given.due),
  });
  return id;
}

const oldestTeam = async (tx: Db, person: string) => (await teamsOf(tx, person))[0]?.id ?? null;

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
  await savePromise(tx, next, said, moved ? warnAt(calendar, said.at, next.due) : undefined);
  return next;
}

type Proposing = {
  due: Date;
  deliverable?: string | undefined;
  reason: string;
  missReason?: MissReason | undefined;
  by: string;
};

/** The promiser offers a new time (and words); a reason for the miss is needed once the due instant has passed. */
export const proposeTime = (tx: Db, id: string, given: Proposing, now: Date) =>
  change(
    tx,
    id,
    {
      open: (promise) =>
        moves.open.propose(promise, { ...given, deliverable: given.deliverable ?? promise.deliverable, now }),
    },
    {
      kind: 'proposed',
      by_id: given.by,
      reason: given.reason,
      at: now,
      due: given.due,
      ...(given.deliverable ? { deliverable: given.deliverable } : {}),
    },
  );

/** The other side agrees to the new time, or holds to the old one. */
export const answerProposal = (
  tx: Db,
  id: string,
  given: { answer: 'accept' | 'hold'; by: string; words: string; calendar: WorkingCalendar },
  now: Date,
) =>
  change(
    tx,
    id,
    { open: given.answer === 'accept' ? (promise) => moves.open.accept(promise, { now }) : moves.open.hold },
    { kind: given.answer === 'accept' ? 'accepted' : 'held', by_id: given.by, reason: given.words || null, at: now },
    given.calendar,
  );

/** Reported as done. */
export const deliverPromise = (
  tx: Db,
  id: string,
  given: { by: string; missReason?: MissReason | undefined },
  now: Date,
) =>
  change(
    tx,
    id,
    { open: (promise) => moves.open.deliver(promise, { now, missReason: given.missReason }) },
    { kind: 'delivered', by_id: given.by, reason: given.missReason ?? null, at: now },
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
export const concludePromise = (tx: Db, id: string, by: string | null, now: Date) =>
  change(
    tx,
    id,
    { delivered: (promise) => moves.delivered.conclude(promise, { now }) },
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

/** Promises whose promisers should hear that they may not hold: of requests, or all others; each is told of once for each due time. */
export const warnings = takeToWarn;
/** Promises whose due instant has just passed; each is told of once per due time. */
export const misses = takeOverdue;

export const promiseRows = promisesById;

/** A promise as its people see it at `now`; `own` is for its promiser alone: see ownRisks. */
export function promiseView(
  row: PromiseRow,
  refs: ReadonlyMap<string, PersonRef>,
  now: Date,
  own?: OwnRisk,
): PromiseView {
  const ref = (id: string): PersonRef => refs.get(id) ?? { id, name: '', photo: null, active: false };
  const open = row.state === 'open';
  return {
    id: row.id,
    by: ref(row.promiser_id),
    to: ref(row.promisee_id),
    deliverable: row.deliverable,
    due: row.due_at.toISOString(),
    firstDue: row.first_due_at.toISOString(),
    zone: row.zone,
    madeAt: row.made_at.toISOString(),
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    atRisk: open && now >= row.warn_at && now <= row.due_at,
    overdue: open && now > row.due_at,
    renegotiations: row.renegotiations,
    proposal:
      row.proposed_due_at && row.proposed_at
        ? {
            due: row.proposed_due_at.toISOString(),
            deliverable: row.proposed_deliverable ?? row.deliverable,
            reason: row.proposed_reason ?? '',
            honourable: row.proposed_at <= row.due_at,
            proposedAt: row.proposed_at.toISOString(),
          }
        : null,
    outcome: row.outcome,
    risk: own?.risk ?? null,
    suggestedDue: own?.suggestedDue?.toISOString() ?? null,
  };
}

const window = 90 * 86_400_000;
/** A tally with its uncertainty; null without promises. */
export const keptOf = ({
  kept,
  renegotiated,
  total,
}: {
  kept: number;
  renegotiated: number;
  total: number;
}): Kept | null => (total === 0 ? null : { kept, renegotiated, total, ...wilson(kept, total) });

/** A person's own record of the last 90 days; for that person's eyes only. Null without promises, and where the company counts none. */
export const ownRecord = async (db: Db, person: string, now: Date): Promise<Kept | null> =>
  (await ratesShown(db)) ? keptOf((await recordOfPerson(db, person, new Date(now.getTime() - window))).tally) : null;
