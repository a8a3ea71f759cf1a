// Marks of colleagues in a text, by example.
import { describe, expect, it } from 'vitest';
import { mentionsIn } from './mentions.ts';

describe('colleagues named in a text', () => {
  const id = '01930000-0000-7000-8000-000000000001';
  const other = '01930000-0000-7000-8000-000000000002';
  it('are found by their mark, once each', () => {
    expect(mentionsIn(`@[Mika Korhonen](person:${id}) and @[Aino](person:${other}), @[Mika](person:${id})!`)).toEqual([
      id,
      other,
    ]);
  });
  it.each([
    ['a plain link', `[Mika](person:${id})`],
    ['a name alone', '@Mika'],
    ['a link elsewhere', `@[Mika](https://example.com/person:${id})`],
    ['a name over two lines', `@[Mi\nka](person:${id})`],
    ['a short id', '@[Mika](person:0193)'],
    ['nobody', `@[](person:${id})`],
  ])('are not found in %s', (_, body) => expect(mentionsIn(body)).toEqual([]));
  it('are fifty at most, however long the text', () => {
    const many = Array.from(
      { length: 80 },
      (_, n) => `@[X](person:01930000-0000-7000-8000-${String(n).padStart(12, '0')})`,
    );
    expect(mentionsIn(many.join(' '))).toHaveLength(50);
    expect(mentionsIn('@['.repeat(10_000))).toEqual([]);
  });
});
