// When an ask comes round: on its day, at its time on the wall clock, on a working day where that is wished.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualWeek } from '../../contract/working-time.ts';
import { isRefused } from '../platform/outcome.ts';
import { hoursOn, type WorkingCalendar } from '../platform/working-time.ts';
import { checkRhythm, nextRound, type Rhythm } from './rules.ts';

const calendar: WorkingCalendar = {
  zone: 'Europe/Helsinki',
  week: usualWeek,
  country: 'FI',
  region: null,
  exceptions: [],
};
const rhythm = (more: Partial<Rhythm> = {}): Rhythm => ({
  recurrence: { every: 'months', count: 1, on: { nth: 1, weekday: 1 } },
  from: '2026-11-22',
  until: null,
  time: '08:30',
  zone: 'Europe/Helsinki',
  workdays: true,
  ...more,
});
const at = (text: string) => new Date(text);
const next = (given: Rhythm, done: string | null, now: string) => nextRound(given, done, at(now), calendar);

describe('the next round', () => {
  test('is at its time on the wall clock, in winter and in summer', () => {
    expect(next(rhythm(), null, '2026-11-22T10:00:00Z')).toEqual({
      date: '2026-12-07',
      at: at('2026-12-07T06:30:00Z'),
    });
    expect(next(rhythm(), '2027-06-07', '2027-06-08T10:00:00Z')?.at).toEqual(at('2027-07-05T05:30:00Z'));
  });
  test('moves from a holiday to the next working day, where that is wished', () => {
    const daily = rhythm({ recurrence: { every: 'months', count: 1, on: { day: 25 } } });
    expect(next(daily, null, '2026-12-01T00:00:00Z')).toEqual({ date: '2026-12-25', at: at('2026-12-28T06:30:00Z') });
    expect(next({ ...daily, workdays: false }, null, '2026-12-01T00:00:00Z')?.at).toEqual(at('2026-12-25T06:30:00Z'));
  });
  test('is asked once after a long silence, then goes on in the future', () => {
    const weekly = rhythm({ recurrence: { every: 'weeks', count: 1, weekdays: [1] }, from: '2026-01-05' });
    expect(next(weekly, '2026-01-05', '2026-11-24T10:00:00Z')?.date).toBe('2026-11-30');
  });
  test('is none after the end', () => {
    expect(next(rhythm({ until: '2026-12-10' }), '2026-12-07', '2026-12-08T00:00:00Z')).toBeNull();
  });
});

test('a round is always ahead, after the last one, and on a working day', () => {
  const days = fc.integer({ min: 0, max: 3000 }).map((day) => new Date(Date.UTC(2025, 0, 1 + day)));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 400 }), (now, count) => {
      const each = rhythm({ recurrence: { every: 'days', count }, from: '2025-03-01' });
      const round = nextRound(each, null, now, calendar);
      expect(round && round.at > now).toBe(true);
      expect(hoursOn(calendar, (round?.at ?? now).toISOString().slice(0, 10)).length).toBeGreaterThan(0);
      const after = round && nextRound(each, round.date, round.at, calendar);
      expect((after?.date ?? '') > (round?.date ?? '')).toBe(true);
    }),
  );
});

test('a rule that can never come is refused, and so is an end before the beginning', () => {
  expect(isRefused(checkRhythm(rhythm()))).toBe(false);
  expect(checkRhythm(rhythm({ until: '2026-11-01' }))).toMatchObject({ refused: 'wrongPeriod' });
  expect(checkRhythm(rhythm({ until: '2026-11-30' }))).toMatchObject({ refused: 'neverComes' });
});
