// What is suggested as a due instant, and how a due instant explains itself.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualWeek } from '../../contract/working-time.ts';
import type { Week } from '../../contract/working-time.ts';
import { dueChoices, explainDue, isWorking, workingMinutes, type WorkingCalendar } from './working-time.ts';

const office: WorkingCalendar = {
  zone: 'Europe/Helsinki',
  week: usualWeek,
  country: 'FI',
  region: null,
  exceptions: [],
};
const everyDay = (from: string, to: string): Week =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [[from, to]]])) as Week;
const hotel = { ...office, country: null, week: everyDay('00:00', '24:00') };

/** Code and local time of each choice, e.g. "today Tue 16:00". */
const said = (calendar: WorkingCalendar, now: string) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: calendar.zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return dueChoices(calendar, new Date(now)).map(({ code, at }) => `${code} ${format.format(at).replace(',', '')}`);
};

test('on a Tuesday morning: today, tomorrow noon, tomorrow, Thursday, next Tuesday', () => {
  expect(said(office, '2026-11-24T08:00:00+02:00')).toEqual([
    'today Tue 16:00',
    'tomorrowNoon Wed 12:00',
    'tomorrow Wed 16:00',
    'weekday Thu 16:00',
    'nextWeek Tue 16:00',
  ]);
});

test('with less than an hour of work left, today is not offered', () => {
  expect(said(office, '2026-11-24T15:00:00+02:00')[0]).toBe('today Tue 16:00');
  expect(said(office, '2026-11-24T15:01:00+02:00')[0]).toBe('tomorrowNoon Wed 12:00');
});

test('on a Friday, Monday noon is a weekday and not tomorrow', () => {
  expect(said(office, '2026-11-27T12:00:00+02:00')).toEqual([
    'today Fri 16:00',
    'weekday Mon 12:00',
    'weekday Mon 16:00',
    'weekday Tue 16:00',
    'nextWeek Fri 16:00',
  ]);
});

test('holidays are passed over', () => {
  // Thursday 24 December 2026 is Christmas Eve, Friday Christmas Day, then a weekend.
  expect(said(office, '2026-12-23T15:30:00+02:00')).toEqual([
    'weekday Mon 12:00',
    'weekday Mon 16:00',
    'weekday Tue 16:00',
    'nextWeek Wed 16:00',
  ]);
});

test('a desk that never closes is offered the afternoon, then the evening, and never midnight', () => {
  expect(said(hotel, '2026-11-24T08:00:00+02:00')[0]).toBe('today Tue 16:00');
  expect(said(hotel, '2026-11-24T16:30:00+02:00')[0]).toBe('today Tue 18:00');
  expect(said(hotel, '2026-11-24T21:30:00+02:00')[0]).toBe('tomorrowNoon Wed 12:00');
});

test('a morning shift ends when it closes', () => {
  expect(said({ ...office, week: everyDay('06:00', '11:00') }, '2026-11-24T05:00:00+02:00')).toEqual([
    'today Tue 11:00',
    'tomorrow Wed 11:00',
    'weekday Thu 11:00',
    'weekday Fri 11:00',
    'nextWeek Tue 11:00',
  ]);
});

test('after three weeks of closure there is still one choice', () => {
  const exceptions = Array.from({ length: 25 }, (_, i) => ({
    date: new Date(Date.UTC(2026, 6, 1 + i)).toISOString().slice(0, 10),
    hours: [],
    note: 'Summer break',
  }));
  expect(said({ ...office, exceptions }, '2026-07-01T10:00:00+03:00')).toEqual(['later Mon 16:00']);
});

test('without hours nothing is offered', () => {
  expect(
    said({ ...office, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }, '2026-11-24T08:00:00Z'),
  ).toEqual([]);
});

test('choices come in order, once each, at most five, in working time, after now', () => {
  const start = Date.parse('2026-01-01T00:00:00Z');
  const clock = (quarter: number) =>
    `${String(quarter >> 2).padStart(2, '0')}:${String((quarter & 3) * 15).padStart(2, '0')}`;
  const span = fc
    .tuple(fc.nat(96), fc.nat(96))
    .filter(([a, b]) => a !== b)
    .map(([a, b]): [string, string] => [clock(Math.min(a, b)), clock(Math.max(a, b))]);
  const hours = fc.array(span, { maxLength: 2 });
  const week = fc.record({ 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours });
  const zone = fc.constantFrom('Europe/Helsinki', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland');
  fc.assert(
    fc.property(
      zone,
      week,
      fc.constantFrom('FI', 'ES', 'RU', null),
      fc.nat(525_600),
      (place, drawn, country, minute) => {
        const calendar: WorkingCalendar = { zone: place, week: drawn, country, region: null, exceptions: [] };
        const now = new Date(start + minute * 60_000);
        const choices = dueChoices(calendar, now);
        const times = choices.map(({ at }) => at.getTime());
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
        expect(choices.length).toBeLessThanOrEqual(5);
        expect(choices.length > 0).toBe(Object.values(drawn).some((spans) => spans.length > 0));
        for (const { code, at } of choices) {
          expect(explainDue(calendar, now, at).inWorkingTime).toBe(true);
          expect(isWorking(calendar, new Date(at.getTime() - 1))).toBe(true);
          expect(workingMinutes(calendar, now, at)).toBeGreaterThan(code === 'today' ? 59 : 0);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a due instant explains itself: Thursday 15:00, Helsinki, 2 working days', () => {
  const due = new Date('2026-11-26T15:00:00+02:00');
  expect(explainDue(office, new Date('2026-11-24T10:00:00+02:00'), due)).toEqual({
    at: due,
    zone: 'Europe/Helsinki',
    workingMinutes: 2 * 480 + 300,
    workingDays: 2,
    inWorkingTime: true,
    holiday: null,
    skipped: [],
  });
});

test('a due instant on a holiday names it, in the language of the reader', () => {
  const now = new Date('2027-12-03T10:00:00+02:00');
  const due = new Date('2027-12-06T12:00:00+02:00');
  expect(explainDue(office, now, due, 'en')).toMatchObject({ holiday: 'Independence Day', inWorkingTime: false });
  expect(explainDue(office, now, due, 'fi').holiday).toBe('itsenäisyyspäivä');
});

test('days that are skipped on the way are named, weekends are not', () => {
  const exceptions = [{ date: '2027-12-07', hours: [], note: 'Team day' }];
  const due = new Date('2027-12-08T12:00:00+02:00');
  expect(explainDue({ ...office, exceptions }, new Date('2027-12-03T10:00:00+02:00'), due).skipped).toEqual([
    { date: '2027-12-06', name: 'Independence Day' },
    { date: '2027-12-07', name: 'Team day' },
  ]);
});

test('closing time itself is in working time', () => {
  const now = new Date('2026-11-24T10:00:00+02:00');
  expect(explainDue(office, now, new Date('2026-11-24T16:00:00+02:00')).inWorkingTime).toBe(true);
  expect(explainDue(office, now, new Date('2026-11-24T16:01:00+02:00')).inWorkingTime).toBe(false);
});
