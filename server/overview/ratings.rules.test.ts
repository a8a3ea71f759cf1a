// Whatever anybody asks for and takes from something else that they were told, they are left with sums of many, or with nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plenty } from '../../contract/trust.ts';
import { addDays, startOf } from '../platform/stretches.ts';
import { monthsFor, ratedFrom, type Answers, type RatedMonth } from './ratings.rules.ts';

const answers = (sum: number, ...counts: number[]): Answers => ({
  sum,
  shares: new Map(counts.flatMap((count, index) => (count > 0 ? [[`person ${index}`, count] as const] : []))),
});
const none = answers(0);
const month = (of: string, timing: Answers, hidden = false): RatedMonth => ({
  month: of,
  private: hidden,
  rated: { ...timing, sum: Infinity },
  timing,
  quality: none,
  accuracy: none,
});

describe('ratings of a team', () => {
  it('are told of a month in which enough were served by enough, and nobody did most of it', () => {
    const told = (...counts: number[]) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      return ratedFrom([month('2026-01-01', answers(4 * total, ...counts))], '2026-01-01');
    };
    const rated = { count: 5, timing: 4, quality: null, accuracy: null };
    expect(told(2, 2, 1)).toEqual({ whole: rated, months: new Map([['2026-01-01', rated]]) });
    for (const few of [told(2, 1, 1), told(3, 2), told(4, 1, 1)])
      expect(few).toEqual({ whole: null, months: new Map() });
  });
  it('are not told where all said the least: it would be what each said', () => {
    const told = (sum: number) => ratedFrom([month('2026-01-01', answers(sum, 2, 2, 1))], '2026-01-01').whole?.timing;
    expect([told(5), told(6), told(25)]).toEqual([null, 1.2, 5]);
  });
  it('hide a side that few said something of, beside one that many did', () => {
    const one = { ...month('2026-01-01', answers(20, 2, 2, 1)), quality: answers(1, 1) };
    expect(ratedFrom([one], '2026-01-01').whole).toEqual({ count: 5, timing: 4, quality: null, accuracy: null });
  });
  it('of a few go with the months after them, until they are many; not beyond the year, nor before the period', () => {
    const months = [
      month('2025-12-01', answers(9, 1, 1)),
      month('2026-01-01', answers(3, 1, 1)),
      month('2026-02-01', answers(12, 1, 1, 1)),
      month('2026-03-01', answers(25, 2, 2, 1)),
    ];
    const { whole, months: alone } = ratedFrom(months, '2025-12-01');
    expect(whole).toMatchObject({ count: 10, timing: 4 });
    expect([...alone.keys()]).toEqual(['2026-03-01']);
    expect(ratedFrom(months, '2026-02-01').whole).toMatchObject({ count: 5, timing: 5 });
  });

  const cell = fc
    .array(fc.nat(3), { maxLength: 5 })
    .map((counts) => answers(counts.reduce((a, b) => a + b, 0) * 3, ...counts));
  const year = fc.array(cell, { minLength: 1, maxLength: 12 }).chain((open) =>
    fc.array(cell, { minLength: open.length, maxLength: open.length }).map((hidden) =>
      open.flatMap((each, index) => {
        const of = `2026-${String(index + 1).padStart(2, '0')}-01`;
        return [month(of, each), month(of, hidden[index] ?? none, true)];
      }),
    ),
  );
  it('taken from each other over any two periods, by members and by others, leave nobody’s own', () => {
    fc.assert(
      fc.property(year, (all) => {
        const names = [...new Set(all.map((each) => each.month))];
        const told = [false, true].flatMap((inside) =>
          names.flatMap((first, at) =>
            names.slice(at).map((last) => {
              const seen = all.filter((each) => each.month <= last && (inside || !each.private));
              return { inside, first, last, count: ratedFrom(seen, first).whole?.count ?? 0 };
            }),
          ),
        );
        for (const more of told)
          for (const less of told) {
            const holds = more.first <= less.first && less.last <= more.last && (more.inside || !less.inside);
            const left = more.count - less.count;
            if (holds && left !== 0) expect(left).toBeGreaterThanOrEqual(plenty.cases);
          }
      }),
    );
  });
});

describe('the months that are told of', () => {
  it('are whole, have ended, and begin with the year', () => {
    expect(monthsFor('2026-02-02', '2026-05-30', '2026-11-24')).toEqual({
      first: '2026-03-01',
      months: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'],
    });
    expect(monthsFor('2026-11-01', '2026-12-02', '2026-12-02').months.at(-1)).toBe('2026-11-01');
  });
  it('wait a day longer, in which what is on its way arrives', () => {
    expect(monthsFor('2026-11-01', '2026-12-01', '2026-12-01').months).toEqual([]);
  });
  it('are none where no whole month lies in the period, and none of long ago', () => {
    expect(monthsFor('2026-02-02', '2026-03-30', '2026-11-24').months).toEqual([]);
    expect(monthsFor('1950-01-01', '1951-12-31', '2026-11-24').months).toEqual([]);
  });
  it('are the same whole months whichever days one asks for', () => {
    const days = fc.integer({ min: 0, max: 800 }).map((day) => addDays('2025-01-01', day));
    fc.assert(
      fc.property(days, days, (from, to) => {
        const { first, months } = monthsFor(from, to, '2027-03-15');
        expect(first >= from && first < addDays(from, 32)).toBe(true);
        for (const each of months) {
          expect(each).toBe(startOf(each, 'month'));
          expect(addDays(startOf(addDays(each, 32), 'month'), -1) <= to).toBe(true);
        }
      }),
    );
  });
});
