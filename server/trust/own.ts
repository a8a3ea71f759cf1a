// A person's own trust, for that person: no function here takes another person than the one who asks.
import type { MyTrust } from '../../contract/trust.ts';
import { ratesShown } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { addDays, startOf, stretchesOf } from '../platform/stretches.ts';
import type { Who } from '../platform/who.ts';
import { dateIn } from '../platform/working-time.ts';
import { bucketOf, figureOf, nothing, reasonsOf, sumOf, type Counts } from './figures.rules.ts';
import { monthAfter } from './periods.rules.ts';
import { readOwn, type OwnRow } from './queries.ts';

const countsOf = (rows: readonly OwnRow[]): Counts =>
  sumOf(
    rows.map(({ outcome, count }) => {
      const bucket = bucketOf[outcome];
      return bucket ? { ...nothing, [bucket]: count } : nothing;
    }),
  );

/** How `who` kept their promises over the last 13 weeks or 12 months, this one included; nothing where the company shows no rates. */
export async function myTrust(db: Db, who: Who, every: MyTrust['every'], now: Date): Promise<MyTrust> {
  const to = dateIn(who.zone, now);
  const from = every === 'week' ? addDays(startOf(to, 'week'), -84) : monthAfter(startOf(to, 'month'), -11);
  const frame = { zone: who.zone, from, to, every, at: now.toISOString() };
  if (!(await ratesShown(db))) return { ...frame, hides: 'ratesOff', figure: null, released: 0, over: [], reasons: [] };
  const rows = await readOwn(db, { person: who.id, zone: who.zone, from, every });
  return {
    ...frame,
    hides: null,
    figure: figureOf(countsOf(rows)),
    released: rows.reduce((sum, { outcome, count }) => sum + (outcome === 'released' ? count : 0), 0),
    over: stretchesOf(from, to, every).map(({ key, ...days }) => ({
      ...days,
      figure: figureOf(countsOf(rows.filter(({ stretch }) => stretch === key))),
    })),
    reasons: reasonsOf(
      rows.flatMap(({ outcome, reason, count }) => {
        const bucket = bucketOf[outcome];
        return reason && (bucket === 'missed' || bucket === 'repaired') ? [{ reason, count }] : [];
      }),
    ),
  };
}
