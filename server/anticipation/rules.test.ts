// The exact bounds behind what is learned, against published values and brute force; and what is told of counts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learn, lowestShare, method, mostCases, published, type Counted, type Learned } from './learned.rules.ts';
import { evidenceOf, isSilent, toldOf } from './rules.ts';

describe('the bounds', () => {
  test('of a share are those of Clopper and Pearson', () => {
    expect(lowestShare(43, 61, 0.025)).toBeCloseTo(0.5745, 3);
    expect(lowestShare(1, 10, 0.025)).toBeCloseTo(0.0025, 4);
    expect(lowestShare(10, 10, 0.025)).toBeCloseTo(0.6915, 4);
    expect(lowestShare(0, 10, 0.025)).toBe(0);
  });
  test('of cases are those of Garwood', () => {
    expect(mostCases(0, 0.025)).toBeCloseTo(3.6889, 4);
    expect(mostCases(1, 0.025)).toBeCloseTo(5.5716, 4);
    expect(mostCases(10, 0.025)).toBeCloseTo(18.3904, 3);
    expect(mostCases(100, 0.025)).toBeCloseTo(121.6266, 3);
  });
  test('hold for every count: a share lies over its lower bound, a mean under its upper one, and less doubt moves them apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, part) => {
        const hits = Math.round(part * total);
        const [sure, surer] = [lowestShare(hits, total, 0.01), lowestShare(hits, total, 1e-6)];
        expect(surer).toBeLessThanOrEqual(sure);
        expect(sure).toBeLessThanOrEqual(hits / total);
        expect(surer).toBeGreaterThanOrEqual(0);
        expect(mostCases(hits, 0.01)).toBeGreaterThan(hits);
        expect(mostCases(hits, 1e-6)).toBeGreaterThan(mostCases(hits, 0.01));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a pair', () => {
  const laptop: Counted = {
    service: 'laptop',
    needed: 'dock',
    asked: 61,
    hits: 43,
    likeOthers: 3,
    othersHits: 40,
    perHit: 3 / 40,
    likeThemselves: 2,
  };
  const shown = (change: Partial<Counted>, tested = 400) => learn([{ ...laptop, ...change }], tested);

  test('that beats both chances is shown with its counts, the larger chance and the smaller lift', () => {
    const [one] = shown({});
    expect(one).toMatchObject({ asked: 61, hits: 43, byChance: 3 });
    expect(one?.lift).toBeGreaterThan(3);
    expect(one?.lift).toBeLessThan(43 / 3);
  });
  test.each([
    ['others ask for it as often', { likeOthers: 30, perHit: 30 / 40 }],
    ['they ask for it all the time', { likeThemselves: 30 }],
    ['too few asked', { asked: method.people - 1, hits: 15 }],
    ['too few of them needed it', { asked: 20, hits: 4 }],
    ['hardly any of them needed it', { asked: 600, hits: 100 }],
  ])('is not shown when %s', (_, change) => expect(shown(change)).toEqual([]));
  test('has its lift from the bounds, both of them over all pairs', () => {
    // Published bounds: 43 of 61 is no less than 0.5745, 40 cases no more than 54.469, each at 0.025.
    expect(shown({}, 1)[0]?.lift).toBeCloseTo((61 * 0.5745) / ((54.469 * 3) / 40), 1);
  });
  const certain = { likeOthers: 0, othersHits: 0, perHit: 1e-9, likeThemselves: 1e-9 };
  test.each([
    [method.people, method.hits, 1],
    [method.people - 1, method.hits, 0],
    [method.people, method.hits - 1, 0],
    [100, 20, 1],
    [100, 19, 0],
  ])('of %i people with %i who needed it is shown %i times, however sure it is', (asked, hits, times) => {
    expect(shown({ ...certain, asked, hits }, 1)).toHaveLength(times);
  });
  test('has more to prove the more pairs are looked at', () => {
    const few = { asked: 20, hits: 7, likeOthers: 1, othersHits: 30, perHit: 1 / 30, likeThemselves: 1 };
    expect(shown(few, 1)).toHaveLength(1);
    expect(shown(few, 100_000)).toHaveLength(0);
  });
  test('of which nothing is known among others has to beat what that leaves open', () => {
    expect(shown({ likeOthers: 0, othersHits: 0, perHit: 0.1 })).toHaveLength(1);
    expect(shown({ likeOthers: 0, othersHits: 0, perHit: 10 })).toHaveLength(0);
  });
});

test('counts move on only with five more people, so that nobody is seen in the difference', () => {
  const one = (asked: number): Learned => ({ service: 'a', needed: 'b', asked, hits: 30, byChance: 1, lift: 5 });
  const before = new Map([['a b', one(50)]]);
  expect(published(before, [one(54)])).toEqual([one(50)]);
  expect(published(before, [one(55)])).toEqual([one(55)]);
  expect(published(before, [])).toEqual([]);
});

describe('what is told', () => {
  const row = { asked: 61, needed: 43, days: 14, by_chance: 2.345, lift: 4.56 };
  test('is the counts as they are', () =>
    expect(evidenceOf(row)).toEqual({ asked: 61, needed: 43, atLeast: false, days: 14, byChance: 2.3, lift: 4.5 }));
  test('never says that nearly everybody did: one would know it of each of them', () => {
    for (const needed of [57, 60, 61])
      expect(evidenceOf({ ...row, needed })).toMatchObject({ needed: 56, atLeast: true });
    expect(evidenceOf({ ...row, needed: 56 })).toMatchObject({ needed: 56, atLeast: false });
  });
  test('of who wanted it begins with five answers', () => {
    expect(toldOf({ yes: 4, of: 4 })).toBeNull();
    expect(toldOf({ yes: 4, of: 5 })).toEqual({ yes: 4, of: 5 });
  });
  test('goes silent once hardly anybody can want it, and not on a few noes', () => {
    expect(isSilent({ yes: 0, of: 10 })).toBe(false);
    expect(isSilent({ yes: 0, of: 20 })).toBe(true);
    expect(isSilent({ yes: 10, of: 40 })).toBe(false);
  });
});
