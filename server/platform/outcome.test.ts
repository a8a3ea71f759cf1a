// What is a refusal, and what only looks a little like one.
import { expect, test } from 'vitest';
import { isRefused, refused } from './outcome.ts';

test('a refusal is told from everything else that comes out of a rule', () => {
  expect(isRefused(refused('notYours'))).toBe(true);
  expect(isRefused(refused('required', { field: 'name', params: { max: 3 } }))).toBe(true);
  for (const other of [null, undefined, 'refused', 7, true, [], {}, { field: 'name' }, new Date(0)])
    expect(isRefused(other)).toBe(false);
});

test('a refusal says its code, and where and with which facts if there are any', () => {
  expect(refused('notYours')).toStrictEqual({ refused: 'notYours' });
  expect(refused('required', { field: 'name' })).toStrictEqual({ refused: 'required', field: 'name' });
});
