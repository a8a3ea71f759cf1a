// Finding and placing mentions in plain words.
import { describe, expect, test } from 'vitest';
import { marked, mentionBefore, shown, withMention } from './mentions.ts';

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

test('choosing shows the name where it was typed and puts the caret after it', () => {
  const { words, caret } = withMention('Hi @Ai there', 6, 3, aino);
  expect(words).toBe('Hi @Aino Virtanen there');
  expect(words.slice(caret)).toBe('there');
});

describe('what is sent', () => {
  const mika = { id: '01890a5d-ac96-774b-bcce-b302099a8058', name: 'Mika' };
  const namesake = { id: '01890a5d-ac96-774b-bcce-b302099a8059', name: 'Mika' };

  test('names the person by id, and comes back as it was seen', () => {
    const sent = marked('Hi @Aino Virtanen, come!', [aino]);
    expect(sent).toBe(`Hi @[Aino Virtanen](person:${aino.id}), come!`);
    expect(shown(sent)).toEqual({ words: 'Hi @Aino Virtanen, come!', people: [aino] });
  });
  test('does not touch longer names, other people or plain words', () => {
    expect(marked('@Mikael and @Olga, Mika', [mika])).toBe('@Mikael and @Olga, Mika');
    expect(marked('no mention', [])).toBe('no mention');
  });
  test('tells two people of one name apart by their order', () => {
    expect(marked('@Mika and @Mika', [mika, namesake])).toBe(
      `@[Mika](person:${mika.id}) and @[Mika](person:${namesake.id})`,
    );
  });
  test('takes a name with signs in it literally', () => {
    const odd = { id: aino.id, name: 'A. (x)[B]' };
    const { words } = withMention('@', 1, 0, odd);
    expect(marked(words, [odd])).toBe(`@[A. x B](person:${aino.id}) `);
  });
});
