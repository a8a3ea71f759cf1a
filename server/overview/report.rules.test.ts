// What a report may show: nothing that is one person's, and nothing that can be reckoned back to it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewest, type Figures } from '../../contract/overview.ts';
import { isRefused } from '../platform/outcome.ts';
import { addDays, stretchesOf } from '../platform/stretches.ts';
import { hideAll, hideAmong, hideFew, nobody, periodOf, rhythmOf, type Counted } from './report.rules.ts';

const figures = (total: number): Figures => ({
  asked: total,
  delivered: total,
  returned: 0,
  reopened: 0,
  closed: total,
  silent: 0,
  declined: 0,
  withdrawn: 0,
  revoked: 0,
  greeting: total > 0 ? { count: total, inTime: total, median: 1, most: 2 } : null,
  delivering: null,
  kept: null,
  rated: null,
});
const counted = (total: number, people: number): Counted => ({
  figures: figures(total),
  servers: { ...nobody, greeting: people },
});
const cells = fc.array(fc.tuple(fc.nat(20), fc.nat(6)).map(([total, people]) => counted(total, people)));

describe('a person is never a row', () => {
  test('what fewer than three people did is not shown, however often', () => {
    expect(hideFew(counted(50, 2)).greeting).toBeNull();
    expect(hideFew(counted(50, 3)).greeting).not.toBeNull();
  });
  test('nor what happened fewer than five times', () => {
    expect(hideFew(counted(4, 4)).greeting).toBeNull();
  });
  test('how much there was to do is always shown: it says nothing of anybody', () => {
    expect(hideAll(figures(2))).toMatchObject({ asked: 2, delivered: 2, closed: 2, greeting: null });
  });
  test('exactly five by exactly three are enough, in each part by itself', () => {
    const few = { count: 4, middle: 60, most: 90 } as never;
    const enough = { count: 5, middle: 60, most: 90 } as never;
    const shown = (parts: Partial<Figures>, people: number) =>
      hideFew({
        figures: { ...figures(5), ...parts },
        servers: { greeting: people, delivering: people },
      });
    const all = { greeting: enough, delivering: enough };
    expect(shown(all, 3)).toEqual({ ...figures(5), ...all });
    for (const part of ['greeting', 'delivering'] as const)
      expect(shown({ ...all, [part]: few }, 3)).toEqual({ ...figures(5), ...all, [part]: null });
    expect(hideAll({ ...figures(5), ...all })).toEqual({ ...figures(5), greeting: null, delivering: null });
    expect(nobody).toEqual({ greeting: 0, delivering: 0 });
  });
  test('beside one that is hidden the smallest of the others is hidden, and nothing more', () => {
    const shown = (...cells: Counted[]) => hideAmong(cells).map(({ greeting }) => greeting?.count ?? null);
    expect(shown(counted(50, 2), counted(9, 3), counted(7, 3), counted(8, 3))).toEqual([null, 9, null, 8]);
    expect(shown(counted(9, 3), counted(8, 3))).toEqual([9, 8]);
    expect(shown(counted(9, 3), counted(0, 0), counted(8, 2), counted(7, 2))).toEqual([9, null, null, null]);
    expect(shown(counted(9, 2), counted(0, 0))).toEqual([null, null]);
  });
  test('among the cells of a whole, every one that is shown has enough behind it', () => {
    fc.assert(
      fc.property(cells, (all) => {
        hideAmong(all).forEach((shown, index) => {
          if (!shown.greeting) return;
          expect(shown.greeting.count).toBeGreaterThanOrEqual(fewest.cases);
          expect(all[index]?.servers.greeting).toBeGreaterThanOrEqual(fewest.people);
        });
      }),
    );
  });
  test('and never is exactly one hidden among others, since the whole would tell it', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const shown = hideAmong(all);
        const hidden = all.filter((cell, index) => cell.figures.greeting && !shown[index]?.greeting).length;
        const filled = all.filter((cell) => cell.figures.greeting).length;
        expect(hidden === 1 && filled > 1).toBe(false);
      }),
    );
  });
});

describe('a period', () => {
  const days = fc.integer({ min: 0, max: 4000 }).map((day) => addDays('2020-01-01', day));
  test('falls into weeks or months that follow each other without a gap', () => {
    fc.assert(
      fc.property(days, fc.nat(730), fc.constantFrom('week' as const, 'month' as const), (from, length, every) => {
        const to = addDays(from, length);
        const stretches = stretchesOf(from, to, every);
        expect(stretches[0]?.from).toBe(from);
        expect(stretches.at(-1)?.to).toBe(to);
        for (const [index, { from: start }] of stretches.entries())
          if (index > 0) expect(start).toBe(addDays(stretches[index - 1]?.to ?? '', 1));
      }),
    );
  });
  test('ends today and lasts twelve weeks unless something else was said', () => {
    expect(periodOf({}, '2026-11-24')).toEqual({ from: '2026-09-02', to: '2026-11-24', every: 'week' });
  });
  test('does not begin before the first day that there is', () => {
    expect(periodOf({ to: '1900-01-09' }, '2026-11-24')).toEqual({
      from: '1900-01-01',
      to: '1900-01-09',
      every: 'week',
    });
  });
  test('is told by weeks up to half a year, beyond it by months', () => {
    const every = (days: number) => rhythmOf('2026-01-01', addDays('2026-01-01', days));
    expect([every(184), every(185)]).toEqual(['week', 'month']);
  });
  test('may be one day, or two years', () => {
    const one = { from: '2026-11-24', to: '2026-11-24' };
    expect(periodOf(one, '2026-11-24')).toEqual({ ...one, every: 'week' });
    const two = { from: addDays('2026-11-24', -731), to: '2026-11-24' };
    expect(periodOf(two, '2026-11-24')).toEqual({ ...two, every: 'month' });
    expect(periodOf({ ...two, from: addDays(two.from, -1) }, '2026-11-24')).toEqual({
      refused: 'wrongPeriod',
      field: 'to',
    });
  });
  test('is refused when it ends before it begins or is longer than two years', () => {
    for (const asked of [
      { from: '2026-11-25', to: '2026-11-24' },
      { from: '2020-01-01', to: '2026-11-24' },
    ])
      expect(isRefused(periodOf(asked, '2026-11-24'))).toBe(true);
  });
});
