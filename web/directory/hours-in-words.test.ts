// A team's week as people say it.
import { expect, test } from 'vitest';
import { usualWeek } from '../../contract/working-time.ts';
import { daysAlike, daysInWords, hoursInWords } from './hours-in-words.ts';

const said = (locale: string, week = usualWeek) =>
  daysAlike(week).map((days) => `${daysInWords(days, locale)} ${hoursInWords(days.hours, locale, 'midnight')}`.trim());

test('days with the same hours are said together', () => {
  expect(said('en-GB')).toEqual(['Monday–Friday 8:00–16:00', 'Saturday–Sunday']);
});

test('each language says days and clocks its own way', () => {
  expect(said('fi-FI')).toEqual(['maanantai–perjantai 8.00–16.00', 'lauantai–sunnuntai']);
});

test('a day that differs stands alone, a lunch break shows, and midnight has a name', () => {
  const week: typeof usualWeek = {
    ...usualWeek,
    3: [
      ['08:00', '12:00'],
      ['18:00', '24:00'],
    ],
  };
  expect(said('en-GB', week)).toEqual([
    'Monday–Tuesday 8:00–16:00',
    'Wednesday 8:00–12:00, 18:00–midnight',
    'Thursday–Friday 8:00–16:00',
    'Saturday–Sunday',
  ]);
});
