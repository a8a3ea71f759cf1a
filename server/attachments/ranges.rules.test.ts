// Which part of a file is asked for.
import { expect, test } from 'vitest';
import { names, spanIn } from './ranges.rules.ts';

test.each([
  ['bytes=0-3', { from: 0, to: 3 }],
  ['bytes=4-', { from: 4, to: 9 }],
  ['bytes=-3', { from: 7, to: 9 }],
  ['bytes=-30', { from: 0, to: 9 }],
  ['bytes=8-80', { from: 8, to: 9 }],
  ['bytes=10-', 'none'],
  ['bytes=-0', 'none'],
  [' bytes=0-3 ', { from: 0, to: 3 }],
  ['bytes=4-4', { from: 4, to: 4 }],
  ['other bytes=0-3', null],
  ['bytes=0-3 and more', null],
  [undefined, null],
  ['bytes=5-4', null],
  ['bytes=-', null],
  ['bytes=0-1,4-5', null],
  ['lines=0-1', null],
  ['bytes=999999999999999999999-', null],
  ['', null],
])('of ten bytes, %j are %j', (header, span) => expect(spanIn(header, 10)).toEqual(span));

test('of a file without bytes there is no part', () => {
  expect(spanIn('bytes=0-', 0)).toBe('none');
  expect(spanIn('bytes=-1', 0)).toBe('none');
});

test('a tag is known in a list, weak or not', () => {
  expect(names('"a", W/"b"', '"b"')).toBe(true);
  expect(names(' * ', '"b"')).toBe(true);
  expect(names('"aW/b"', '"ab"')).toBe(false);
  expect(names('"c"', '"b"')).toBe(false);
  expect(names(undefined, '"b"')).toBe(false);
});
