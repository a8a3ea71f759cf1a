// Wilson's interval against published figures and against what an interval must do.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson } from './statistics.ts';

// R: prop.test(x, n, correct = FALSE)$conf.int; the first two are cases of Newcombe 1998, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [3, 3, 0.4385, 1],
])('%i of %i lies between %f and %f', (kept, total, low, high) => {
  expect(wilson(kept, total).low).toBeCloseTo(low, 4);
  expect(wilson(kept, total).high).toBeCloseTo(high, 4);
});

test('nothing observed says nothing', () => expect(wilson(0, 0)).toEqual({ low: 0, high: 1 }));

const counts = fc.nat(10_000).chain((total) => fc.tuple(fc.nat(total), fc.constant(total)));

test('the share lies inside, the interval inside 0 to 1, and a mirror image mirrors it', () => {
  fc.assert(
    fc.property(counts, ([kept, total]) => {
      const { low, high } = wilson(kept, total);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      if (total > 0) expect(low <= kept / total && kept / total <= high).toBe(true);
      const mirror = wilson(total - kept, total);
      expect(mirror.low).toBeCloseTo(1 - high, 12);
      expect(mirror.high).toBeCloseTo(1 - low, 12);
    }),
  );
});

test('the same share seen ten times as often is known better', () => {
  fc.assert(
    fc.property(counts, ([kept, total]) => {
      if (total === 0) return;
      const few = wilson(kept, total);
      const many = wilson(kept * 10, total * 10);
      expect(many.high - many.low).toBeLessThan(few.high - few.low);
    }),
  );
});
