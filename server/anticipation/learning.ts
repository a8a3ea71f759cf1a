// What is learned every night: counted, judged, and put in place of what was learned before.
import { transact, type Db } from '../platform/db.ts';
import { learn, pairOf, published } from './learned.rules.ts';
import * as queries from './learning.queries.ts';

/** Counts history anew; answers how many pairs are told from now on. */
export const learnAnew = (db: Db, now: Date): Promise<number> => transact(db, (tx) => learnIn(tx, now));

/** The same, within a transaction of somebody else. */
export async function learnIn(tx: Db, now: Date): Promise<number> {
  const { pairs, tested } = await queries.count(tx, now);
  const before = new Map((await queries.findLearned(tx)).map((one) => [pairOf(one), one]));
  const told = published(before, learn(pairs, tested));
  await queries.replaceLearned(tx, told, now);
  return told.length;
}
