// What is offered while a filter is being typed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../contract/shapes.ts';
import { readSearch } from '../../contract/search-text.ts';
import en from './words/en.json' with { type: 'json' };
import fi from './words/fi.json' with { type: 'json' };
import { speak } from '../platform/words.tsx';
import { completions, lookedUp, openEnd } from './completion.ts';

const words = speak('en', 'Europe/Helsinki', en);
const mika = { id: 'p1', name: 'Mika Korhonen', photo: null, active: true, does: '', place: '', teams: ['IT'] };
const it = { id: 't1', name: 'IT', does: 'We mend' };
const found = { people: [mika], teams: [it], services: [{ id: 's1', name: 'New laptop', team: it, description: '' }] };
const offered = (text: string, speech = words) =>
  completions(text, found, speech).map(({ label, act }) => [label, 'text' in act ? act.text : '']);

describe('a name that is begun', () => {
  test('is offered with what it means, and completed where it stands', () => {
    expect(offered('lamp fr')).toEqual([['from:', 'lamp from:']]);
    expect(completions('fr', null, words)[0]?.sub).toBe('who needs it or asked for it');
  });
  test('in the language of the reader, also by its English name', () => {
    const finnish = speak('fi', 'Europe/Helsinki', fi);
    expect(offered('kene', finnish)).toEqual([
      ['keneltä:', 'keneltä:'],
      ['kenelle:', 'kenelle:'],
    ]);
    expect(offered('fr', finnish)).toEqual([['keneltä:', 'keneltä:']]);
  });
  test('is not offered in a phrase, after a space, or from one letter', () => {
    for (const text of ['"winter fr', 'from ', 'f', '', 'room-fr']) expect(offered(text), text).toEqual([]);
  });
});

describe('after the colon', () => {
  test('come people, with quotes where a name needs them, and oneself', () => {
    expect(offered('from:')).toEqual([
      ['me', 'from:me '],
      ['Mika Korhonen', 'from:"Mika Korhonen" '],
    ]);
    expect(offered('x from:"mika kor')).toEqual([['Mika Korhonen', 'x from:"Mika Korhonen" ']]);
  });
  test('come teams where a team can be meant, and services', () => {
    expect(offered('to:it').map(([label]) => label)).toContain('IT');
    expect(offered('from:it').map(([label]) => label)).not.toContain('IT');
    expect(offered('service:new')).toEqual([['New laptop', 'service:"New laptop" ']]);
  });
  test('come states and days that begin so', () => {
    expect(offered('is:pr').map(([label]) => label)).toEqual(['private', 'promised']);
    expect(offered('before:last')).toEqual([
      ['last week', 'before:"last week" '],
      ['last month', 'before:"last month" '],
      ['last year', 'before:"last year" '],
    ]);
    expect(offered('has:')).toEqual([['file', 'has:file ']]);
  });
  test('nobody is looked up for a state or a day', () => {
    expect(
      ['from:mi', 'to:"Front d', 'service:lap', 'is:late', 'before:x', 'mika'].map((text) => lookedUp(openEnd(text))),
    ).toEqual(['mi', 'Front d', 'lap', '', '', '']);
  });
  test('what is finished is offered no more', () => {
    for (const text of ['is:late', 'has:file ', 'from:me ']) expect(offered(text)).toEqual([]);
  });
});

test('whatever is typed, what is offered is understood', () => {
  const typed = fc.tuple(
    fc.string(),
    fc.constantFrom('from:', 'to:"', 'is:', 'before:', 'fr', 'has:f', ' '),
    fc.string(),
  );
  fc.assert(
    fc.property(typed, fc.constantFrom(...languages), (parts, language) => {
      const speech = { ...words, language };
      for (const { act } of completions(parts.join(''), found, speech)) {
        const text = 'text' in act ? act.text : '';
        if (text.endsWith(' ')) expect(readSearch(text, language).filters.length).toBeGreaterThan(0);
      }
    }),
  );
});
