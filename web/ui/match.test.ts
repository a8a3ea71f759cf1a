// Marking what was searched for.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, segments, soughtIn } from './match.ts';

const hits = (text: string, typed: string) =>
  segments(text, soughtIn(typed))
    .filter((part) => part.hit)
    .map((part) => part.text);

test('a beginning marks the whole word', () => {
  expect(hits('The projector in Sali 3', 'proj')).toEqual(['projector']);
});
test('a bent word is marked as well', () => {
  expect(hits('Projektorin kaapeli puuttuu', 'projektori kaapelin')).toEqual(['Projektorin', 'kaapeli']);
  expect(hits('Нет проектора в зале', 'проектор')).toEqual(['проектора']);
});
test('accents and case do not matter', () => {
  expect(hits('La petición de Lucía', 'lucia peticion')).toEqual(['petición', 'Lucía']);
  expect(hits('Ещё ёлка', 'елка')).toEqual(['ёлка']);
});
test('words of a phrase are marked, unwanted words and numbers are not', () => {
  expect(soughtIn('"winter garden" -chairs #12 -"not this" lamp')).toEqual(['winter', 'garden', 'lamp']);
});
test('another word is not marked', () => {
  expect(hits('The cat sat', 'car')).toEqual([]);
  expect(hits('process', 'promise')).toEqual([]);
});
test('whatever is searched, the text stays whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, typed) => {
      expect(
        segments(text, soughtIn(typed))
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
test('the excerpt holds the searched word', () => {
  const text = `${'long before '.repeat(30)}the cable ${'long after '.repeat(30)}`;
  const short = around(text, ['cable']);
  expect(short).toContain('cable');
  expect(short.startsWith('… ')).toBe(true);
  expect(short.endsWith(' …')).toBe(true);
  expect(short.length).toBeLessThan(175);
});
test('a short text stays as it is, and one without blanks is cut', () => {
  expect(around('short', ['x'])).toBe('short');
  expect(around('x'.repeat(500), ['y'])).toBe(`${'x'.repeat(160)} …`);
});
