// Numbers and amounts as people of four languages type them.
import { expect, test } from 'vitest';
import { plainAmount, plainNumber } from './amounts.ts';

test.each([
  ['12,50', '12.50'],
  ['12.5', '12.5'],
  ['1 250,50 €', '1250.50'],
  ['1.250,50', '1250.50'],
  ['1,250.50', '1250.50'],
  ['1.250', '1250'],
  ['€ 700', '700'],
  ['1 000 000', '1000000'],
  ['', ''],
  ['about 5', 'about5'],
])('the amount "%s" is %s', (typed, plain) => {
  expect(plainAmount(typed)).toBe(plain);
});

test.each([
  ['2,5', '2.5'],
  ['−3', '-3'],
  [' 1 000 ', '1000'],
])('the number "%s" is %s', (typed, plain) => {
  expect(plainNumber(typed)).toBe(plain);
});
