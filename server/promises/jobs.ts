// What time does to promises outside of requests: those at risk are told of, misses are marked, silence accepts. Each runs as often as it likes.
import { transact, type Db } from '../platform/db.ts';
import { isRefused } from '../platform/outcome.ts';
import { hear } from './acts.ts';
import { tellDependents } from './chain.ts';
import { concludePromise } from './moving.ts';
import { takeOverdue, takeSilent, type Whose } from './queries.ts';
import { takeToWarn } from './risk.queries.ts';
import type { PromiseSubjects } from './subjects.ts';
import { tell } from './telling.ts';

/** Promises that may not hold, of requests or all others: each promiser is to be told once for each due time, others when its time runs short. */
export const warnings = takeToWarn;

/** Promises whose due instant has just passed; each is told of once per due time. Whoever waits for one of them hears of it here. */
export async function misses(tx: Db, now: Date, whose: Whose) {
  const late = await takeOverdue(tx, now, whose);
  const ids = late.map(({ id }) => id);
  await tellDependents(tx, ids, { kind: 'chainMissed' }, { by: null, now });
  return late;
}

/** Everything that is due by `now`, each in its own transaction. */
export async function sweepPromises(db: Db, subjects: PromiseSubjects, now: Date): Promise<void> {
  await transact(db, (tx) => warn(tx, now));
  await transact(db, (tx) => tellOverdue(tx, now));
  while (await transact(db, (tx) => closeSilent(tx, subjects, now)));
}

/** The promiser hears, before the due time, that it may not hold; others only once time runs short. A clock that comes too late says nothing. */
async function warn(tx: Db, now: Date): Promise<void> {
  const soon = (await warnings(tx, now, 'others')).filter(({ due_at }) => now <= due_at);
  for (const { id, promiser_id: to, due_at: due, reason, suggested_due_at: suggested, tell: tells, short } of soon) {
    const facts = { promise: id, reason: reason ?? 'timeShort', suggested: suggested?.toISOString() ?? null };
    const heard = tells ? [{ kind: 'atRisk' as const, to }] : [];
    await tell(tx, { id, occasion: due.toISOString() }, heard, {
      by: null,
      due,
      facts,
      now,
      only: short ? undefined : to,
    });
  }
}

/** When the time has passed both sides know, so that a word is given late rather than never. */
async function tellOverdue(tx: Db, now: Date): Promise<void> {
  for (const { id, promiser_id, promisee_id, due_at: due } of await misses(tx, now, 'others')) {
    const heard = [promiser_id, promisee_id].map((to) => ({ kind: 'overdue' as const, to }));
    await tell(tx, { id, occasion: due.toISOString() }, heard, { by: null, due, now });
  }
}

/** Nobody said a word until the closing time: accepted, counted as silence. Answers whether there was one. */
async function closeSilent(tx: Db, subjects: PromiseSubjects, now: Date): Promise<boolean> {
  const row = await takeSilent(tx, now);
  if (!row) return false;
  const ended = await concludePromise(tx, row.id, null, now);
  if (isRefused(ended)) return false;
  const heard = [row.promiser_id, row.promisee_id].map((to) => ({ kind: 'closedBySilence' as const, to }));
  await tell(tx, { id: row.id, occasion: row.version + 1 }, heard, { by: null, due: null, now });
  await hear({ tx, subjects, now }, row.id, 'kept', null);
  return true;
}
