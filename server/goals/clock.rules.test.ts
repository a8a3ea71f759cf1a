// Clocks of goals: when they start, when they are up, and what ends them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualWeek } from '../../contract/working-time.ts';
import { workingMinutes, type WorkingCalendar } from '../platform/working-time.ts';
import { between, clockOf, dueOf, warnAt, type Happening, type Measure, type Past } from './clock.rules.ts';

const helsinki: WorkingCalendar = {
  zone: 'Europe/Helsinki',
  week: usualWeek,
  country: 'FI',
  region: null,
  exceptions: [],
};
const utc: WorkingCalendar = { ...helsinki, zone: 'UTC', country: null };
const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const asked = at('24T09:00');
const hour: Measure = { starts: 'asked', ends: 'delivered', time: 'working', minutes: 60 };
const own = 'own';
const past = (happenings: Happening[], here = true): Past => ({ askedAt: asked, happenings, team: own, here });
const clock = (happenings: Happening[], now = '30T09:00', measure = hour, here = true) =>
  clockOf(measure, past(happenings, here), utc, at(now));

describe('a clock', () => {
  test('runs from the ask to the delivery', () => {
    const told: Happening[] = [
      { what: 'promised', at: at('24T09:20') },
      { what: 'delivered', at: at('24T09:50') },
    ];
    expect(clock(told)).toEqual({
      state: 'met',
      startedAt: asked,
      due: at('24T10:00'),
      endedAt: at('24T09:50'),
      within: true,
    });
    expect(clock(told, '30T09:00', { ...hour, minutes: 49 })).toMatchObject({ state: 'missed', within: false });
  });
  test('that ends at the very instant is in time', () => {
    expect(clock([{ what: 'delivered', at: at('24T10:00') }]).within).toBe(true);
  });
  test('is open while there is time, and missed as soon as there is none', () => {
    expect(clock([], '24T10:00')).toMatchObject({ state: 'running', within: null });
    expect(clock([], '24T10:01')).toMatchObject({ state: 'running', within: false, endedAt: null });
  });
  test('does not stand still while somebody waits for others', () => {
    const waits: Happening[] = [
      { what: 'approvalAsked', at: at('24T09:05') },
      { what: 'approved', at: at('24T15:00') },
    ];
    expect(clock(waits, '24T15:00').within).toBe(false);
  });
  test('runs on after “not right yet”', () => {
    const told: Happening[] = [
      { what: 'delivered', at: at('24T09:30') },
      { what: 'returned', at: at('24T09:40') },
    ];
    expect(clock(told, '24T09:45')).toMatchObject({ state: 'running', within: null });
    expect(clock([...told, { what: 'delivered', at: at('24T10:30') }])).toMatchObject({ state: 'missed' });
  });
  test('starts anew for the team that it came to, and ends without counting for the one that it left in time', () => {
    const to = (team: string): Happening => ({ what: 'handedOver', at: at('24T09:30'), team });
    expect(clock([to(own)], '24T09:45')).toMatchObject({ startedAt: at('24T09:30'), due: at('24T10:30') });
    expect(clock([to('other')], '24T09:45', hour, false)).toMatchObject({ state: 'void', within: null });
    expect(clock([{ what: 'handedOver', at: at('24T09:30') }], '24T09:45')).toMatchObject({
      state: 'running',
      startedAt: asked,
    });
  });
  test('that was handed on too late is missed', () => {
    const late: Happening = { what: 'handedOver', at: at('24T11:00'), team: 'other' };
    expect(clock([late], '24T12:00', hour, false)).toMatchObject({ state: 'missed', endedAt: at('24T11:00') });
    expect(clock([{ ...late, team: null }], '24T12:00', hour, false)).toMatchObject({ state: 'missed' });
  });
  test('of what was taken back in time counts for nothing; too late, it is a miss', () => {
    expect(clock([{ what: 'withdrawn', at: at('24T09:30') }]).state).toBe('void');
    expect(clock([{ what: 'withdrawn', at: at('24T11:30') }])).toMatchObject({ state: 'missed' });
    expect(clock([{ what: 'declined', at: at('24T09:30') }]).state).toBe('void');
  });
  test('of a promise that was taken back is a miss at that moment', () => {
    const told: Happening[] = [
      { what: 'promised', at: at('24T09:05') },
      { what: 'revoked', at: at('24T09:30') },
    ];
    expect(clock(told)).toMatchObject({ state: 'missed', endedAt: at('24T09:30') });
  });
  test('from the promise waits for one, and for the next when the asker lets it go', () => {
    const measure: Measure = { ...hour, starts: 'promised' };
    expect(clock([], '24T12:00', measure)).toMatchObject({ state: 'waiting', due: null });
    const let_go: Happening[] = [
      { what: 'promised', at: at('24T09:05') },
      { what: 'released', at: at('24T09:10') },
    ];
    expect(clock(let_go, '24T12:00', measure).state).toBe('waiting');
    expect(clock([...let_go, { what: 'counterAccepted', at: at('24T11:30') }], '24T12:00', measure)).toMatchObject({
      state: 'running',
      due: at('24T12:30'),
    });
  });
  test('to the greeting ends with any hello, a no among them', () => {
    const measure: Measure = { ...hour, ends: 'greeted' };
    for (const what of ['greeted', 'promised', 'countered', 'declined'] as const)
      expect(clock([{ what, at: at('24T09:30') }], '30T09:00', measure).state).toBe('met');
  });
  const again: Happening[] = [
    { what: 'delivered', at: at('24T09:30') },
    { what: 'accepted', at: at('24T09:40') },
    { what: 'reopened', at: at('26T09:00') },
  ];
  const delivered = (when: string): Happening => ({ what: 'delivered', at: at(when) });
  test('runs anew, with its whole time, when it is opened again', () => {
    expect(clock(again, '26T09:30')).toMatchObject({
      state: 'running',
      startedAt: at('26T09:00'),
      due: at('26T10:00'),
      within: null,
    });
    expect(clock(again, '26T10:01')).toMatchObject({ state: 'running', within: false });
  });
  test('is in time if it was so each time, and missed if it was missed once', () => {
    expect(clock([...again, delivered('26T09:50')])).toMatchObject({ state: 'met', endedAt: at('26T09:50') });
    expect(clock([...again, delivered('26T11:00')])).toMatchObject({ state: 'missed', due: at('26T10:00') });
    const [, ...late] = again;
    expect(clock([delivered('24T11:00'), ...late, delivered('26T09:50')])).toMatchObject({
      state: 'missed',
      due: at('24T10:00'),
      endedAt: at('24T11:00'),
    });
  });
  test('of what is opened again and taken back in time is that of before', () => {
    expect(clock([...again, { what: 'withdrawn', at: at('26T09:10') }])).toMatchObject({ state: 'met' });
    const declined: Happening[] = [
      { what: 'declined', at: at('24T09:30') },
      { what: 'reopened', at: at('26T09:00') },
    ];
    expect(clock([...declined, { what: 'declined', at: at('26T09:10') }]).state).toBe('void');
  });
  test('does not run here for what was opened again elsewhere, until it comes back', () => {
    const away: Happening[] = [{ what: 'handedOver', at: at('24T09:10'), team: 'other' }, ...again];
    expect(clock(away, '26T12:00', hour, false).state).toBe('void');
    expect(clock([...again], '26T12:00', hour, false)).toMatchObject({ state: 'met', due: at('24T10:00') });
    const back: Happening = { what: 'handedOver', at: at('26T11:30'), team: own };
    expect(clock([...away, back], '26T12:00')).toMatchObject({ state: 'running', due: at('26T12:30') });
  });
  test('from the promise waits for the next promise when it is opened again, and counts as before until then', () => {
    const measure: Measure = { ...hour, starts: 'promised' };
    const told: Happening[] = [{ what: 'promised', at: at('24T09:05') }, ...again];
    expect(clock(told, '26T09:30', measure)).toMatchObject({ state: 'met', startedAt: at('24T09:05') });
    expect(clock([...told, { what: 'promised', at: at('26T09:20') }], '26T09:30', measure)).toMatchObject({
      state: 'running',
      due: at('26T10:20'),
    });
  });
});

describe('the time', () => {
  test('of work leaves out nights and weekends, that of the wall does not', () => {
    const friday = at('27T15:30');
    expect(dueOf(hour, utc, friday)).toEqual(at('30T08:30'));
    expect(dueOf({ ...hour, time: 'wall' }, utc, friday)).toEqual(at('27T16:30'));
  });
  test('of the wall is the same length when clocks are changed, that of work follows the clock on the wall', () => {
    const before = new Date('2026-10-24T12:00:00Z');
    expect(dueOf({ ...hour, time: 'wall', minutes: 24 * 60 }, helsinki, before)).toEqual(
      new Date('2026-10-25T12:00:00Z'),
    );
    // Friday 15:30 in summer time, Monday 8:30 in winter time.
    const friday = new Date('2026-10-23T12:30:00Z');
    expect(dueOf(hour, helsinki, friday)).toEqual(new Date('2026-10-26T06:30:00Z'));
  });
  test('of a team that never works is that of the wall', () => {
    const closed = { ...utc, week: { ...usualWeek, 1: [], 2: [], 3: [], 4: [], 5: [] } };
    expect(dueOf(hour, closed, asked)).toEqual(at('24T10:00'));
  });
  test('runs short when a quarter of it is left, while somebody works', () => {
    expect(warnAt(hour, utc, asked, at('24T10:00'))).toEqual(at('24T09:45'));
    const wall: Measure = { ...hour, time: 'wall', minutes: 20 * 60 };
    // Until Wednesday 5:00; a quarter is left at midnight, when nobody works: told before closing on Tuesday.
    expect(warnAt(wall, utc, asked, at('25T05:00'))).toEqual(at('24T15:59'));
  });
});

const kinds = [
  'greeted',
  'promised',
  'countered',
  'released',
  'delivered',
  'returned',
  'accepted',
  'withdrawn',
] as const;
const instants = fc.date({ min: asked, max: at('30T00:00'), noInvalidDate: true });
const stories = fc
  .array(
    fc.record({
      what: fc.constantFrom(...kinds, 'revoked' as const, 'reopened' as const, 'handedOver' as const),
      at: instants,
    }),
    { maxLength: 8 },
  )
  .map((story) => story.toSorted((a, b) => a.at.getTime() - b.at.getTime()));
const measures = fc.record({
  starts: fc.constantFrom('asked', 'greeted', 'promised'),
  ends: fc.constantFrom('delivered', 'closed'),
  time: fc.constantFrom('working', 'wall'),
  minutes: fc.integer({ min: 1, max: 3000 }),
}) as fc.Arbitrary<Measure>;
const runs = Number(process.env['GOALS_RUNS'] ?? 300);

describe('of every history', () => {
  test('a longer time never turns what was within into a miss', () => {
    fc.assert(
      fc.property(measures, stories, instants, fc.integer({ min: 1, max: 3000 }), (measure, story, now, more) => {
        const judge = (minutes: number) => clockOf({ ...measure, minutes }, past(story), helsinki, now).within;
        if (judge(measure.minutes) === true) expect(judge(measure.minutes + more)).toBe(true);
      }),
      { numRuns: runs },
    );
  });
  test('what is within took no longer than allowed, and what is not took no less, unless a word was taken back', () => {
    fc.assert(
      fc.property(measures, stories, instants, (measure, story, now) => {
        const { state, startedAt, endedAt } = clockOf(measure, past(story), helsinki, now);
        if (!startedAt || !endedAt) return;
        const took = between(measure, helsinki, startedAt, endedAt);
        if (state === 'met') expect(took).toBeLessThanOrEqual(measure.minutes);
        if (state === 'missed' && !story.some(({ what }) => what === 'revoked'))
          expect(took).toBeGreaterThanOrEqual(measure.minutes);
      }),
      { numRuns: runs },
    );
  });
  test('what has been decided stays as it is while time passes', () => {
    fc.assert(
      fc.property(measures, stories, instants, instants, (measure, story, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const first = clockOf(measure, past(story), utc, earlier);
        if (first.within !== null) expect(clockOf(measure, past(story), utc, later).within).toBe(first.within);
      }),
      { numRuns: runs },
    );
  });
  test('leads hear of it after it starts and before it is up', () => {
    fc.assert(
      fc.property(measures, instants, (measure, from) => {
        const due = dueOf(measure, helsinki, from);
        const told = warnAt(measure, helsinki, from, due);
        expect(told > from && told < due).toBe(true);
      }),
      { numRuns: runs },
    );
  });
  test('the time that is up agrees with counting it minute by minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), instants, (minutes, from) => {
        const start = new Date(Math.floor(from.getTime() / 60_000) * 60_000);
        const due = dueOf({ ...hour, minutes }, helsinki, start);
        let worked = 0;
        for (let ms = start.getTime(); ms < due.getTime(); ms += 60_000)
          worked += workingMinutes(helsinki, new Date(ms), new Date(ms + 60_000));
        expect(worked).toBe(minutes);
      }),
      { numRuns: Math.min(runs, 50) },
    );
  });
});
