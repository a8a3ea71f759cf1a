// Working time and its slow second implementation, over a few hundred drawn cases; `npm run arithmetic` draws as many as one likes.
import { expect, test } from 'vitest';
import { disagreements } from './agree.ts';
import { caseOf, zones } from './cases.ts';

/** Cases with a country load years of holidays, which takes longer than all the rest: a few of them do here. */
const cases = Array.from({ length: 600 }, (_, number) => caseOf(number));
const plain = cases.filter(({ calendar }) => calendar.country === null);
const withHolidays = cases.filter(({ calendar }) => ['FI', 'ES', 'RU'].includes(calendar.country ?? ''));

test('both give the same answers where there are no holidays', () => {
  for (const each of plain.slice(0, 150)) expect(disagreements(each), JSON.stringify(each)).toEqual([]);
});

test('both give the same answers where there are', () => {
  for (const each of withHolidays.slice(0, 30)) expect(disagreements(each), JSON.stringify(each)).toEqual([]);
});

test('the cases are worth it: hundreds of zones, many near a clock change, many with days that differ', () => {
  expect(zones.length).toBeGreaterThan(400);
  expect(new Set(cases.map(({ calendar }) => calendar.zone)).size).toBeGreaterThan(250);
  expect(cases.filter(({ nearClockChange }) => nearClockChange).length).toBeGreaterThan(100);
  expect(cases.filter(({ calendar }) => calendar.exceptions.length > 0).length).toBeGreaterThan(200);
});

test('a wrong answer would be seen: a calendar of another zone is not agreed with', () => {
  const seen = plain.slice(0, 30).filter((each) => {
    const moved = { ...each.calendar, zone: each.calendar.zone === 'Asia/Tokyo' ? 'UTC' : 'Asia/Tokyo' };
    return disagreements(each, moved).length > 0;
  });
  expect(seen.length).toBeGreaterThan(20);
});
