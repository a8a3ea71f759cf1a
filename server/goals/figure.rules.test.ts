// What clocks of goals add up to: on which day, how long, and by weeks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clock } from './clock.rules.ts';
import { bucketOf, countedOf, lengthOf, medianOf, mondayOf, unending, weeksOf } from './figure.rules.ts';

const at = (text: string) => new Date(`2026-11-${text}:00Z`);
/** Up at ten on the 24th. */
const late: Clock = {
  state: 'missed',
  startedAt: at('24T09:00'),
  due: at('24T10:00'),
  endedAt: at('26T09:00'),
  within: false,
};

describe('what clocks add up to', () => {
  test('a miss belongs to the day on which its time was up, whenever it ended', () => {
    expect(countedOf(late, 900, 'UTC')).toEqual({ day: '2026-11-24', within: false, bucket: bucketOf(900) });
    expect(countedOf({ ...late, state: 'running', endedAt: null }, null, 'UTC')).toEqual({
      day: '2026-11-24',
      within: false,
      bucket: unending,
    });
    expect(countedOf({ ...late, state: 'running', endedAt: null, within: null }, null, 'UTC')).toBeNull();
  });
  test('days are those of the team', () => {
    const night = { ...late, due: at('24T22:30') };
    expect(countedOf(night, null, 'Europe/Helsinki')?.day).toBe('2026-11-25');
  });
  test('lengths are kept to within five percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), (minutes) => {
        expect(Math.abs(lengthOf(bucketOf(minutes)) / minutes - 1)).toBeLessThan(0.05);
      }),
      { numRuns: 300 },
    );
  });
  test('the median is what half of them did not exceed', () => {
    expect(medianOf([])).toBeNull();
    expect(
      medianOf([
        { bucket: 3, clocks: 2 },
        { bucket: 9, clocks: 1 },
      ]),
    ).toBe(lengthOf(3));
    expect(
      medianOf([
        { bucket: unending, clocks: 3 },
        { bucket: 9, clocks: 1 },
      ]),
    ).toBeNull();
  });
  test('weeks begin on Monday and end with this one', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(weeksOf('2026-11-24', 30)).toHaveLength(13);
    expect(weeksOf('2026-11-24', 365).at(-1)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  });
});
