// On which days something comes round, by example and by property.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, type Recurrence } from './recurrence.ts';

const days = (recurrence: Recurrence, from: string, count = 4, more: object = {}) =>
  daysOf(recurrence, { from, ...more }, count);

describe('the days of', () => {
  test('the first Monday of the month', () => {
    const rule: Recurrence = { every: 'months', count: 1, on: { nth: 1, weekday: 1 } };
    expect(days(rule, '2026-11-22')).toEqual(['2026-12-07', '2027-01-04', '2027-02-01', '2027-03-01']);
  });
  test('the last Friday of every third month', () => {
    const rule: Recurrence = { every: 'months', count: 3, on: { nth: 'last', weekday: 5 } };
    expect(days(rule, '2026-11-22', 3)).toEqual(['2026-11-27', '2027-02-26', '2027-05-28']);
  });
  test('every 90 days, the first day among them', () => {
    expect(days({ every: 'days', count: 90 }, '2026-11-22', 3)).toEqual(['2026-11-22', '2027-02-20', '2027-05-21']);
  });
  test('every second week on Monday and Thursday', () => {
    const rule: Recurrence = { every: 'weeks', count: 2, weekdays: [4, 1] };
    expect(days(rule, '2026-11-25')).toEqual(['2026-11-26', '2026-12-07', '2026-12-10', '2026-12-21']);
  });
  test('the 31st, which is the last day where a month is shorter', () => {
    const rule: Recurrence = { every: 'months', count: 1, on: { day: 31 } };
    expect(days(rule, '2027-01-31')).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });
  test('an end are none after it', () => {
    expect(days({ every: 'days', count: 1 }, '2026-11-22', 9, { until: '2026-11-23' })).toEqual([
      '2026-11-22',
      '2026-11-23',
    ]);
  });
  test('an end in the middle of a week are those before it', () => {
    const rule: Recurrence = { every: 'weeks', count: 1, weekdays: [1, 4] };
    expect(days(rule, '2026-11-23', 9, { until: '2026-12-01' })).toEqual(['2026-11-23', '2026-11-26', '2026-11-30']);
  });
  test('the second Tuesday and the fourth Sunday', () => {
    const rule = (nth: 2 | 4, weekday: number): Recurrence => ({ every: 'months', count: 1, on: { nth, weekday } });
    expect(days(rule(2, 2), '2026-11-01', 2)).toEqual(['2026-11-10', '2026-12-08']);
    expect(days(rule(4, 7), '2026-11-01', 2)).toEqual(['2026-11-22', '2026-12-27']);
  });
  test('a time before its beginning are none', () => {
    const rule: Recurrence = { every: 'weeks', count: 1, weekdays: [1, 4] };
    expect(days(rule, '2026-11-25', 1, { after: '2026-11-01' })).toEqual(['2026-11-26']);
  });
  test('a rule begun long ago are found at once', () => {
    expect(days({ every: 'days', count: 1 }, '1990-01-01', 1, { after: '2026-11-22' })).toEqual(['2026-11-23']);
  });
});

const date = fc.integer({ min: 0, max: 30_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const rule: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ every: fc.constant('days' as const), count: fc.integer({ min: 1, max: 730 }) }),
  fc.record({
    every: fc.constant('weeks' as const),
    count: fc.integer({ min: 1, max: 52 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  }),
  fc.record({
    every: fc.constant('months' as const),
    count: fc.integer({ min: 1, max: 24 }),
    on: fc.oneof(
      fc.record({ day: fc.integer({ min: 1, max: 31 }) }),
      fc.record({
        nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const),
        weekday: fc.integer({ min: 1, max: 7 }),
      }),
    ),
  }),
);

test('days come in order, never twice, never before the beginning', () => {
  fc.assert(
    fc.property(rule, date, (each, from) => {
      const found = days(each, from, 12);
      expect(found).toEqual([...new Set(found)].toSorted());
      expect(found.every((day) => day >= from)).toBe(true);
      expect(found).toHaveLength(12);
    }),
  );
});

test('asked from any of its days on, a rule goes on as it would have', () => {
  fc.assert(
    fc.property(rule, date, fc.nat(9), (each, from, index) => {
      const all = days(each, from, 12);
      expect(days(each, from, 12 - index - 1, { after: all[index] })).toEqual(all.slice(index + 1));
    }),
  );
});
