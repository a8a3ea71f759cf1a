// What trust counts and what it shows, by example and by every company that chance makes: rates stay shares, sums stay whole, and
// nobody's own can be reckoned from what is shown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MissReason, PromiseOutcome } from '../../contract/promises.ts';
import { plenty } from '../../contract/trust.ts';
import { bucketOf, buckets, figureOf, reasonsOf, sumOf, totalOf, type Counts } from './figures.rules.ts';
import { endOf, monthAfter, monthsWithin, periodOf, periodsOf, windowOf } from './periods.rules.ts';
import { blocksOf, isPlenty, shownAmong, together, type Cell } from './shown.rules.ts';
import { talliesOf, type Counted } from './tally.rules.ts';

const counts = (kept = 0, renegotiated = 0, repaired = 0, missed = 0): Counts => ({
  kept,
  renegotiated,
  repaired,
  missed,
});
const cell = (sums: Counts, ...shares: number[]): Cell => ({
  counts: sums,
  shares: new Map(shares.map((total, index) => [`person ${index}`, total])),
});
const anyCounts = fc.tuple(fc.nat(30), fc.nat(9), fc.nat(9), fc.nat(9)).map(([a, b, c, d]) => counts(a, b, c, d));

/** A cell as promises make it: each of one person, in one bucket. */
const anyCell = fc.array(fc.tuple(fc.nat(6), fc.constantFrom(...buckets)), { maxLength: 14 }).map((promises): Cell => {
  const sums = counts();
  const shares = new Map<string, number>();
  for (const [person, bucket] of promises) {
    sums[bucket] += 1;
    shares.set(`person ${person}`, (shares.get(`person ${person}`) ?? 0) + 1);
  }
  return { counts: sums, shares };
});

describe('a figure', () => {
  it('says 18 of 21 with how uncertain that is', () => {
    const figure = figureOf(counts(16, 2, 1, 2));
    expect(figure).toMatchObject({ kept: 16, renegotiated: 2, repaired: 1, missed: 2, total: 21, rate: 18 / 21 });
    expect(figure?.low).toBeCloseTo(0.6536, 3);
    expect(figure?.high).toBeCloseTo(0.9502, 3);
  });
  it('says nothing of nothing', () => expect(figureOf(counts())).toBeNull());
  it('never leaves 0 to 1, lies in its interval, and its buckets are all there is', () => {
    fc.assert(
      fc.property(anyCounts, (sums) => {
        const figure = figureOf(sums);
        // Without a value: what is returned from here would count as the verdict.
        if (!figure) {
          expect(totalOf(sums)).toBe(0);
          return;
        }
        const { rate, low, high, total, kept, renegotiated, repaired, missed } = figure;
        expect([low, rate, high].toSorted((a, b) => a - b)).toEqual([low, rate, high]);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(kept + renegotiated + repaired + missed).toBe(total);
      }),
    );
  });
  it('gets no better by a miss or a repair, and no worse by a promise kept', () => {
    fc.assert(
      fc.property(anyCounts, fc.constantFrom(...buckets), (sums, bucket) => {
        const [before, after] = [figureOf(sums), figureOf({ ...sums, [bucket]: sums[bucket] + 1 })];
        if (!before || !after) return;
        const good = bucket === 'kept' || bucket === 'renegotiated';
        expect(good ? after.rate >= before.rate : after.rate <= before.rate).toBe(true);
      }),
    );
  });
});

it('what was taken back counts as missed, and what was let go as nothing', () => {
  expect(bucketOf).toEqual({
    kept: 'kept',
    keptRenegotiated: 'renegotiated',
    repaired: 'repaired',
    missed: 'missed',
    revoked: 'missed',
    released: null,
  });
});

it('reasons are added up, the most frequent first', () => {
  const found = [
    { reason: 'supply', count: 1 },
    { reason: 'absence', count: 2 },
    { reason: 'supply', count: 4 },
    { reason: 'other', count: 2 },
  ] as const;
  expect(reasonsOf(found).map(({ reason, count }) => `${reason} ${count}`)).toEqual([
    'supply 5',
    'absence 2',
    'other 2',
  ]);
});

describe('periods', () => {
  it('are months of teams, and two months from an odd one of services and pairs', () => {
    expect(periodOf('team', '2026-12-31')).toBe('2026-12-01');
    expect(periodOf('service', '2026-12-31')).toBe('2026-11-01');
    expect(periodOf('pair', '2026-11-01')).toBe('2026-11-01');
    expect(endOf('team', '2028-02-01')).toBe('2028-02-29');
    expect(endOf('service', '2026-11-01')).toBe('2026-12-31');
    expect([monthAfter('2026-12-01'), monthAfter('2026-01-01', -1)]).toEqual(['2027-01-01', '2025-12-01']);
  });
  it('are shown when they have ended, and a day more has passed', () => {
    expect(windowOf('team', '2026-12-01')).toEqual({ from: '2025-11-01', last: '2026-10-01' });
    expect(windowOf('team', '2026-12-02')).toEqual({ from: '2025-12-01', last: '2026-11-01' });
    expect(windowOf('service', '2027-01-01')).toEqual({ from: '2025-11-01', last: '2026-09-01' });
    expect(windowOf('service', '2027-01-02')).toEqual({ from: '2026-01-01', last: '2026-11-01' });
  });
  it('between two days are the whole months that have ended', () => {
    expect(monthsWithin('2026-09-01', '2026-11-30', '2026-12-10')).toEqual({ from: '2026-09-01', last: '2026-11-01' });
    expect(monthsWithin('2026-09-02', '2026-11-29', '2026-12-10')).toEqual({ from: '2026-10-01', last: '2026-10-01' });
    expect(monthsWithin('2026-09-01', '2026-12-31', '2026-12-01')).toEqual({ from: '2026-09-01', last: '2026-10-01' });
    expect(monthsWithin('2026-09-02', '2026-10-30', '2026-12-10')).toBeNull();
  });
  it('of a year are twelve, or six', () => {
    expect(periodsOf('team', windowOf('team', '2026-06-15'))).toHaveLength(12);
    expect(periodsOf('pair', windowOf('pair', '2026-06-15'))).toHaveLength(6);
  });
});

describe('what may be shown', () => {
  it.each([
    ['five promises by three people, none with more than half', cell(counts(4, 0, 0, 1), 2, 2, 1), true],
    ['four promises', cell(counts(4), 2, 1, 1), false],
    ['two people', cell(counts(9, 0, 0, 1), 5, 5), false],
    ['most of it by one person', cell(counts(5), 3, 1, 1), false],
    ['nothing kept at all: that would be everybody’s rate', cell(counts(0, 0, 0, 6), 2, 2, 2), false],
  ])('%s', (_, given, may) => expect(isPlenty(given)).toBe(may));

  it('what is plenty stays so together with other such', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 1, maxLength: 4 }), (cells) => {
        if (cells.every(isPlenty)) expect(isPlenty(together(cells))).toBe(true);
      }),
    );
  });
});

const year = fc
  .array(anyCell, { minLength: 1, maxLength: 24 })
  .map((cells) => cells.map((each, index) => ({ ...each, month: monthAfter('2025-01-01', index) })));

describe('months of a team', () => {
  it('are put together until they are plenty, and those left over at the end of a year are not shown', () => {
    const [few, many] = [cell(counts(2), 1, 1), cell(counts(5), 2, 2, 1)];
    const given = [few, many, many, few, few].map((each, index) => ({
      ...each,
      month: monthAfter('2025-10-01', index),
    }));
    expect(blocksOf(given).map(({ from, to, cell: shown }) => [from, to, shown && totalOf(shown.counts)])).toEqual([
      ['2025-10-01', '2025-11-01', 7],
      ['2025-12-01', '2025-12-01', 5],
      ['2026-01-01', '2026-02-01', null],
    ]);
  });
  it('are each in one block, each block that is shown is plenty, and the sum of all of them is no more than there is', () => {
    fc.assert(
      fc.property(year, (months) => {
        const blocks = blocksOf(months);
        expect(blocks.flatMap(({ from, to }) => months.filter(({ month }) => from <= month && month <= to))).toEqual(
          months,
        );
        const shown = blocks.flatMap((block) => block.cell ?? []);
        expect(shown.every(isPlenty)).toBe(true);
        expect(totalOf(sumOf(shown.map((each) => each.counts)))).toBeLessThanOrEqual(
          totalOf(sumOf(months.map((each) => each.counts))),
        );
      }),
    );
  });
  it('tell no more to whoever looks again: what was shown once is shown the same ever after', () => {
    fc.assert(
      fc.property(year, fc.nat(23), (months, until) => {
        const shown = (some: typeof months) => blocksOf(some).filter((block) => block.cell);
        const earlier = shown(months.slice(0, until + 1));
        expect(shown(months).slice(0, earlier.length)).toEqual(earlier);
      }),
    );
  });
});

describe('parts beside their whole', () => {
  const parts = fc
    .array(anyCell, { maxLength: 7 })
    .map((cells) => new Map(cells.map((each, no) => [`part ${no}`, each])));
  it('hides a part by itself, and one more from which it could be reckoned', () => {
    const given = new Map([
      ['one', cell(counts(6), 2, 2, 2)],
      ['other', cell(counts(8), 3, 3, 2)],
      ['of one person', cell(counts(3, 0, 0, 4), 7)],
    ]);
    expect([...shownAmong(given)]).toEqual([]);
    given.set('of one person', cell(counts(1), 1));
    expect([...shownAmong(given)]).toEqual(['other']);
  });
  it('are plenty, and so is all that is hidden taken together', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const shown = shownAmong(given);
        const hidden = [...given].filter(([key]) => !shown.has(key)).map(([, each]) => each);
        for (const key of shown) expect(isPlenty(given.get(key) ?? cell(counts()))).toBe(true);
        const left = together(hidden);
        if (shown.size > 0) expect(totalOf(left.counts) === 0 || isPlenty(left)).toBe(true);
      }),
    );
  });
});

describe('an ended promise', () => {
  const promise = fc.record({
    team: fc.constantFrom('team a', 'team b'),
    service: fc.constantFrom(null, 'service a', 'service b'),
    askingTeam: fc.constantFrom(null, 'team a', 'team c'),
    promiser: fc.constantFrom('mika', 'liisa', 'oleg'),
    outcome: fc.constantFrom(...PromiseOutcome.options),
    reason: fc.constantFrom(null, ...MissReason.options),
    endedAt: fc.date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
    private: fc.boolean(),
  });
  const zones = new Map([['team a', 'Europe/Helsinki']]);
  it('is counted once for its team, once for its service and once for who was promised, with one person behind it', () => {
    fc.assert(
      fc.property(fc.array(promise), (promises) => {
        const { tallies, shares, reasons } = talliesOf(promises, zones);
        const count = promises.filter(({ outcome }) => outcome !== 'released').length;
        for (const kind of ['team', 'service', 'pair']) {
          expect(totalOf(sumOf(tallies.filter((row) => row.kind === kind)))).toBe(count);
          const behind = shares.filter((row) => row.kind === kind);
          expect(behind.reduce((sum, { total }) => sum + total, 0)).toBe(count);
        }
        const { repaired, missed } = sumOf(tallies.filter(({ kind }) => kind === 'team'));
        const why = reasons.filter(({ kind }) => kind === 'team');
        expect(why.reduce((sum, { total }) => sum + total, 0)).toBeLessThanOrEqual(repaired + missed);
      }),
    );
  });
  it('comes to the same in one go and in several, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(promise), fc.nat(20), (promises, at) => {
        const flat = (some: readonly Counted[]) => talliesOf(some, zones).tallies;
        const sums = new Map<string, number>();
        for (const row of [...flat(promises.slice(at).toReversed()), ...flat(promises.slice(0, at))]) {
          const key = [row.team_id, row.kind, row.period, row.about, row.private].join(' ');
          for (const bucket of buckets) sums.set(`${key} ${bucket}`, (sums.get(`${key} ${bucket}`) ?? 0) + row[bucket]);
        }
        for (const row of flat(promises)) {
          const key = [row.team_id, row.kind, row.period, row.about, row.private].join(' ');
          for (const bucket of buckets) expect(sums.get(`${key} ${bucket}`)).toBe(row[bucket]);
        }
      }),
    );
  });
  it('lies in the month that it is where its team is', () => {
    const at = (team: string) =>
      talliesOf(
        [
          {
            team,
            service: null,
            askingTeam: null,
            promiser: 'mika',
            outcome: 'kept',
            reason: null,
            endedAt: new Date('2026-10-31T22:30:00Z'),
            private: false,
          },
        ],
        zones,
      ).tallies.find(({ kind }) => kind === 'team')?.period;
    expect([at('team a'), at('team b')]).toEqual(['2026-11-01', '2026-10-01']);
  });
});

it('the thresholds are those that the page of definitions names', () => {
  expect(plenty).toEqual({ members: 5, cases: 5, people: 3, share: 0.5 });
});
