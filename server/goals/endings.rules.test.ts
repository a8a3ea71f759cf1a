// What ends a clock of a goal, what ends it without counting, when leads hear of it, and what is shown of a team.
import { describe, expect, it } from 'vitest';
import { usualWeek, type Week } from '../../contract/working-time.ts';
import type { WorkingCalendar } from '../platform/working-time.ts';
import { clockOf, dueOf, warnAt, type Happening, type Measure } from './clock.rules.ts';
import {
  addDays,
  bucketOf,
  countedOf,
  hides,
  lengthOf,
  medianOf,
  mondayOf,
  unending,
  weeksOf,
} from './figure.rules.ts';

const utc: WorkingCalendar = { zone: 'UTC', week: usualWeek, country: null, region: null, exceptions: [] };
const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const asked = at('24T09:00');
const hour: Measure = { starts: 'asked', ends: 'delivered', time: 'working', minutes: 60 };
const on = (what: Happening['what'], time: string): Happening => ({ what, at: at(`24T${time}`) });
const clock = (happenings: Happening[], measure: Partial<Measure> = {}, here = true, now = at('24T09:55')) =>
  clockOf({ ...hour, ...measure }, { askedAt: asked, happenings, team: 'own', here }, utc, now);

describe('a clock', () => {
  it.each(['withdrawn', 'merged', 'refusedByApprover', 'declined'] as const)(
    'counts for nothing when it is %s in time, and is missed when it is too late',
    (what) => {
      expect(clock([on(what, '10:00')])).toEqual({
        state: 'void',
        startedAt: asked,
        due: at('24T10:00'),
        endedAt: null,
        within: null,
      });
      expect(clock([on(what, '10:01')])).toMatchObject({ state: 'missed', endedAt: at('24T10:01'), within: false });
    },
  );
  it('to the promise ends with the first one', () => {
    const promises = [on('promised', '09:10'), on('released', '09:20'), on('promised', '09:50')];
    expect(clock(promises, { ends: 'promised' })).toMatchObject({ state: 'met', endedAt: at('24T09:10') });
  });
  it('from the ask runs on when a promise is let go', () => {
    expect(clock([on('promised', '09:10'), on('released', '09:20')])).toMatchObject({
      state: 'running',
      startedAt: asked,
    });
  });
  it('to the end ends with the first yes, by word or by silence', () => {
    for (const what of ['accepted', 'closedBySilence'] as const) {
      const told = [on('delivered', '09:10'), on(what, '09:30'), on('accepted', '09:50')];
      expect(clock(told, { ends: 'closed' })).toMatchObject({ state: 'met', endedAt: at('24T09:30') });
    }
  });
  it('to the greeting ends with an offer of something else', () => {
    expect(clock([on('countered', '09:10')], { ends: 'greeted' })).toMatchObject({ endedAt: at('24T09:10') });
  });
  it('begins again when somebody asks again', () => {
    const again = [on('reopened', '09:10'), on('delivered', '09:20')];
    for (const told of [again, [on('greeted', '09:05'), ...again]])
      expect(clock(told)).toMatchObject({ state: 'met', startedAt: at('24T09:10'), endedAt: at('24T09:20') });
  });
  it('that never started waits, until there is nothing more to wait for', () => {
    const state = (...happenings: Happening[]) => clock(happenings, { starts: 'promised' }).state;
    expect(state()).toBe('waiting');
    expect(state(on('greeted', '09:05'))).toBe('waiting');
    expect(state(on('reopened', '09:10'))).toBe('waiting');
    for (const what of ['withdrawn', 'accepted'] as const) expect(state(on(what, '09:10'))).toBe('void');
  });
  it('of what went away without a word where to was over as it went, whatever happened elsewhere', () => {
    const gone = [on('handedOver', '09:30'), on('greeted', '11:00')];
    expect(clock(gone, {}, false)).toMatchObject({ state: 'void' });
    expect(clock([on('greeted', '09:05')], {}, true)).toMatchObject({ state: 'running' });
  });
});

describe('leads hear that it runs short', () => {
  const told = (measure: Partial<Measure>, from: Date, calendar = utc) => {
    const whole = { ...hour, ...measure };
    return warnAt(whole, calendar, from, dueOf(whole, calendar, from));
  };
  it('a day before the end of a long time, a working day before the end of long work', () => {
    // Ten days from Tuesday 9:00 end on Friday 9:00.
    expect(told({ time: 'wall', minutes: 10 * 1440 }, asked)).toEqual(new Date('2026-12-03T09:00:00Z'));
    // Forty hours of work from Tuesday 9:00 end on the next Tuesday at 9:00.
    expect(told({ minutes: 40 * 60 }, asked)).toEqual(at('30T09:00'));
  });
  it('when a quarter of the work is left, also over a night', () => {
    expect(told({ minutes: 240 }, at('24T12:30'))).toEqual(at('24T15:30'));
    expect(told({ minutes: 240 }, at('24T12:45'))).toEqual(at('24T15:45'));
  });
  it('in the night when it began after work', () => {
    expect(told({ time: 'wall', minutes: 240 }, at('24T20:00'))).toEqual(at('24T23:00'));
  });
  it('between beginning and end where the last work was before it began', () => {
    const never: Week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    const exceptions = [{ date: '2026-11-17', hours: [['08:00', '09:00'] as [string, string]], note: '' }];
    expect(told({ minutes: 120 }, asked, { ...utc, week: never, exceptions })).toEqual(at('24T10:00'));
  });
});

describe('what clocks add up to', () => {
  const ended = (end: string, within: boolean) =>
    countedOf(
      { state: within ? 'met' : 'missed', startedAt: asked, due: at('26T10:00'), endedAt: at(end), within },
      5,
      'UTC',
    );
  it('belongs to the day of the end, or to the day on which the time was up before', () => {
    expect(ended('25T09:00', true)?.day).toBe('2026-11-25');
    expect(ended('25T09:00', false)?.day).toBe('2026-11-25');
    expect(ended('28T09:00', false)?.day).toBe('2026-11-26');
  });
  it('has lengths from a minute to something that never ends', () => {
    expect([0, 0.5, 1, 2].map(bucketOf)).toEqual([0, 0, 0, 7]);
    expect(bucketOf(1e60)).toBe(unending - 1);
    expect(lengthOf(0)).toBe(1);
  });
  it('has a middle in whatever order they come, and none of nothing', () => {
    const of = (...pairs: Array<[bucket: number, clocks: number]>) =>
      medianOf(pairs.map(([bucket, clocks]) => ({ bucket, clocks })));
    expect(of([9, 1], [3, 1], [6, 1])).toBe(lengthOf(6));
    expect(of([9, 2], [3, 2])).toBe(lengthOf(3));
    expect(of([3, 0])).toBeNull();
  });
});

describe('what is shown of a team', () => {
  const team = { members: 5, several: true, ratesShown: true };
  it('is nothing that would be somebody’s, and nothing where the company shows none', () => {
    expect(hides(team)).toBeNull();
    expect(hides({ ...team, ratesShown: false, members: 1, several: false })).toBe('ratesOff');
    expect(hides({ ...team, members: 4, several: false })).toBe('smallTeam');
    expect(hides({ ...team, several: false })).toBe('fewPeople');
  });
  it('comes by weeks, one after the other, of a quarter or of up to a year', () => {
    for (const [days, count] of [
      [1, 13],
      [92, 14],
      [365, 53],
      [2000, 53],
    ] as const) {
      const weeks = weeksOf('2026-11-24', days);
      expect(weeks).toHaveLength(count);
      expect(weeks.at(-1)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
      weeks.forEach(({ from, to }, index) => {
        expect([mondayOf(from), to]).toEqual([from, addDays(from, 6)]);
        if (index > 0) expect(from).toBe(addDays(weeks[index - 1]!.from, 7));
      });
    }
  });
});
