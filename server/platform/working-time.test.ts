// Working time by example and by property; the oracle counts minute by minute on the wall clock of Intl.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualWeek } from '../../contract/working-time.ts';
import type { Span, Week } from '../../contract/working-time.ts';
import {
  addWorking,
  explainDue,
  hoursOn,
  isWorking,
  nextOpening,
  workingDaysBetween,
  workingMinutes,
  type WorkingCalendar,
} from './working-time.ts';

const helsinki: WorkingCalendar = {
  zone: 'Europe/Helsinki',
  week: usualWeek,
  country: 'FI',
  region: null,
  exceptions: [
    { date: '2026-11-27', hours: [['10:00', '12:00']], note: 'Stocktaking' },
    { date: '2026-12-24', hours: [['08:00', '12:00']], note: 'Christmas rush' },
  ],
};
const closed: WorkingCalendar = {
  ...helsinki,
  week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
  exceptions: [],
};
const allDay: Week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]])) as Week;
const round: WorkingCalendar = { ...closed, country: null, week: allDay };
const at = (text: string) => new Date(text);

test('an exception replaces the week and the holiday, a holiday replaces the week', () => {
  expect(hoursOn(helsinki, '2026-11-26')).toEqual([['08:00', '16:00']]);
  expect(hoursOn(helsinki, '2026-11-27')).toEqual([['10:00', '12:00']]);
  expect(hoursOn(helsinki, '2026-12-24')).toEqual([['08:00', '12:00']]);
  expect(hoursOn(helsinki, '2026-12-25')).toEqual([]);
  expect(hoursOn(helsinki, '2026-11-28')).toEqual([]);
});

test('an eve that begins at 14:00 cuts the day short', () => {
  expect(hoursOn({ ...helsinki, country: 'DE' }, '2026-12-31')).toEqual([['08:00', '14:00']]);
});

test('a holiday of several days closes each of them', () => {
  const moscow = { ...helsinki, zone: 'Europe/Moscow', country: 'RU' };
  for (const date of ['2026-01-02', '2026-01-05', '2026-01-06', '2026-01-08'])
    expect(hoursOn(moscow, date)).toEqual([]);
  expect(hoursOn(moscow, '2026-01-09')).toEqual([['08:00', '16:00']]);
});

test('a holiday that begins at sunset closes from the evening before, also where it begins in the year before', () => {
  const riyadh = { ...helsinki, zone: 'Asia/Riyadh', country: 'SA', exceptions: [], week: round.week };
  expect(hoursOn(riyadh, '2015-07-16')).toEqual([['00:00', '18:00']]);
  expect(hoursOn(riyadh, '2015-07-17')).toEqual([]);
  // The feast of sacrifice of 2006 lasted into 2007.
  for (const date of ['2006-12-31', '2007-01-01', '2007-01-02']) expect(hoursOn(riyadh, date)).toEqual([]);
});

test('an eve that begins when work has ended explains nothing', () => {
  const riyadh = { ...helsinki, zone: 'Asia/Riyadh', country: 'SA', exceptions: [] };
  const explained = (due: string) => explainDue(riyadh, at('2015-07-14T07:00:00Z'), at(due)).holiday;
  expect(explained('2015-07-16T12:00:00Z')).toBeNull();
  expect(explained('2015-07-17T12:00:00Z')).toEqual(expect.any(String));
});

test('a region keeps its own days', () => {
  const madrid = { ...helsinki, country: 'ES', region: 'MD', exceptions: [] };
  expect(hoursOn(madrid, '2025-05-02')).toEqual([]);
  expect(hoursOn({ ...madrid, region: null }, '2025-05-02')).toEqual([['08:00', '16:00']]);
});

test('spans that touch or overlap are one', () => {
  const week = {
    ...usualWeek,
    1: [
      ['12:00', '16:00'],
      ['08:00', '12:00'],
      ['15:00', '17:00'],
    ] satisfies Span[],
  };
  expect(hoursOn({ ...helsinki, week }, '2026-11-23')).toEqual([['08:00', '17:00']]);
});

test('work starts on the first minute and stops at closing time', () => {
  expect(isWorking(helsinki, at('2026-11-24T06:00:00Z'))).toBe(true);
  expect(isWorking(helsinki, at('2026-11-24T05:59:59Z'))).toBe(false);
  expect(isWorking(helsinki, at('2026-11-24T13:59:59Z'))).toBe(true);
  expect(isWorking(helsinki, at('2026-11-24T14:00:00Z'))).toBe(false);
});

test('eight hours from Monday morning are Monday at closing, one minute more is Tuesday', () => {
  expect(addWorking(helsinki, at('2026-11-23T06:00:00Z'), 480)).toEqual(at('2026-11-23T14:00:00Z'));
  expect(addWorking(helsinki, at('2026-11-23T06:00:00Z'), 481)).toEqual(at('2026-11-24T06:01:00Z'));
});

test('an evening in Helsinki counts from the next morning, over a weekend and Independence Day', () => {
  expect(addWorking(helsinki, at('2027-12-03T18:00:00Z'), 60)).toEqual(at('2027-12-07T07:00:00Z'));
  expect(workingDaysBetween(helsinki, at('2027-12-03T10:00:00Z'), at('2027-12-07T07:00:00Z'))).toBe(1);
});

test('counting back finds when to warn', () => {
  expect(addWorking(helsinki, at('2026-11-24T07:00:00Z'), -120)).toEqual(at('2026-11-23T13:00:00Z'));
});

test('working days are counted as people count them', () => {
  const tuesday = at('2026-11-24T07:00:00Z');
  expect(workingDaysBetween(helsinki, tuesday, at('2026-11-24T13:00:00Z'))).toBe(0);
  expect(workingDaysBetween(helsinki, tuesday, at('2026-11-26T13:00:00Z'))).toBe(2);
  expect(workingDaysBetween(helsinki, at('2026-11-28T10:00:00Z'), at('2026-11-30T10:00:00Z'))).toBe(1);
  expect(workingDaysBetween(helsinki, at('2026-11-26T13:00:00Z'), tuesday)).toBe(-2);
});

test('the hour that spring takes is not worked, the hour that autumn repeats is worked twice', () => {
  const night = { ...round, week: { ...round.week, 7: [['02:00', '05:00']] satisfies Span[] } };
  expect(workingMinutes(night, at('2026-03-28T22:00:00Z'), at('2026-03-29T12:00:00Z'))).toBe(120);
  expect(workingMinutes(night, at('2026-10-24T21:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(240);
  const gap = { ...round, week: { ...round.week, 7: [['03:15', '03:45']] satisfies Span[] } };
  expect(workingMinutes(gap, at('2026-03-28T22:00:00Z'), at('2026-03-29T12:00:00Z'))).toBe(0);
  expect(workingMinutes(gap, at('2026-10-24T21:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(60);
});

test('a calendar without hours never opens, and says so', () => {
  expect(nextOpening(closed, at('2026-11-24T07:00:00Z'))).toBeNull();
  expect(addWorking(closed, at('2026-11-24T07:00:00Z'), 1)).toBeNull();
  expect(addWorking(closed, at('2026-11-24T07:00:00Z'), -1)).toBeNull();
  expect(addWorking(round, at('2026-11-24T07:00:00Z'), 60 * 24 * 366 * 11)).toBeNull();
  expect(workingMinutes(closed, at('2026-11-24T07:00:00Z'), at('2026-12-24T07:00:00Z'))).toBe(0);
});

test('a country nobody knows keeps no holidays', () => {
  expect(hoursOn({ ...helsinki, country: 'ZZ' }, '2026-01-01')).toEqual([['08:00', '16:00']]);
});

// ---- properties

// Each with a clock change inside the drawn fortnight, or none at all; Lord Howe moves by half an hour, Havana at midnight.
const places = [
  ['Europe/Helsinki', '2026-03-23'],
  ['Europe/Helsinki', '2026-10-19'],
  ['America/St_Johns', '2026-03-02'],
  ['America/St_Johns', '2026-10-26'],
  ['America/Havana', '2026-10-26'],
  ['America/Santiago', '2026-08-31'],
  ['Australia/Lord_Howe', '2026-03-30'],
  ['Asia/Kolkata', '2026-05-01'],
  ['Pacific/Kiritimati', '2026-05-01'],
] as const;
const minuteOfDay = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15);
const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const hours = fc
  .uniqueArray(minuteOfDay, { maxLength: 6 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map((cuts) => cuts.flatMap((cut, i): Span[] => (i % 2 ? [[clockOf(cuts[i - 1]!), clockOf(cut)]] : [])));
const week: fc.Arbitrary<Week> = fc.record({ 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours });
const scene = fc
  .record({
    place: fc.constantFrom(...places),
    week,
    day: fc.nat(13),
    hours,
    minutes: fc.tuple(fc.nat(20159), fc.nat(20159)),
  })
  .map(({ place: [zone, from], week: drawn, day, hours: other, minutes }) => {
    const start = Date.parse(`${from}T00:00:00Z`);
    const date = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
    const exceptions = [{ date, hours: other, note: '' }];
    const calendar: WorkingCalendar = { zone, week: drawn, country: null, region: null, exceptions };
    const [a, b] = minutes.sort((x, y) => x - y).map((m) => new Date(start + m * 60_000)) as [Date, Date];
    return { calendar, a, b };
  });

const formats = new Map<string, Intl.DateTimeFormat>();
/** Whether the wall clock of Intl shows a working minute: shares no code with what it judges. */
function oracle({ zone, week: hoursOf, exceptions }: WorkingCalendar, ms: number): boolean {
  let format = formats.get(zone);
  if (!format)
    formats.set(
      zone,
      (format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })),
    );
  const [date, time] = format.format(ms).split(' ') as [string, string];
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() || 7) as keyof Week;
  const spans = exceptions.find((one) => one.date === date)?.hours ?? hoursOf[weekday];
  return spans.some(([from, to]) => from <= time && time < to);
}

test('working minutes are the minutes that the wall clock shows as working, clock changes included', () => {
  fc.assert(
    fc.property(scene, fc.nat(2880), ({ calendar, a }, length) => {
      const b = a.getTime() + length * 60_000;
      let counted = 0;
      for (let ms = a.getTime(); ms < b; ms += 60_000) if (oracle(calendar, ms)) counted++;
      expect(isWorking(calendar, a)).toBe(oracle(calendar, a.getTime()));
      expect(workingMinutes(calendar, a, new Date(b))).toBe(counted);
    }),
    { numRuns: 150 },
  );
});

test('adding and counting are each other’s inverse', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: -4000, max: 4000 }), ({ calendar, a }, minutes) => {
      const b = addWorking(calendar, a, minutes);
      if (b) expect(workingMinutes(calendar, a, b)).toBe(minutes === 0 ? 0 : minutes);
    }),
    { numRuns: 500 },
  );
});

test('an answer is in working time or at closing time', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 0, max: 4000 }), ({ calendar, a }, minutes) => {
      const b = addWorking(calendar, a, minutes);
      // Never open: only a week without hours has no answer. (A value returned from here would count as the verdict.)
      if (!b) {
        expect(Object.values(calendar.week).some((spans) => spans.length)).toBe(false);
        return;
      }
      const justBefore = oracle(calendar, b.getTime() - 60_000);
      expect(minutes === 0 ? oracle(calendar, b.getTime()) : justBefore).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('more work never ends earlier, a later start never ends earlier', () => {
  fc.assert(
    fc.property(scene, fc.nat(3000), fc.nat(3000), ({ calendar, a, b }, few, more) => {
      // Who works on a few days alone, by exception, may never get through more.
      const endOf = (from: Date, minutes: number) => addWorking(calendar, from, minutes)?.getTime() ?? Infinity;
      const end = endOf(a, few);
      if (end === Infinity) return;
      expect(endOf(b, few)).toBeGreaterThanOrEqual(end);
      expect(endOf(a, few + more + 1)).toBeGreaterThan(few === 0 ? 0 : end);
    }),
    { numRuns: 500 },
  );
});

test('counting adds up: a to b and b to c make a to c', () => {
  fc.assert(
    fc.property(scene, fc.nat(5000), ({ calendar, a, b }, more) => {
      const c = new Date(b.getTime() + more * 60_000);
      const sum = workingMinutes(calendar, a, b) + workingMinutes(calendar, b, c);
      expect(workingMinutes(calendar, a, c)).toBe(sum);
      expect(workingMinutes(calendar, c, a)).toBe(0 - sum);
    }),
    { numRuns: 300 },
  );
});
