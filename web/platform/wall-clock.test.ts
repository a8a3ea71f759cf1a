// Clocks of other places, and the two nights on which they jump.
import { expect, test } from 'vitest';
import { instantAt, wallAt } from './wall-clock.ts';

const at = (date: string, time: string, zone: string) => instantAt({ date, time }, zone)?.toISOString() ?? null;

test('a time is meant on the clock of the zone', () => {
  expect(at('2026-11-24', '13:30', 'Europe/Helsinki')).toBe('2026-11-24T11:30:00.000Z');
  expect(at('2026-07-01', '13:30', 'Europe/Helsinki')).toBe('2026-07-01T10:30:00.000Z');
  expect(at('2026-11-24', '00:00', 'Asia/Kathmandu')).toBe('2026-11-23T18:15:00.000Z');
  expect(at('2026-11-24', '23:59', 'America/New_York')).toBe('2026-11-25T04:59:00.000Z');
});

test('a time that the clock skips in spring is taken an hour later', () => {
  expect(at('2026-03-29', '03:30', 'Europe/Helsinki')).toBe('2026-03-29T01:30:00.000Z');
});

test('a time that comes twice in autumn is taken the first time', () => {
  expect(at('2026-10-25', '03:30', 'Europe/Helsinki')).toBe('2026-10-25T00:30:00.000Z');
});

test('the hours around a jump are what the clock shows', () => {
  expect(at('2026-03-29', '02:59', 'Europe/Helsinki')).toBe('2026-03-29T00:59:00.000Z');
  expect(at('2026-03-29', '04:00', 'Europe/Helsinki')).toBe('2026-03-29T01:00:00.000Z');
});

test('half-typed days and times mean nothing yet', () => {
  expect(at('', '13:30', 'UTC')).toBeNull();
  expect(at('2026-11-24', '', 'UTC')).toBeNull();
  expect(at('2026-13-40', '13:30', 'UTC')).toBeNull();
});

test('a year of which two digits were typed stays that early year', () => {
  expect(at('0026-11-24', '13:30', 'UTC')).toBe('0026-11-24T13:30:00.000Z');
});

test('what the clock shows leads back to the same instant', () => {
  const instant = new Date('2026-11-24T11:30:00Z');
  expect(wallAt(instant, 'America/New_York')).toEqual({ date: '2026-11-24', time: '06:30' });
  expect(instantAt(wallAt(instant, 'America/New_York'), 'America/New_York')).toEqual(instant);
});
