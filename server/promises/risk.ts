// Looks after the promises that run: which are at risk, why, and by when they would hold. A job does it in small steps, each in its
// own transaction; a change of a promise has it looked at with the next round, with its promiser's others and those that wait for it.
import type { PromiseRisk } from '../../contract/promises.ts';
import { calendarOf, ratesShown } from '../directory/directory.ts';
import { transact, type Db } from '../platform/db.ts';
import type { WorkingCalendar } from '../platform/working-time.ts';
import {
  belowRows,
  forgetRisks,
  lockRisks,
  openOf,
  risksById,
  saveRisks,
  takeToLookAt,
  touchedBy,
  watchedById,
  type Found,
  type OtherRow,
  type WatchedRow,
} from './risk.queries.ts';
import { nextLook, riskOf, suggestedDue, type Around } from './risk.rules.ts';
import type { PromiseRow } from './tables.ts';
import { tookBefore, type TookBy } from './took.ts';

const step = 100;

/** Looks at everything whose time has come, at most `most` in one round; the rest comes with the next. */
export async function reckonRisks(db: Db, now: Date, most = 5_000): Promise<void> {
  for (let looked = 0; looked < most; looked += step) {
    const found = await transact(db, (tx) => lookAtSome(tx, now));
    if (found < step) return;
  }
}

async function lookAtSome(tx: Db, now: Date): Promise<number> {
  const taken = await takeToLookAt(tx, now, step);
  if (taken.length === 0) return 0;
  const changed = new Set(taken.flatMap((row) => (row.changed ? row.promise_id : [])));
  const rows = await watchedById(
    tx,
    taken.map((row) => row.promise_id),
  );
  const beside = await besides(tx, rows, changed, now);
  const all = [...rows, ...beside];
  const open = all.filter((row) => row.state === 'open');
  await saveRisks(tx, await findings(tx, open, now), now);
  await forgetRisks(
    tx,
    all.filter((row) => row.state !== 'open').map((row) => row.id),
  );
  return taken.length;
}

/** What a change of some may have put at risk, or taken out of it. */
async function besides(
  tx: Db,
  rows: readonly WatchedRow[],
  changed: ReadonlySet<string>,
  now: Date,
): Promise<WatchedRow[]> {
  if (changed.size === 0) return [];
  const promisers = new Set(rows.flatMap((row) => (changed.has(row.id) ? row.promiser_id : [])));
  const own = new Set(rows.map((row) => row.id));
  const touched = (await touchedBy(tx, [...promisers], [...changed])).filter((id) => !own.has(id));
  return watchedById(tx, await lockRisks(tx, touched, now));
}

async function findings(tx: Db, rows: readonly WatchedRow[], now: Date): Promise<Found[]> {
  if (rows.length === 0) return [];
  const others = Map.groupBy(
    await openOf(tx, [...new Set(rows.map((row) => row.promiser_id))]),
    (row) => row.promiser_id,
  );
  const below = new Map(
    (
      await belowRows(
        tx,
        rows.flatMap((row) => row.depends_on_id ?? []),
      )
    ).map((row) => [row.id, row]),
  );
  const mine = await ratesShown(tx);
  const took = await tookBefore(tx, [...rows, ...[...others.values()].flat()], { persons: mine, now });
  const calendars = await calendarsFor(tx, rows);
  return rows.map((row) => {
    const around: Around = {
      calendar: calendars(row),
      now,
      others: othersOf(row, others.get(row.promiser_id) ?? [], took),
      tookBefore: took(row),
      below: belowOf(row, below),
    };
    const promise = watchedOf(row);
    const risk = riskOf(promise, around);
    return {
      promise_id: row.id,
      look_at: nextLook(promise, around, risk),
      risk,
      due_at: row.due_at,
      suggested_due_at: risk && suggestedDue(promise, around),
    };
  });
}

const watchedOf = (row: WatchedRow) => ({
  due: row.due_at,
  madeAt: row.made_at,
  warnAt: row.warn_at,
  asked: row.proposed_at !== null && (row.proposed_by_id ?? row.promiser_id) === row.promiser_id,
});

const othersOf = (row: WatchedRow, open: readonly OtherRow[], took: TookBy) =>
  open.filter((other) => other.id !== row.id).map((other) => ({ due: other.due_at, pace: took(other) }));

function belowOf(row: WatchedRow, below: ReadonlyMap<string, { id: string; due_at: Date }>) {
  const found = row.depends_on_id === null ? undefined : below.get(row.depends_on_id);
  return found ? { id: found.id, due: found.due_at } : null;
}

/** When each promiser works, for the team that they promised in. */
async function calendarsFor(tx: Db, rows: readonly WatchedRow[]) {
  const calendars = new Map<string, WorkingCalendar>();
  const key = (row: WatchedRow) => `${row.promiser_id} ${row.team_id ?? ''}`;
  for (const row of rows)
    if (!calendars.has(key(row)))
      calendars.set(key(row), await calendarOf(tx, { person: row.promiser_id, team: row.team_id }));
  return (row: WatchedRow): WorkingCalendar => calendars.get(key(row))!;
}

/** What a promiser may know of the risk of their promise. */
export type OwnRisk = { risk: PromiseRisk; suggestedDue: Date | null };

/** Of those among `rows` that `person` promised and that are at risk at the time that they are due now. One query. */
export async function ownRisks(
  db: Db,
  person: string,
  rows: ReadonlyArray<Pick<PromiseRow, 'id' | 'promiser_id' | 'state' | 'due_at'>>,
  now: Date,
): Promise<ReadonlyMap<string, OwnRisk>> {
  const mine = rows.filter((row) => row.promiser_id === person && row.state === 'open' && row.due_at >= now);
  const dues = new Map(mine.map((row) => [row.id, row.due_at.getTime()]));
  const found = await risksById(db, [...dues.keys()]);
  return new Map(
    found.flatMap(({ promise_id, reason, facts, due_at, suggested_due_at }) =>
      reason && facts && due_at?.getTime() === dues.get(promise_id)
        ? [
            [
              promise_id,
              {
                risk: { reason, facts },
                suggestedDue: suggested_due_at && suggested_due_at > now ? suggested_due_at : null,
              },
            ] as const,
          ]
        : [],
    ),
  );
}
