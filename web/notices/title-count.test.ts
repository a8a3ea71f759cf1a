// The tab's title counts what is unread.
import { expect, test } from 'vitest';
import { titleWith } from './title-count.ts';

test('the count stands before the title', () => {
  expect(titleWith('Today · Goodturn', 2)).toBe('(2) Today · Goodturn');
});
test('a new count takes the place of the old one', () => {
  expect(titleWith('(2) Today · Goodturn', 3)).toBe('(3) Today · Goodturn');
  expect(titleWith('(99+) Today · Goodturn', 1)).toBe('(1) Today · Goodturn');
});
test('nothing unread, nothing counted', () => {
  expect(titleWith('(2) Today · Goodturn', 0)).toBe('Today · Goodturn');
});
test('more than 99 are not told one by one', () => {
  expect(titleWith('Today', 100)).toBe('(99+) Today');
});
