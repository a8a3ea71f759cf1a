// What changed between two versions of an article.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween, type Part } from './diff.ts';

const without = (kind: Part['kind'], parts: readonly Part[]) =>
  parts.flatMap((part) => (part.kind === kind ? [] : part.text)).join('');

test('a word that was changed is told as that word alone', () => {
  expect(changesBetween('Press the red button.\nThen wait.', 'Press the green button.\nThen wait.')).toEqual([
    { text: 'Press the ', kind: 'same' },
    { text: 'red', kind: 'gone' },
    { text: 'green', kind: 'new' },
    { text: ' button.\nThen wait.', kind: 'same' },
  ]);
});

test('the same text has no changes, and nothing becomes something', () => {
  expect(changesBetween('a b', 'a b')).toEqual([{ text: 'a b', kind: 'same' }]);
  expect(changesBetween('', 'a b')).toEqual([{ text: 'a b', kind: 'new' }]);
  expect(changesBetween('', '')).toEqual([]);
});

test('whatever was written, both texts can be read from what is told', () => {
  const text = fc.array(fc.constantFrom('a', 'b ', 'c\n', 'день ', '👩‍🍳', '\n\n', ', '), { maxLength: 60 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const parts = changesBetween(before, after);
      expect([without('new', parts), without('gone', parts)]).toEqual([before, after]);
    }),
  );
});

test('very long texts are told too', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word}${n}\n`).join('');
  const parts = changesBetween(long('a'), long('b'));
  expect([without('new', parts), without('gone', parts)]).toEqual([long('a'), long('b')]);
});
