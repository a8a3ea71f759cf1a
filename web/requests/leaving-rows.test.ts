// Rows that went stay a moment where they were.
import { expect, test } from 'vitest';
import { withGone, type Shown } from './leaving-rows.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const shown = (...ids: string[]) => withGone<{ id: string }>([], rows(...ids));
const told = (all: readonly Shown<{ id: string }>[]) =>
  all.map(({ row, gone }) => (gone ? `-${row.id}` : row.id)).join(' ');

test('a row that went is still shown in its place', () => {
  expect(told(withGone(shown('a', 'b', 'c'), rows('a', 'c')))).toBe('a -b c');
  expect(told(withGone(shown('a', 'b', 'c'), rows('a', 'b')))).toBe('a b -c');
  expect(told(withGone(shown('a'), []))).toBe('-a');
});

test('several that went keep their order, and new ones find theirs', () => {
  expect(told(withGone(shown('a', 'b', 'c', 'd'), rows('n', 'd')))).toBe('n -a -b -c d');
});

test('a row that comes back is no longer going', () => {
  const going = withGone(shown('a', 'b'), rows('b'));
  expect(told(withGone(going, rows('a', 'b')))).toBe('a b');
});

test('nothing gone is nothing folded', () => {
  expect(told(withGone(shown('a', 'b'), rows('b', 'a')))).toBe('b a');
});
