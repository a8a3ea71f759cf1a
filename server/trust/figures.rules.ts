// What an ended promise counts as, and what many of them come to: pure.
import type { MissReason, PromiseOutcome } from '../../contract/promises.ts';
import type { TrustFigure } from '../../contract/trust.ts';
import { wilson } from '../platform/statistics.ts';

export const buckets = ['kept', 'renegotiated', 'repaired', 'missed'] as const;
export type Bucket = (typeof buckets)[number];
export type Counts = Record<Bucket, number>;

/** Which bucket an outcome falls into; null for a promise that was let go, which counts neither way. */
export const bucketOf = {
  kept: 'kept',
  keptRenegotiated: 'renegotiated',
  repaired: 'repaired',
  missed: 'missed',
  revoked: 'missed',
  released: null,
} as const satisfies Record<PromiseOutcome, Bucket | null>;

export const nothing: Counts = { kept: 0, renegotiated: 0, repaired: 0, missed: 0 };

export const totalOf = (counts: Counts): number => buckets.reduce((sum, bucket) => sum + counts[bucket], 0);
export const keptOf = (counts: Counts): number => counts.kept + counts.renegotiated;

/** Several tallies as one. */
export const sumOf = (several: readonly Counts[]): Counts => {
  const sum = { ...nothing };
  for (const counts of several) for (const bucket of buckets) sum[bucket] += counts[bucket];
  return sum;
};

/** The rate with its 95 % interval; null where nothing was promised. */
export function figureOf({ kept, renegotiated, repaired, missed }: Counts): TrustFigure | null {
  const counts = { kept, renegotiated, repaired, missed };
  const total = totalOf(counts);
  if (total === 0) return null;
  return { ...counts, total, rate: keptOf(counts) / total, ...wilson(keptOf(counts), total) };
}

export type ReasonCount = { reason: MissReason; count: number };

/** Reasons from several stretches added up, the most frequent first. */
export function reasonsOf(found: readonly ReasonCount[]): ReasonCount[] {
  const counts = new Map<MissReason, number>();
  for (const { reason, count } of found) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
}
