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
  test('may be of a day that is over, and was moved forward', () => {
    const monthly = rhythm({ recurrence: { every: 'months', count: 1, on: { day: 25 } } });
    expect(next(monthly, null, '2026-12-26T10:00:00Z')).toEqual({ date: '2026-12-25', at: at('2026-12-28T06:30:00Z') });
  });
  test('is one alone for all days that move to the same', () => {
    const daily = rhythm({ recurrence: { every: 'days', count: 1 } });
    expect(next(daily, '2026-11-28', '2026-11-28T00:00:00Z')?.date).toBe('2026-12-01');
  });
  test('moves over a month of closed days, and stays where it would be more', () => {
    const daily = rhythm({ recurrence: { every: 'days', count: 100 }, from: '2027-01-01' });
    const closedFor = (days: number) => ({
      ...calendar,
      exceptions: Array.from({ length: days }, (_, day) => ({
        date: new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10),
        hours: [],
        note: '',
      })),
    });
    const found = (days: number) => nextRound(daily, null, at('2026-12-31T00:00:00Z'), closedFor(days))?.at;
    // The thirty-first is a Sunday, the twenty-ninth a Friday.
    expect(found(28)).toEqual(at('2027-01-29T06:30:00Z'));
    expect(found(30)).toEqual(at('2027-01-01T06:30:00Z'));
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
  expect(checkRhythm(rhythm({ until: '2026-11-01' }))).toEqual({ refused: 'wrongPeriod', field: 'until' });
  expect(checkRhythm(rhythm({ until: '2026-11-30' }))).toEqual({ refused: 'neverComes', field: 'until' });
  const once = rhythm({ recurrence: { every: 'days', count: 1 }, until: '2026-11-22' });
  expect(checkRhythm(once)).toEqual(once);
  expect(checkRhythm({ ...once, until: null })).toEqual({ ...once, until: null });
});
