// Working time where it hardly ever happens: long closures, odd hours, jumping clocks, half holidays.
import { describe, expect, it } from 'vitest';
import { usualWeek, type Week } from '../../contract/working-time.ts';
import {
  addWorking,
  atClock,
  clockOn,
  dateIn,
  dueChoices,
  explainDue,
  nextDayEnd,
  nextOpening,
  usualDay,
  workingMinutes,
  type WorkingCalendar,
} from './working-time.ts';

const at = (text: string) => new Date(text);
const office: WorkingCalendar = { zone: 'UTC', week: usualWeek, country: null, region: null, exceptions: [] };
const never: Week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
const start = at('2026-11-24T00:00:00Z');
const dayAfter = (days: number) => new Date(start.getTime() + days * 86_400_000);
const dateAfter = (days: number) => dayAfter(days).toISOString().slice(0, 10);
const hoursAfter = (days: number, hours: number) => new Date(dayAfter(days).getTime() + hours * 3_600_000);
/** Open for an hour, from 8 to 9, so many days away from Tuesday. */
const openOn = (...days: number[]): WorkingCalendar => ({
  ...office,
  week: never,
  exceptions: days.map((day) => ({ date: dateAfter(day), hours: [['08:00', '09:00']], note: '' })),
});
const closedOn = (days: number[], week: Week = usualWeek): WorkingCalendar => ({
  ...office,
  week,
  exceptions: days.map((day) => ({ date: dateAfter(day), hours: [], note: '' })),
});
const every = (...hours: Week[1]): Week => ({ 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours });
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a closure of two years', () => {
  it('is waited for, a day more is not', () => {
    expect(nextOpening(openOn(731), start)).toEqual(hoursAfter(731, 8));
    expect(nextOpening(openOn(732), start)).toBeNull();
    expect(nextDayEnd(openOn(732), start)).toEqual(hoursAfter(732, 9));
    expect(nextDayEnd(openOn(733), start)).toBeNull();
    expect(addWorking(openOn(731), start, 30)).toEqual(hoursAfter(731, 8.5));
    expect(addWorking(openOn(732), start, 30)).toBeNull();
    expect(addWorking(openOn(-731), start, -30)).toEqual(hoursAfter(-731, 8.5));
    expect(addWorking(openOn(-732), start, -30)).toBeNull();
    expect(dueChoices(openOn(731), start)).toEqual([{ code: 'later', at: hoursAfter(731, 9) }]);
    expect(dueChoices(openOn(732), start)).toEqual([]);
  });
  it('counts from the last day of work, forward and back, over no more than ten years', () => {
    const rare = [700, 1400, 2100, 2800, 3500];
    const back = rare.map((day) => -day);
    expect(addWorking(openOn(...rare), start, 90)).toEqual(hoursAfter(1400, 8.5));
    expect(addWorking(openOn(...rare, 3660), start, 330)).toEqual(hoursAfter(3660, 8.5));
    expect(addWorking(openOn(...rare, 3661), start, 330)).toBeNull();
    expect(addWorking(openOn(...back), start, -90)).toEqual(hoursAfter(-1400, 8.5));
    expect(addWorking(openOn(...back, -3660), start, -330)).toEqual(hoursAfter(-3660, 8.5));
    expect(addWorking(openOn(...back, -3661), start, -330)).toBeNull();
    expect(workingMinutes(openOn(1, 3660, 3661), start, dayAfter(4000))).toBe(120);
  });
});

describe('closing time', () => {
  it('is not open any more', () => {
    expect(nextOpening(office, hoursAfter(0, 16))).toEqual(hoursAfter(1, 8));
    expect(nextOpening(office, hoursAfter(0, 15))).toEqual(hoursAfter(0, 15));
  });
  it('is where a whole day of work counted back from it begins', () => {
    expect(addWorking(office, hoursAfter(0, 16), -480)).toEqual(hoursAfter(0, 8));
  });
  it('of the next working day comes after this one', () => {
    expect(nextDayEnd(office, hoursAfter(0, 10))).toEqual(hoursAfter(1, 16));
    // Friday.
    expect(nextDayEnd(office, hoursAfter(3, 10))).toEqual(hoursAfter(6, 16));
    expect(nextDayEnd({ ...office, week: every(['08:00', '12:00'], ['13:00', '17:00']) }, start)).toEqual(
      hoursAfter(1, 17),
    );
  });
});

describe('a usual working day', () => {
  it('is as long as the days of work are on the mean, and eight hours where nobody ever works', () => {
    expect(usualDay(office)).toBe(480);
    expect(usualDay({ week: never })).toBe(480);
    expect(
      usualDay({
        week: {
          ...never,
          1: [
            ['08:30', '12:00'],
            ['13:00', '16:15'],
          ],
          6: [['09:00', '10:50']],
        },
      }),
    ).toBe(258);
    expect(usualDay({ week: every(['22:45', '24:00']) })).toBe(75);
  });
});

describe('the clock on the wall', () => {
  it('is that of the zone, and jumps on where it is put forward', () => {
    expect(atClock('Europe/Helsinki', '2026-11-24', '08:30')).toEqual(at('2026-11-24T06:30:00Z'));
    expect(atClock('Europe/Helsinki', '2026-03-29', '03:30')).toEqual(at('2026-03-29T01:30:00Z'));
    expect(dateIn('Europe/Helsinki', at('2026-11-24T22:30:00Z'))).toBe('2026-11-25');
  });
  it('shows a time on a working day, else when work begins; on a free day nothing', () => {
    expect(clockOn(office, hoursAfter(0, 20), 12 * 60)).toEqual(hoursAfter(0, 12));
    expect(clockOn(office, hoursAfter(0, 20), null)).toEqual(hoursAfter(0, 8));
    expect(clockOn(office, hoursAfter(4, 10), 12 * 60)).toBeNull();
    const helsinki = { ...office, zone: 'Europe/Helsinki', week: every(['02:00', '06:00']) };
    expect(clockOn(helsinki, at('2026-03-29T10:00:00Z'), 3 * 60 + 30)).toEqual(at('2026-03-29T00:00:00Z'));
  });
});

describe('what is suggested', () => {
  const said = (calendar: WorkingCalendar, now = hoursAfter(0, 7)) =>
    dueChoices(calendar, now).map(({ code, at: due }) => `${code} ${due.toISOString().slice(5, 16)}`);
  it('is five times at most, also where work ends for good within the week', () => {
    expect(said(openOn(1, 2, 3, 4, 5, 6))).toHaveLength(5);
  });
  it('two weeks away is later, not next week', () => {
    expect(said(closedOn(range(0, 13))).at(-1)).toBe('later 12-08T16:00');
    expect(said(closedOn(range(0, 12))).at(-1)).toBe('nextWeek 12-07T16:00');
  });
  it('of a day with less than an hour is its end, though never of today', () => {
    expect(said({ ...office, week: every(['09:00', '09:20'], ['10:00', '10:30']) }).slice(0, 2)).toEqual([
      'tomorrow 11-25T10:30',
      'weekday 11-26T10:30',
    ]);
  });
  it('of a day with a break is an hour of work after it', () => {
    expect(said({ ...office, week: every(['08:00', '12:00'], ['13:00', '17:00']) })[0]).toBe('today 11-24T16:00');
  });
});

describe('why it is that time', () => {
  const explained = (calendar: WorkingCalendar, due: Date, now = hoursAfter(0, 9)) => explainDue(calendar, now, due);
  it('half a minute ago is no minute, and never less than nothing', () => {
    const past = explained(office, new Date(hoursAfter(0, 9).getTime() - 30_000)).workingMinutes;
    expect(Object.is(past, 0)).toBe(true);
  });
  it('a holiday is named on a free day too, half a one where it cuts work short', () => {
    const finland = { ...office, country: 'FI' };
    expect(explained(finland, at('2026-12-06T12:00:00Z')).holiday).toBe('Independence Day');
    const eve = at('2026-12-31T12:00:00Z');
    const germany = (week: Week) => explained({ ...office, country: 'DE', week }, eve).holiday;
    expect(germany(usualWeek)).not.toBeNull();
    expect(germany(every(['08:00', '12:00'], ['13:00', '16:00']))).not.toBeNull();
    expect(germany(every(['08:00', '14:00']))).toBeNull();
  });
  it('days on the way are named, neither the first nor the last of them, and five at most', () => {
    const dates = (days: number[], due: number) =>
      explained(closedOn(days, every(['08:00', '16:00'])), hoursAfter(due, 12)).skipped.map(({ date }) => date);
    expect(dates([0, 1, 2, 3], 3)).toEqual([dateAfter(1), dateAfter(2)]);
    expect(dates(range(1, 8), 10)).toEqual(range(1, 5).map(dateAfter));
    expect(explained(closedOn([1]), hoursAfter(2, 12)).skipped).toEqual([{ date: dateAfter(1), name: '' }]);
  });
});
