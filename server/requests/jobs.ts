// What time does to requests: unanswered asks rise, promises at risk are told of, silence closes. Each runs as often as it likes.
import { leadsOf, membersOf } from '../directory/directory.ts';
import { transact, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { concludePromise, misses, warnings } from '../promises/promises.ts';
import { askInTheirPlace } from './approvals.ts';
import { settle, tell } from './act.ts';
import { dueToClose, markUngreeted, sightsOf } from './clock.queries.ts';
import { offerToDuty } from './duty.ts';
import { recordEvent } from './queries.ts';
import { requestOf } from './record.ts';
import { move, type Request } from './rules.ts';
import type { RequestRecord } from './tables.ts';

/** Everything that is due by `now`, each in its own transaction. */
export async function sweep(db: Db, now: Date): Promise<void> {
  await transact(db, (tx) => raiseUnanswered(tx, now));
  await offerToDuty(db, now);
  await transact(db, (tx) => warn(tx, now));
  await transact(db, (tx) => tellOverdue(tx, now));
  await askInTheirPlace(db, now);
  await closeSilent(db, now);
}

/** An ask that nobody greeted in time rises visibly, and the team's leads hear of it (or, without one, all its members). */
async function raiseUnanswered(tx: Db, now: Date): Promise<void> {
  for (const row of await markUngreeted(tx, now)) {
    await recordEvent(tx, { request: row.id, by: null, what: 'ungreeted', at: now });
    const leads = row.team_id ? await leadsOf(tx, row.team_id) : [];
    const all = row.team_id && leads.length === 0 ? await membersOf(tx, row.team_id) : leads;
    const to = [...new Set([...all, ...(row.person_id ? [row.person_id] : [])])].filter(
      (each) => each !== row.requester_id,
    );
    await tell(tx, row, 'ungreeted', [{ kind: 'ungreeted', to }], {
      by: null,
      dedupe: `ungreeted:${row.id}:${row.version}`,
      now,
    });
  }
}

/** The promiser hears, before the due time, that it may not hold; others only once time runs short. A clock that comes too late says nothing. */
async function warn(tx: Db, now: Date): Promise<void> {
  const soon = (await warnings(tx, now, 'requests')).filter((promise) => now <= promise.due_at);
  const abouts = await sightsOf(
    tx,
    soon.map((promise) => promise.subject_id),
  );
  for (const promise of soon) {
    const dedupe = `atRisk:${promise.id}:${promise.due_at.toISOString()}`;
    const due = promise.due_at.toISOString();
    const heard = promise.tell ? [{ kind: 'atRisk' as const, to: [promise.promiser_id] }] : [];
    await tell(tx, abouts(promise.subject_id), 'atRisk', heard, {
      by: null,
      due,
      facts: {
        promise: promise.id,
        reason: promise.reason ?? 'timeShort',
        suggested: promise.suggested_due_at?.toISOString() ?? null,
      },
      dedupe,
      now,
      ...(promise.short ? {} : { only: [promise.promiser_id] }),
    });
  }
}

/** When the time has passed both sides know, so that a word is given late rather than never. */
async function tellOverdue(tx: Db, now: Date): Promise<void> {
  const missed = await misses(tx, now, 'requests');
  const abouts = await sightsOf(
    tx,
    missed.map((promise) => promise.subject_id),
  );
  for (const promise of missed) {
    const due = promise.due_at.toISOString();
    const to = [promise.promiser_id, promise.promisee_id];
    await tell(tx, abouts(promise.subject_id), 'overdue', [{ kind: 'overdue', to }], {
      by: null,
      due,
      dedupe: `overdue:${promise.id}:${due}`,
      now,
    });
  }
}

/** Nobody said a word until the closing time: closed, counted as silence. One transaction each, so that none holds up the rest. */
async function closeSilent(db: Db, now: Date): Promise<void> {
  for (;;) {
    const closed = await transact(db, async (tx) => {
      const found = await dueToClose(tx, now);
      return found ? close(tx, found, now) : undefined;
    });
    if (closed === undefined || isRefused(closed)) return;
  }
}

/** Closes this one if its time has come. */
export async function closeIfSilent(tx: Db, id: string, now: Date): Promise<Outcome<Request>> {
  const found = await dueToClose(tx, now, id);
  return found ? close(tx, found, now) : refused('notFromHere');
}

async function close(tx: Db, found: RequestRecord, now: Date): Promise<Outcome<Request>> {
  const request = requestOf(found);
  const next = move(request, 'lapse', { now });
  if (isRefused(next)) return next;
  const ended = await concludePromise(tx, next.promise, null, now);
  if (isRefused(ended)) return ended;
  await settle(tx, { found, request }, { next, what: 'closedBySilence' }, null, now);
  return next;
}
