// What becomes of an idea when the appointment about it was held, and when what was promised anew there fares on. Called off: fate.ts.
import type { AppointmentOrigin } from '../appointments/appointments.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, type Refused } from '../platform/outcome.ts';
import * as ledger from '../promises/promises.ts';
import { settle } from './act.ts';
import { fate } from './fate.ts';
import { lockById, lockByPromise } from './queries.ts';
import { ideaOf } from './record.ts';
import { afterHeld, move, type Appointed, type OnPromise } from './rules.ts';

type Held = Parameters<AppointmentOrigin['held']>[1];
type Came = Held['came'][number];
type Row = ledger.PromiseRow;

/** The appointment was held: the idea is done, let go, or stands on a promise again, and its story says so. */
export const held: AppointmentOrigin['held'] = async (tx, told) => {
  const row = await lockById(tx, told.origin);
  const idea = row && ideaOf(row);
  if (idea?.state !== 'appointed' || idea.appointment !== told.appointment) return null;
  const [promise] = await ledger.promiseRows(tx, [idea.promise]);
  if (!promise || promise.state === 'ended') return null;
  const { came, asks, delivers, until } = told;
  const next = afterHeld({
    came: came.map(({ fate: how }) => how),
    whole: promise.due_at <= until || came.some(({ words }) => words === promise.deliverable),
    byPromiser: delivers === idea.promiser && asks === idea.promisee,
    open: promise.state === 'open',
  });
  if (next === 'released') return end(tx, promise, told, 'released');
  if (next === 'done' && mayConclude(promise, told)) return end(tx, promise, told, 'kept');
  if (next === 'anew') return standAnew(tx, { idea, promise }, told);
  return back(tx, idea, told, { anew: null, due: told.at });
};

/** When the last of it came; what nobody promised came when it was asked about. */
const cameAt = ({ came, at }: Held): Date =>
  new Date(Math.max(...came.map(({ promise }) => (promise?.delivered_at ?? at).getTime())));

/** A late delivery says what got in the way: where nobody has said it, the promise waits for its promiser's own word. */
const reasonOf = (promise: Row, { came }: Held) =>
  promise.miss_reason ?? came.find(({ promise: each }) => each?.miss_reason)?.promise?.miss_reason ?? undefined;
const mayConclude = (promise: Row, told: Held): boolean =>
  promise.state === 'delivered' || cameAt(told) <= promise.due_at || reasonOf(promise, told) !== undefined;

/** The two have said of the idea's promise what there is to say: it ends in the ledger, and the idea with it. */
async function end(tx: Db, promise: Row, told: Held, what: 'kept' | 'released'): Promise<Refused | null> {
  const { asks, delivers, by, now } = told;
  if (what === 'released') {
    const gone = await ledger.releasePromise(tx, promise.id, { by: asks, reason: '' }, now);
    if (isRefused(gone)) return gone;
  } else {
    const missReason = reasonOf(promise, told);
    const given = { by: delivers, ...(missReason ? { missReason } : {}) };
    const there = promise.state === 'open' ? await ledger.deliverPromise(tx, promise.id, given, cameAt(told)) : null;
    if (isRefused(there)) return there;
    const done = await ledger.concludePromise(tx, promise.id, asks, now);
    if (isRefused(done)) return done;
  }
  const [ended] = await ledger.promiseRows(tx, [promise.id]);
  return ended ? fate(tx, { promise: ended, what, by, now }) : null;
}

const running = (came: readonly Came[]): Row[] =>
  came
    .flatMap(({ fate: how, promise }) => (how === 'running' && promise ? [promise] : []))
    .toSorted((one, other) => other.due_at.getTime() - one.due_at.getTime());
const onto = ({ id, promiser_id: promiser, promisee_id: promisee }: Row): OnPromise => ({
  promise: id,
  promiser,
  promisee,
});

/**
 * It stands on what was promised anew; of several, on the one that comes last. That takes the place of the old promise, which is let
 * go while it has time; once its time has passed it was missed, for what was said of its deliverable, or waits for its promiser's word.
 */
async function standAnew(tx: Db, { idea, promise }: { idea: Appointed; promise: Row }, told: Held) {
  const [last] = running(told.came);
  if (!last) return back(tx, idea, told, { anew: null, due: told.at });
  const { by, now } = told;
  const missReason = reasonOf(promise, told) ?? told.came.find((each) => each.missedBecause)?.missedBecause;
  const late = promise.due_at < now;
  const gone =
    promise.state === 'delivered' || (late && !missReason)
      ? null
      : late && missReason
        ? await ledger.missPromise(tx, promise.id, { by: told.delivers, words: '', missReason }, now)
        : await ledger.releasePromise(tx, promise.id, { by, reason: '' }, now);
  if (isRefused(gone)) return gone;
  return back(tx, idea, told, { anew: last, due: last.due_at });
}

/** Back on a promise; the two hear of it from the appointment, whoever proposed the idea from here. */
async function back(tx: Db, idea: Appointed, told: Held, { anew, due }: { anew: Row | null; due: Date }) {
  const { by, now, came } = told;
  const broken = anew !== null && came.some(({ missedBecause }) => missedBecause !== null);
  const next = move(idea, 'held', { anew: anew && onto(anew), broken });
  const { author, promiser, promisee } = idea;
  const hears = anew && author !== promiser && author !== promisee;
  const settled = await settle(tx, next, {
    what: anew ? 'promisedAnew' : 'held',
    by: anew ? told.delivers : by,
    to_id: anew ? told.asks : null,
    due_at: due,
    told: hears ? [{ kind: 'ideaCommitted', to: [author] }] : [],
    now,
  });
  return isRefused(settled) ? settled : null;
}

/** Something promised for its appointment fares on. Once it is there and more of it is to come, the idea stands on that. */
export const faring: AppointmentOrigin['fate'] = async (tx, { beside, ...told }) => {
  const { promise, by, now } = told;
  const [next] = running(beside);
  const there = promise.state === 'ended' && promise.delivered_at !== null && promise.outcome !== 'released';
  if (!next || !there) return fate(tx, told);
  const row = await lockByPromise(tx, promise.id);
  const idea = row && ideaOf(row);
  if (idea?.state !== 'committed') return fate(tx, told);
  const settled = await settle(tx, move(idea, 'carryOn', onto(next)), { what: 'delivered', by, told: [], now });
  return isRefused(settled) ? settled : null;
};
