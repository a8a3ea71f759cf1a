// What clocks add up to, and what of it may be shown: pure. Nobody's work alone is ever a figure.
import { fewest } from '../../contract/overview.ts';
import type { Goal } from '../../contract/goals.ts';
import { dateIn } from '../platform/working-time.ts';
import type { Clock } from './clock.rules.ts';

/** What a clock adds: to which local day of the team, whether it was within, and the bucket of how long it took. */
export type Counted = { day: string; within: boolean; bucket: number };

const step = Math.log(1.1);
/** Of what still runs though its time has passed: longer than everything. */
export const unending = 999;

/** Lengths are counted in steps of a tenth: 0 for up to a minute, then 1.1 times as long each. */
export const bucketOf = (minutes: number): number =>
  minutes <= 1 ? 0 : Math.min(unending - 1, Math.round(Math.log(minutes) / step));
/** The minutes in the middle of a bucket. */
export const lengthOf = (bucket: number): number => Math.exp(bucket * step);

/** Null while the clock is open or counts for nothing. It belongs to the day on which it ended, or on which its time was up before. */
export function countedOf(clock: Clock, minutes: number | null, zone: string): Counted | null {
  const { within, due, endedAt } = clock;
  if (within === null || !due) return null;
  const at = endedAt && endedAt < due ? endedAt : due;
  return { day: dateIn(zone, at), within, bucket: minutes === null ? unending : bucketOf(minutes) };
}

/** The length that half of the counted did not exceed; null when there is none, or when it lies among those that still run. */
export function medianOf(buckets: ReadonlyArray<{ bucket: number; clocks: number }>): number | null {
  const total = buckets.reduce((sum, { clocks }) => sum + clocks, 0);
  let seen = 0;
  for (const { bucket, clocks } of buckets.toSorted((a, b) => a.bucket - b.bucket)) {
    seen += clocks;
    if (seen * 2 >= total && total > 0) return bucket === unending ? null : lengthOf(bucket);
  }
  return null;
}

/** Why a team's figure is not shown: it would be somebody's, or the company shows none. */
export function hides(team: { members: number; several: boolean; ratesShown: boolean }): Goal['hides'] {
  if (!team.ratesShown) return 'ratesOff';
  if (team.members < fewest.members) return 'smallTeam';
  return team.several ? null : 'fewPeople';
}

const dayMs = 86_400_000;
const at = (date: string) => Date.parse(`${date}T00:00:00Z`);
export const addDays = (date: string, days: number): string =>
  new Date(at(date) + days * dayMs).toISOString().slice(0, 10);
export const mondayOf = (date: string): string => addDays(date, -((new Date(at(date)).getUTCDay() + 6) % 7));

/** The weeks, from Monday, that end with the one of `today`: a quarter of a year, or the whole of a longer period. */
export function weeksOf(today: string, days: number): { from: string; to: string }[] {
  const count = Math.max(13, Math.min(53, Math.ceil(days / 7)));
  const last = mondayOf(today);
  return Array.from({ length: count }, (_, index) => {
    const from = addDays(last, (index + 1 - count) * 7);
    return { from, to: addDays(from, 6) };
  });
}
