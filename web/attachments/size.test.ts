// Sizes as people read them, and which kept files are still worth showing.
import { expect, test } from 'vitest';
import { keptRefs, wordsOfRefs } from './kept-refs.ts';
import { kindOf, sizeInWords } from './size.ts';

const number = (value: number, options?: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat('en', options).format(value);

test.each([
  [1, '1 kB'],
  [12_345, '12 kB'],
  [999_499, '999 kB'],
  [999_600, '1 MB'],
  [1_440_000, '1.4 MB'],
  [24_600_000, '25 MB'],
])('%i bytes are %s', (bytes, words) => expect(sizeInWords(bytes, { number })).toBe(words));

test('the kind is the end of the name, when it has one', () => {
  expect(['Menu.PDF', 'a.tar.gz', 'README', 'x.'].map(kindOf)).toEqual(['PDF', 'GZ', '', '']);
});

test('files that were sent up are shown again until the server may have forgotten them', () => {
  const at = new Date('2026-11-24T08:00:00Z');
  const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
  const id = '00000000-0000-4000-8000-000000000001';
  const files = [{ id, name: 'a.txt', size: 1, mediaType: 'text/plain', width: null, height: null, image: false }];
  const kept = wordsOfRefs(files, at);
  expect(keptRefs(kept, later(19))).toEqual(files);
  expect(keptRefs(kept, later(21))).toEqual([]);
  expect(wordsOfRefs([], at)).toBe('');
  for (const odd of ['', 'null', '{', '{"at":1,"files":[{}]}', '[]']) expect(keptRefs(odd, at)).toEqual([]);
});
