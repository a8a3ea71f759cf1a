// The few buttons over the words of an article.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withMark, type Mark } from './marking.ts';

test('a mark goes around what is chosen, and away again', () => {
  const once = withMark({ text: 'Press Source', from: 6, to: 12 }, 'bold');
  expect(once).toEqual({ text: 'Press **Source**', from: 8, to: 14 });
  expect(withMark(once, 'bold')).toEqual({ text: 'Press Source', from: 6, to: 12 });
});

test('steps count the chosen lines', () => {
  expect(withMark({ text: 'a\nOne\n- Two\nb', from: 3, to: 8 }, 'steps').text).toBe('a\n1. One\n2. Two\nb');
});

test('a link waits for its address', () => {
  const { text, from, to } = withMark({ text: 'see here', from: 4, to: 8 }, 'link');
  expect([text, text.slice(from, to)]).toEqual(['see [here](https://)', 'https://']);
});

test('marking twice leaves plain words as they were, wherever the caret is', () => {
  const mark = fc.constantFrom<Mark>('bold', 'italic', 'heading', 'list', 'steps');
  const words = fc.stringMatching(/^[a-z \n]{0,40}$/);
  fc.assert(
    fc.property(words, fc.nat(40), fc.nat(40), mark, (text, one, other, sign) => {
      const [from, to] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
      expect(withMark(withMark({ text, from, to }, sign), sign).text).toBe(text);
    }),
  );
});
