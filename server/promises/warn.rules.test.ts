// When time runs short, by example and by property: always between the promise and its due instant.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWeek, type Week } from '../../contract/working-time.ts';
import { workingMinutes, type WorkingCalendar } from '../platform/working-time.ts';
import { warnAt } from './warn.rules.ts';

const closed: Week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
const always: Week = {
  1: [['00:00', '24:00']],
  2: [['00:00', '24:00']],
  3: [['00:00', '24:00']],
  4: [['00:00', '24:00']],
  5: [['00:00', '24:00']],
  6: [['00:00', '24:00']],
  7: [['00:00', '24:00']],
};
const calendar = (week: Week, zone = 'Europe/Helsinki'): WorkingCalendar => ({
  zone,
  country: null,
  region: null,
  week,
  exceptions: [],
});
const helsinki = calendar(usualWeek);
const warned = (made: string, due: string) => warnAt(helsinki, new Date(made), new Date(due)).toISOString();

describe('a promiser is told that time runs short', () => {
  it('when a quarter of the working time is left', () => {
    // Tuesday 8:00 to Wednesday 16:00 in Helsinki: sixteen hours of work, four of them left on Wednesday noon.
    expect(warned('2026-11-24T06:00:00Z', '2026-11-25T14:00:00Z')).toBe('2026-11-25T10:00:00.000Z');
  });
  it('at least one working hour before', () => {
    expect(warned('2026-11-24T06:00:00Z', '2026-11-24T08:00:00Z')).toBe('2026-11-24T07:00:00.000Z');
  });
  it('at most one working day before', () => {
    expect(warned('2026-11-23T06:00:00Z', '2026-12-18T14:00:00Z')).toBe('2026-12-18T06:00:00.000Z');
  });
  it('on Friday about what is due early on Monday', () => {
    expect(warned('2026-11-26T06:00:00Z', '2026-11-30T07:00:00Z')).toBe('2026-11-27T10:45:00.000Z');
  });
  it('by plain time when there is no more than an hour of work in between', () => {
    // Made on Saturday, due on Monday at 9:00, an hour after work begins.
    expect(warned('2026-11-28T07:00:00Z', '2026-11-30T07:00:00Z')).toBe('2026-11-29T19:00:00.000Z');
    expect(warned('2026-11-28T07:01:00Z', '2026-11-30T07:01:00Z')).toBe('2026-11-30T06:01:00.000Z');
  });
  it('by plain time when there is no working time in between', () => {
    expect(warned('2026-11-28T08:00:00Z', '2026-11-28T12:00:00Z')).toBe('2026-11-28T11:00:00.000Z');
  });
});

describe('whatever the calendar, the promise and its due instant', () => {
  const calendars = [
    helsinki,
    calendar(closed),
    calendar(always),
    calendar(usualWeek, 'America/St_Johns'),
    calendar(usualWeek, 'Asia/Kathmandu'),
  ];
  const madeAt = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  const ahead = fc.oneof(fc.integer({ min: 2, max: 60_000 }), fc.integer({ min: 2, max: 63_000_000_000 }));
  const cases = fc.record({ place: fc.constantFrom(...calendars), madeAt, ahead });

  it('the word comes after the promise and before the due instant', () => {
    fc.assert(
      fc.property(cases, ({ place, madeAt: made, ahead: ms }) => {
        const due = new Date(made.getTime() + ms);
        const at = warnAt(place, made, due);
        expect(at.getTime()).toBeGreaterThanOrEqual(made.getTime());
        expect(at.getTime()).toBeLessThan(due.getTime());
      }),
      { numRuns: 400 },
    );
  });
  it('no more than a working day is left then', () => {
    fc.assert(
      fc.property(cases, ({ place, madeAt: made, ahead: ms }) => {
        const due = new Date(made.getTime() + ms);
        expect(workingMinutes(place, warnAt(place, made, due), due)).toBeLessThanOrEqual(8 * 60);
      }),
      { numRuns: 400 },
    );
  });
});
