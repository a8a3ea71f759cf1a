// What is understood of a search, in four languages, whatever is typed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMeant } from './search-days.ts';
import { filterDays, filterIs, filterKeys, dayNames, foldName, isNames, keyNames } from './search-filters.ts';
import { printSearch, readSearch } from './search-text.ts';
import { languages } from './shapes.ts';

const read = (typed: string) => readSearch(typed, 'en');

describe('filters stand among words', () => {
  it('in any order, the words stay as they are', () => {
    expect(read('projector from:aino "winter garden" is:promised -cable #12')).toEqual({
      words: 'projector "winter garden" -cable #12',
      filters: [
        { key: 'from', value: 'aino' },
        { key: 'is', value: 'promised' },
      ],
      misread: [],
    });
  });
  it('with names in quotes of any kind', () => {
    for (const typed of [
      'from:"Aino Virtanen"',
      'from:“Aino Virtanen”',
      'from:«Aino  Virtanen»',
      'from:"Aino Virtanen',
    ])
      expect(read(typed).filters).toEqual([{ key: 'from', value: 'Aino Virtanen' }]);
  });
  it.each([
    ['keneltä:minulta on:myöhässä mukana:tiedosto', ['from me', 'is late', 'has file']],
    ['KENELTA:aino on:myohassa', ['from aino', 'is late']],
    ['de:yo para:Cocina por:mika es:mía', ['from me', 'to Cocina', 'by mika', 'is mine']],
    ['от:меня кому:"IT отдел" статус:обещана', ['from me', 'to IT отдел', 'is promised']],
  ])('in any of the languages: %s', (typed, meant) => {
    expect(read(typed).filters.map(({ key, value }) => `${key} ${value}`)).toEqual(meant);
  });
  it('while one is still being typed it narrows nothing, and nobody complains', () => {
    expect(read('chairs from:')).toEqual({ words: 'chairs', filters: [], misread: [] });
  });
});

describe('days', () => {
  it.each([
    ['before:2026-11-01', '2026-11-01'],
    ['before:1.11.2026', '2026-11-01'],
    ['before:yesterday', 'yesterday'],
    ['before:last week', 'lastWeek'],
    ['before:"last week"', 'lastWeek'],
    ['antes:la semana pasada', 'lastWeek'],
    ['ennen:viime viikko', 'lastWeek'],
    ['до:прошлой недели', 'lastWeek'],
  ])('%s', (typed, value) =>
    expect(read(`${typed} chairs`)).toEqual({ words: 'chairs', filters: [{ key: 'before', value }], misread: [] }),
  );
  it('with strokes are read where they are read one way', () => {
    expect(readSearch('antes:5/11/2026', 'es').filters).toEqual([{ key: 'before', value: '2026-11-05' }]);
    expect(read('before:5/11/2026').misread).toEqual([{ part: 'before:5/11/2026', why: 'unknownDay' }]);
  });
  it('that never were are told', () => {
    for (const day of ['2026-02-30', 'soon', '0000-01-01', '31.4.2026', '99999-01-01'])
      expect(read(`after:${day}`)).toEqual({
        words: '',
        filters: [],
        misread: [{ part: `after:${day}`, why: 'unknownDay' }],
      });
  });
  it('are reckoned from the day of the reader; a week begins on Monday', () => {
    const meant = (today: string) => filterDays.map((day) => dayMeant(day, today));
    expect(meant('2026-11-24')).toEqual([
      '2026-11-24',
      '2026-11-23',
      '2026-11-23',
      '2026-11-16',
      '2026-11-01',
      '2026-10-01',
      '2026-01-01',
      '2025-01-01',
    ]);
    expect(meant('2027-01-03').slice(2, 6)).toEqual(['2026-12-28', '2026-12-21', '2027-01-01', '2026-12-01']);
  });
});

describe('what is not understood', () => {
  it('is searched as words when no filter has that name, and told', () => {
    expect(read('colour:green')).toEqual({
      words: 'colour:green',
      filters: [],
      misread: [{ part: 'colour:green', why: 'unknownFilter' }],
    });
  });
  it('but addresses, times and answers are plain words', () => {
    for (const typed of ['https://example.com/a', '12:30', 'Re: chairs', 'room:412', ':)', 'b:'])
      expect(read(typed)).toEqual({ words: typed, filters: [], misread: [] });
  });
  it('narrows nothing when the filter has no such value', () => {
    expect(read('is:green has:wheels').misread.map(({ why }) => why)).toEqual(['unknownState', 'unknownThing']);
  });
});

describe('names', () => {
  it('mean one thing only, in all languages together', () => {
    for (const names of [keyNames, isNames, dayNames]) {
      const seen = new Map<string, string>();
      for (const language of languages)
        for (const [code, all] of Object.entries(names[language]))
          for (const name of all as readonly string[]) {
            expect(seen.get(foldName(name)) ?? code, name).toBe(code);
            seen.set(foldName(name), code);
          }
    }
  });
});

const sensible = fc.tuple(
  fc.constantFrom(...languages),
  fc.constantFrom(...filterKeys),
  fc.oneof(fc.constantFrom(...filterIs, ...filterDays), fc.string()),
  fc.constantFrom('', '"', ' ', '“'),
);
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', ':', ' ', '-', 'last week', 'before:last', '\0', '\ud800', 'from:'),
      sensible.map(([language, key, value, mark]) => `${keyNames[language][key][0]}:${mark}${value}${mark}`),
    ),
  )
  .map((all) => all.join(' '));

describe('whatever is typed', () => {
  it('something is understood, and printed it is understood the same', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...languages), fc.constantFrom(...languages), (text, language, other) => {
        const once = readSearch(text, language);
        const printed = printSearch(once, other);
        const again = readSearch(printed, language);
        expect([again.words, again.filters]).toEqual([once.words, once.filters]);
        expect(printSearch(again, other)).toBe(printed);
        expect(again.misread.every(({ why }) => why === 'unknownFilter')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
