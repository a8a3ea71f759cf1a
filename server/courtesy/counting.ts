// Counts what was said, once a month is over; run as often as one likes, nothing is counted twice.
import { transact, type Db } from '../platform/db.ts';
import { countAsking, countMissing, countServing } from './counting.queries.ts';
import { monthOf, monthsFrom, window } from './rules.ts';

/** Counts the answers of months that were over at `now`, all in one transaction. */
export const countCourtesy = (db: Db, now: Date): Promise<void> => transact(db, (tx) => countIn(tx, now));

/** The same within a transaction. */
export async function countIn(tx: Db, now: Date): Promise<void> {
  const until = monthOf(now);
  const months = { since: monthsFrom(until, -window), until };
  await countAsking(tx, months);
  await countMissing(tx, months);
  await countServing(tx, months);
}
