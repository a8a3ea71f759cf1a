// Takes what somebody typed into a search apart: words, and filters such as from:aino or is:promised. Pure, the same for browser and server.
// What the words themselves mean ("a phrase", -without, #12) is the business of the search.
import {
  dayNames,
  fileNames,
  foldName,
  isNames,
  keyNames,
  meanings,
  meNames,
  type FilterDay,
  type FilterIs,
  type FilterKey,
} from './search-filters.ts';
import { dayWritten } from './search-days.ts';
import type { Language } from './shapes.ts';

/** `value`: of `is` and `has` a code, of `after` and `before` YYYY-MM-DD or a code, else a name as typed; "me" for oneself. */
export type Filter =
  | { key: 'from' | 'to' | 'by' | 'service'; value: string }
  | { key: 'is'; value: FilterIs }
  | { key: 'has'; value: 'file' }
  | { key: 'after' | 'before'; value: FilterDay | (string & {}) };

export const misreadings = ['unknownFilter', 'unknownState', 'unknownDay', 'unknownThing'] as const;
/** What was not understood: `unknownFilter` is searched as words, the others narrow nothing. */
export type Misread = { part: string; why: (typeof misreadings)[number] };
export type SearchText = { words: string; filters: Filter[]; misread: Misread[] };

const longest = { value: 64, filters: 12 };
const keys = meanings(keyNames);
const states = meanings(isNames);
const days = meanings(dayNames);
const things = meanings(fileNames);
const mes = meanings(meNames);
const pieces = /([\p{L}\p{M}]+):(?:"([^"]*)"?|(\S*))|(-?"[^"]*"?)|(\S+)/gu;

/** Never fails. `language` is the reader's: it decides which written dates there are. */
export function readSearch(typed: string, language: Language): SearchText {
  const text = typed
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const found: SearchText = { words: '', filters: [], misread: [] };
  const words: string[] = [];
  pieces.lastIndex = 0;
  for (let piece = pieces.exec(text); piece; piece = pieces.exec(text)) {
    const [whole, name, quoted, bare] = piece;
    const key = name === undefined ? undefined : keys.get(foldName(name));
    if (key === undefined) {
      words.push(whole);
      // "Re:", "12:30" and addresses are no filters, and nobody meant them to be.
      if (/^\p{L}/u.test(quoted ?? bare ?? '')) found.misread.push({ part: whole, why: 'unknownFilter' });
      continue;
    }
    const more =
      quoted === undefined && (key === 'after' || key === 'before')
        ? restOfDay(bare ?? '', text, pieces.lastIndex)
        : '';
    pieces.lastIndex += more.length;
    addFilter(found, key, cut((quoted ?? bare ?? '') + more), whole + more, language);
  }
  found.words = words.join(' ');
  return found;
}

const cut = (value: string) => value.trim().slice(0, longest.value).toWellFormed().trim();

/** Days of several words need no quotes: after:last week. The rest of the longest that stands there. */
function restOfDay(value: string, text: string, from: number): string {
  const next = /^(?: [^\s:"]+){1,3}/.exec(text.slice(from))?.[0] ?? '';
  for (let rest = next; rest; rest = rest.slice(0, rest.lastIndexOf(' ')))
    if (days.has(foldName(value + rest))) return rest;
  return '';
}

function addFilter(found: SearchText, key: FilterKey, value: string, part: string, language: Language): void {
  // Still being typed.
  if (value === '') return;
  const filter = filterOf(key, value, language);
  if ('why' in filter) found.misread.push({ part, why: filter.why });
  else if (found.filters.length < longest.filters) found.filters.push(filter);
}

function filterOf(key: FilterKey, value: string, language: Language): Filter | Pick<Misread, 'why'> {
  const name = foldName(value);
  if (key === 'is') {
    const state = states.get(name);
    return state ? { key, value: state } : { why: 'unknownState' };
  }
  if (key === 'has') return things.has(name) ? { key, value: 'file' } : { why: 'unknownThing' };
  if (key === 'after' || key === 'before') {
    const day = days.get(name) ?? dayWritten(value, language);
    return day ? { key, value: day } : { why: 'unknownDay' };
  }
  return { key, value: key !== 'service' && mes.has(name) ? 'me' : value };
}

const isDay = (value: string): value is FilterDay => value in dayNames.en;

/** The value of a filter as it is offered in a language. */
export function valueName(filter: Filter, language: Language): string {
  const { key, value } = filter;
  if (key === 'is') return isNames[language][value][0];
  if (key === 'has') return fileNames[language].file[0];
  if (key === 'after' || key === 'before') return isDay(value) ? dayNames[language][value][0] : value;
  return key !== 'service' && value === 'me' ? meNames[language].me[0] : value;
}

const written = (value: string) => (/\s/.test(value) ? `"${value}"` : value);

/** One filter as it is typed. */
export const printFilter = (filter: Filter, language: Language): string =>
  `${keyNames[language][filter.key][0]}:${written(valueName(filter, language))}`;

/** What was understood, as text that is understood the same: filters first, then the words. */
export const printSearch = ({ words, filters }: Pick<SearchText, 'words' | 'filters'>, language: Language): string =>
  [...filters.map((filter) => printFilter(filter, language)), ...(words ? [words] : [])].join(' ');
