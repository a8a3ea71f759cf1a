// Finding and placing mentions in plain words.
import { describe, expect, test } from 'vitest';
import { mentionBefore, withMention } from './mentions.ts';

const aino = { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'Aino Virtanen' };

describe('a mention being typed', () => {
  test('begins with @ at the start or after a space', () => {
    expect(mentionBefore('@Ai', 3)).toEqual({ from: 0, name: 'Ai' });
    expect(mentionBefore('Hi @', 4)).toEqual({ from: 3, name: '' });
    expect(mentionBefore('(@Ол', 4)).toEqual({ from: 1, name: 'Ол' });
  });
  test('may have two words', () => {
    expect(mentionBefore('Hi @Aino V', 10)).toEqual({ from: 3, name: 'Aino V' });
  });
  test('is none in an e-mail address or after the words went on', () => {
    expect(mentionBefore('aino@example', 12)).toBeNull();
    expect(mentionBefore('@Aino please come', 17)).toBeNull();
    expect(mentionBefore('@Aino', 0)).toBeNull();
  });
});

test('choosing puts the mention where the name was and the caret after it', () => {
  const { words, caret } = withMention('Hi @Ai there', 6, 3, aino);
  expect(words).toBe(`Hi @[Aino Virtanen](person:${aino.id}) there`);
  expect(words.slice(caret)).toBe('there');
});

test('brackets in a name cannot break out of the mention', () => {
  expect(withMention('@', 1, 0, { ...aino, name: 'A](x)[B' }).words).toBe(`@[A (x) B](person:${aino.id}) `);
});
