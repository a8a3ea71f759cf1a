// The few buttons over the words of an article.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownIn, withFiles, withMark, type Mark } from './marking.ts';

test('a mark goes around what is chosen, and away again', () => {
  const once = withMark({ text: 'Press Source', from: 6, to: 12 }, 'bold');
  expect(once).toEqual({ text: 'Press **Source**', from: 8, to: 14 });
  expect(withMark(once, 'bold')).toEqual({ text: 'Press Source', from: 6, to: 12 });
});

const id = '019331f0-0000-7000-8000-000000000001';

test('a picture stands in a line of its own, a file among the words', () => {
  const picture = withFiles({ text: 'OneTwo', from: 0, to: 3 }, [{ id, name: 'a [b].png', image: true }]);
  expect(picture.text).toBe(`One\n\n![a \\[b\\].png](/api/attachments/${id}?inline)\n\nTwo`);
  expect(picture.text.slice(picture.from)).toBe('Two');
  const file = withFiles({ text: 'See .', from: 4, to: 4 }, [{ id, name: 'a.pdf', image: false }]);
  expect(file.text).toBe(`See [a.pdf](/api/attachments/${id}).`);
  expect(shownIn(file.text, [id, id.replace('1', '2')])).toEqual([id]);
});

test('steps count the chosen lines', () => {
  expect(withMark({ text: 'a\nOne\n- Two\nb', from: 3, to: 8 }, 'steps').text).toBe('a\n1. One\n2. Two\nb');
});

test('an empty first line is a line', () => {
  expect(withMark({ text: '\na', from: 0, to: 0 }, 'steps').text).toBe('1. \na');
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
