// How long such things took before, in working time: of what was delivered of a service, or what one person promised freely. Pure.
import { workingMinutes, type WorkingCalendar } from '../platform/working-time.ts';
import { fewestCases, type Took } from './risk.rules.ts';

export type Delivery = {
  madeAt: Date;
  deliveredAt: Date;
  /** When the same promiser had delivered what they delivered before this. */
  before: Date | null;
  calendar: WorkingCalendar;
};

/**
 * What one in four, half and three in four of them took (nearest rank). `quick` and `hands` count from the promise or from the promiser's delivery before,
 * whichever came later: so long it was in their hands alone, as of a queue that is served one by one. Null for fewer than five.
 */
export function tookOf(deliveries: readonly Delivery[]): Took | null {
  if (deliveries.length < fewestCases) return null;
  const lengths = sorted(deliveries.map(({ calendar, madeAt, deliveredAt }) => span(calendar, madeAt, deliveredAt)));
  const hands = sorted(
    deliveries.map(({ calendar, madeAt, deliveredAt, before }) =>
      span(calendar, before && before > madeAt ? before : madeAt, deliveredAt),
    ),
  );
  return {
    cases: deliveries.length,
    quarter: rank(lengths, 0.25),
    half: rank(lengths, 0.5),
    most: rank(lengths, 0.75),
    quick: rank(hands, 0.25),
    hands: rank(hands, 0.5),
  };
}

const span = (calendar: WorkingCalendar, from: Date, to: Date) => Math.max(0, workingMinutes(calendar, from, to));
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const rank = (numbers: readonly number[], share: number) =>
  Math.round(numbers[Math.ceil(numbers.length * share) - 1] ?? 0);
