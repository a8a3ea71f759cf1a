// What a report may show: nothing that is one person's, and nothing that can be reckoned back to it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewest, type Figures } from '../../contract/overview.ts';
import { isRefused } from '../platform/outcome.ts';
import { addDays, stretchesOf } from '../platform/stretches.ts';
import { hideAll, hideAmong, hideFew, nobody, periodOf, type Counted } from './report.rules.ts';

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
  greeting: null,
  delivering: null,
  kept: total > 0 ? { kept: total, renegotiated: 0, total, low: 0, high: 1 } : null,
  rated: null,
});
const counted = (total: number, people: number): Counted => ({
  figures: figures(total),
  servers: { ...nobody, kept: people },
});
const cells = fc.array(fc.tuple(fc.nat(20), fc.nat(6)).map(([total, people]) => counted(total, people)));

describe('a person is never a row', () => {
  test('what fewer than three people did is not shown, however often', () => {
    expect(hideFew(counted(50, 2)).kept).toBeNull();
    expect(hideFew(counted(50, 3)).kept).not.toBeNull();
  });
  test('nor what happened fewer than five times', () => {
    expect(hideFew(counted(4, 4)).kept).toBeNull();
  });
  test('how much there was to do is always shown: it says nothing of anybody', () => {
    expect(hideAll(figures(2))).toMatchObject({ asked: 2, delivered: 2, closed: 2, kept: null });
  });
  test('among the cells of a whole, every one that is shown has enough behind it', () => {
    fc.assert(
      fc.property(cells, (all) => {
        hideAmong(all).forEach((shown, index) => {
          if (!shown.kept) return;
          expect(shown.kept.total).toBeGreaterThanOrEqual(fewest.cases);
          expect(all[index]?.servers.kept).toBeGreaterThanOrEqual(fewest.people);
        });
      }),
    );
  });
  test('and never is exactly one hidden among others, since the whole would tell it', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const shown = hideAmong(all);
        const hidden = all.filter((cell, index) => cell.figures.kept && !shown[index]?.kept).length;
        const filled = all.filter((cell) => cell.figures.kept).length;
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
  test('is refused when it ends before it begins or is longer than two years', () => {
    for (const asked of [
      { from: '2026-11-25', to: '2026-11-24' },
      { from: '2020-01-01', to: '2026-11-24' },
    ])
      expect(isRefused(periodOf(asked, '2026-11-24'))).toBe(true);
  });
});
