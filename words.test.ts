// Every text in every language, and proof that the check sees what is wrong.
import { expect, test } from 'vitest';
import { faultsInWords } from './run/words.ts';
import { readSources } from './run/sources.ts';

const four = (texts: { en: object; fi?: object; es?: object; ru?: object }) =>
  new Map(
    ['en', 'fi', 'es', 'ru'].map((language) => [
      `web/x/words/${language}.json`,
      JSON.stringify({ ...texts.en, ...texts[language as 'en'] }),
    ]),
  );

test('every text stands in all four languages, with the same arguments and every plural', () => {
  const files = readSources(/^(en|fi|es|ru)\.json$/);
  expect(faultsInWords(new Map([...files].filter(([path]) => path.includes('/words/'))))).toEqual([]);
});

/** What stories name that no page says. */
function unsaid(stories: ReadonlyMap<string, string>, files: ReadonlyMap<string, string>): string[] {
  const said = new Set([...files.values()].flatMap((text) => Object.keys(JSON.parse(text) as object)));
  return [...stories].flatMap(([path, code]) =>
    [...code.matchAll(/\bt\('([^']+)'/g)].flatMap(([, key = '']) => (said.has(key) ? [] : [`${path}: ${key}`])),
  );
}

test('stories name only words that there are', () => {
  const files = new Map([...readSources(/^en\.json$/)].filter(([path]) => /^web\/.*\/words\//.test(path)));
  expect(unsaid(readSources(/\.journey\.ts$/), files)).toEqual([]);
  expect(unsaid(new Map([['x.journey.ts', "t('requests.act.accept'); t('requests.act.fly')"]]), files)).toEqual([
    'x.journey.ts: requests.act.fly',
  ]);
});

test('no words at all is a fault', () => {
  expect(faultsInWords(new Map())).toEqual(['There are no words at all: the check looks in the wrong place.']);
});

test('a missing language is a fault', () => {
  const files = four({ en: { 'a.b': 'Hello' } });
  files.delete('web/x/words/fi.json');
  expect(faultsInWords(files)).toEqual(['web/x/words has no fi.json.']);
});

test('a key that one language lacks or adds is a fault', () => {
  expect(faultsInWords(four({ en: { a: 'One' }, es: { b: 'Otro' } }))).toEqual([
    'web/x/words b is missing in en.',
    'web/x/words b is missing in fi.',
    'web/x/words b is missing in ru.',
  ]);
});

test('an empty text is a fault', () => {
  expect(faultsInWords(four({ en: { a: 'One' }, ru: { a: ' ' } }))).toEqual(['web/x/words a is empty in ru.']);
});

test('a text that is no message is a fault', () => {
  expect(faultsInWords(four({ en: { a: 'One' }, fi: { a: 'Yksi {' } }))).toEqual([
    expect.stringMatching(/^web\/x\/words a in fi is not a message/),
  ]);
});

test('other arguments, tags or choices than in English are faults', () => {
  const en = { a: 'For {name}', b: '<link>Here</link>', c: '{who, select, me {mine} other {theirs}}' };
  const fi = { a: 'Sille: {nimi}', b: 'Tässä', c: '{who, select, minä {minun} other {heidän}}' };
  expect(faultsInWords(four({ en, fi }))).toEqual([
    'web/x/words a takes {nimi} in fi, but {name} in en.',
    'web/x/words b takes {} in fi, but {<link>} in en.',
    'web/x/words c takes {who (minä|other)} in fi, but {who (me|other)} in en.',
  ]);
});

test('a plural category that the language has must be there', () => {
  const plural = '{n, plural, one {# day} other {# days}}';
  expect(faultsInWords(four({ en: { a: plural } }))).toEqual([
    'web/x/words a in es: {n} lacks the plural many.',
    'web/x/words a in ru: {n} lacks the plural few, many.',
  ]);
});
