// Which notices are worth writing, by example.
import { expect, test } from 'vitest';
import { worthTelling } from './rules.ts';

const notice = (to: string, actor: string | null, dedupe = 'x') => ({ to, actor, dedupe });

test('nobody is told of their own act', () => {
  expect(worthTelling([notice('a', 'a'), notice('b', 'a')])).toEqual([notice('b', 'a')]);
});
test('what time did is told to everybody', () => {
  expect(worthTelling([notice('a', null), notice('b', null)])).toEqual([notice('a', null), notice('b', null)]);
});
test('of one occasion a person is told once, and the first word counts', () => {
  const first = { ...notice('a', 'b'), kind: 'mentioned' };
  expect(worthTelling([first, { ...notice('a', 'b'), kind: 'message' }])).toEqual([first]);
});
test('two occasions are two notices', () => {
  expect(worthTelling([notice('a', 'b', 'x'), notice('a', 'b', 'y')])).toHaveLength(2);
});
