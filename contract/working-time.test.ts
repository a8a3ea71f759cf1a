// Which weeks are read and which are refused.
import { expect, test } from 'vitest';
import { readHours, readWeek, Span, usualWeek } from './working-time.ts';

test('the usual week is a week', () => expect(readWeek(usualWeek)).toEqual(usualWeek));

test('a stored week comes back from JSON', () =>
  expect(readWeek(JSON.parse(JSON.stringify(usualWeek)))).toEqual(usualWeek));

test.each([
  ['a reading beyond the clock', ['08:00', '24:01']],
  ['a start at 24:00', ['24:00', '24:00']],
  ['an end before the start', ['16:00', '08:00']],
  ['an empty span', ['08:00', '08:00']],
  ['a short form', ['8:00', '16:00']],
  ['words', ['morning', 'evening']],
])('%s is no span', (_, span) => expect(Span.safeParse(span).success).toBe(false));

test('a day may end at midnight, and overlaps are refused', () => {
  expect(readHours([['22:00', '24:00']])).toEqual([['22:00', '24:00']]);
  expect(
    readHours([
      ['08:00', '12:00'],
      ['12:00', '16:00'],
    ]),
  ).not.toBeNull();
  expect(
    readHours([
      ['08:00', '12:00'],
      ['11:00', '16:00'],
    ]),
  ).toBeNull();
});

test('what is no week is null', () => {
  for (const value of [null, 7, 'week', [], {}, { ...usualWeek, 7: null }]) expect(readWeek(value)).toBeNull();
});
