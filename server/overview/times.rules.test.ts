// How long things took: from the history, in the team's working time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualWeek } from '../../contract/working-time.ts';
import type { WorkingCalendar } from '../platform/working-time.ts';
import { timesOf, type Happening } from './times.rules.ts';

const calendar: WorkingCalendar = { zone: 'UTC', week: usualWeek, country: null, region: null, exceptions: [] };
const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const asked = at('24T09:00');
const times = (happenings: Happening[], promise: Parameters<typeof timesOf>[0]['promise'] = null) =>
  timesOf({ askedAt: asked, happenings, promise }, calendar);

describe('the greeting', () => {
  test('is the first hello, a promise among them', () => {
    expect(times([{ what: 'promised', at: at('24T09:30') }])).toMatchObject({ greetMinutes: 30, greetedInTime: true });
  });
  test('counts working time: a night is nothing', () => {
    const overnight = times([{ what: 'greeted', at: at('25T09:00') }]).greetMinutes ?? 0;
    expect(overnight).toBeLessThan(24 * 60);
    expect(overnight).toBeGreaterThan(0);
  });
  test('begins anew for the team that it was handed to', () => {
    const story: Happening[] = [
      { what: 'greeted', at: at('24T09:10') },
      { what: 'handedOver', at: at('24T10:00') },
      { what: 'greeted', at: at('24T10:20') },
    ];
    expect(times(story).greetMinutes).toBe(20);
  });
  test('came late when the clock had called before it', () => {
    const late: Happening[] = [
      { what: 'ungreeted', at: at('24T11:00') },
      { what: 'greeted', at: at('24T11:30') },
    ];
    expect(times(late).greetedInTime).toBe(false);
    expect(times(late.slice(0, 1))).toMatchObject({ greetedInTime: false, greetMinutes: null });
  });
  test('is still open while nobody has spoken and there is time', () => {
    expect(times([])).toMatchObject({ greetedInTime: null, greetMinutes: null });
  });
  test('is any word of whoever serves', () => {
    for (const what of ['greeted', 'countered', 'declined'] as const)
      expect(times([{ what, at: at('24T09:30') }]).greetMinutes).toBe(30);
    expect(times([{ what: 'withdrawn', at: at('24T09:30') }]).greetMinutes).toBeNull();
  });
  test('came in time when it was spoken before the clock called, and late at that very moment', () => {
    const story = (hello: string): Happening[] => [
      { what: 'greeted', at: at(hello) },
      { what: 'ungreeted', at: at('24T11:00') },
    ];
    expect([times(story('24T10:59')).greetedInTime, times(story('24T11:00')).greetedInTime]).toEqual([true, false]);
  });
  test('of an ask that was opened again at once is none', () => {
    const story: Happening[] = [
      { what: 'reopened', at: at('24T09:10') },
      { what: 'greeted', at: at('24T09:20') },
    ];
    expect(times(story)).toMatchObject({ greetMinutes: null, greetedInTime: null, reopened: true });
  });
  test('of an ask that was opened again is that of its first opening', () => {
    const story: Happening[] = [
      { what: 'greeted', at: at('24T09:10') },
      { what: 'reopened', at: at('26T09:00') },
      { what: 'greeted', at: at('27T09:00') },
    ];
    expect(times(story)).toMatchObject({ greetMinutes: 10, reopened: true });
  });
});

test('what came back is told, and what was opened again', () => {
  const told = (...kinds: Happening['what'][]) => {
    const { returned, reopened } = times(kinds.map((what, index) => ({ what, at: at(`24T10:0${index}`) })));
    return [returned, reopened];
  };
  expect(told()).toEqual([false, false]);
  expect(told('delivered', 'accepted')).toEqual([false, false]);
  expect(told('delivered', 'returned', 'delivered')).toEqual([true, false]);
  expect(told('delivered', 'reopened', 'returned')).toEqual([true, true]);
});

test('a delivery is measured from its promise, against the time first offered', () => {
  const promise = { madeAt: at('24T10:00'), firstDue: at('24T12:00'), deliveredAt: at('24T11:00') };
  expect(times([], promise)).toMatchObject({ promiseMinutes: 60, offeredMinutes: 120, askMinutes: 120 });
});

test('no history makes a negative time', () => {
  const kinds = ['greeted', 'promised', 'handedOver', 'ungreeted', 'returned', 'reopened', 'declined'] as const;
  const happening = fc.record({
    what: fc.constantFrom(...kinds),
    at: fc.date({ min: asked, max: at('30T00:00'), noInvalidDate: true }),
  });
  fc.assert(
    fc.property(fc.array(happening), (story) => {
      const ordered = story.toSorted((a, b) => a.at.getTime() - b.at.getTime());
      expect(times(ordered).greetMinutes ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});
