// What could come next while a filter is being typed: its name with its meaning, then who, which state or which day. Pure; text stays text.
import {
  dayNames,
  fileNames,
  filterDays,
  filterIs,
  filterKeys,
  foldName,
  isNames,
  keyNames,
  meanings,
  meNames,
  type FilterKey,
} from '../../contract/search-filters.ts';
import { printFilter, type Filter } from '../../contract/search-text.ts';
import type { Findings } from '../../contract/finding.ts';
import type { Speech } from '../platform/words.tsx';
import type { Option } from './options.ts';

/** What stands at the end of the text and is not finished; `head` is all before it. */
export type OpenEnd = { head: string; begun: string; key: null } | { head: string; begun: string; key: FilterKey };

const keys = meanings(keyNames);
const value = /(?:^|\s)(?<whole>(?<name>[\p{L}\p{M}]+):(?<value>["“«][^"“”«»]*|[^\s"“”«»]*))$/u;
const word = /(?:^|\s)(?<whole>[\p{L}\p{M}]{2,})$/u;

/** Null where no filter can begin: after a space, within a phrase, in a word that is no name. */
export function openEnd(text: string): OpenEnd | null {
  const filter = value.exec(text)?.groups;
  const key = keys.get(foldName(filter?.['name'] ?? ''));
  if (filter && key) {
    const begun = (filter['value'] ?? '').replace(/^["“«]/, '');
    return { head: text.slice(0, text.length - (filter['whole'] ?? '').length), begun, key };
  }
  const begun = word.exec(text)?.groups?.['whole'];
  if (begun === undefined || (text.match(/["“”«»]/g) ?? []).length % 2 === 1) return null;
  return { head: text.slice(0, text.length - begun.length), begun, key: null };
}

/** Whether people, teams or services are to be looked up for it, and by which words. */
export const lookedUp = (end: OpenEnd | null): string =>
  end?.key && ['from', 'to', 'by', 'service'].includes(end.key) ? end.begun.trim() : '';

type Who = Pick<Findings, 'people' | 'teams' | 'services'>;
const most = 8;

/** What may be chosen; choosing one gives the whole text anew. Nothing when what stands there is finished. */
export function completions(text: string, found: Who | null, words: Speech): Option[] {
  const end = openEnd(text);
  if (!end) return [];
  const offered = end.key === null ? namesOf(end.begun, words) : valuesOf(end.key, end.begun, found, words);
  return offered
    .map(({ id, typed, ...option }): Option => ({ ...option, id: `complete-${id}`, act: { text: end.head + typed } }))
    .filter(({ act }) => 'text' in act && act.text.trim() !== text.trim())
    .slice(0, most);
}

type Offer = Omit<Option, 'act'> & { typed: string };

const begins = (names: readonly string[], begun: string) =>
  names.some((name) => foldName(name).startsWith(foldName(begun)));

const namesOf = (begun: string, { language, t }: Speech): Offer[] =>
  filterKeys
    .filter((key) => begins([...keyNames[language][key], ...keyNames.en[key]], begun))
    .map((key) => {
      const name = `${keyNames[language][key][0]}:`;
      return { id: key, typed: name, label: name, sub: t(`finding.filter.${key}`), icon: 'search' };
    });

function valuesOf(key: FilterKey, begun: string, found: Who | null, { language, t }: Speech): Offer[] {
  const done = (filter: Filter): Pick<Offer, 'typed'> => ({ typed: `${printFilter(filter, language)} ` });
  if (key === 'is')
    return filterIs
      .filter((code) => begins([...isNames[language][code], ...isNames.en[code]], begun))
      .map((code) => ({
        id: `is-${code}`,
        ...done({ key, value: code }),
        label: isNames[language][code][0],
        sub: t(`finding.is.${code}`),
        icon: 'check',
      }));
  if (key === 'has')
    return [
      {
        id: 'file',
        ...done({ key, value: 'file' }),
        label: fileNames[language].file[0],
        sub: t('finding.has.file'),
        icon: 'file',
      },
    ];
  if (key === 'after' || key === 'before')
    return filterDays
      .filter((day) => begins([...dayNames[language][day], ...dayNames.en[day]], begun))
      .map((day) => ({
        id: `day-${day}`,
        ...done({ key, value: day }),
        label: dayNames[language][day][0],
        icon: 'clock',
      }));
  const named = (name: string) => done({ key, value: name.replaceAll(/["“”„«»]/g, ' ') });
  if (key === 'service')
    return (found?.services ?? []).map((one) => ({
      id: one.id,
      ...named(one.name),
      label: one.name,
      sub: one.team.name,
      icon: 'hand',
    }));
  const me: Offer[] = begins(meNames[language].me, begun)
    ? [
        {
          id: 'me',
          ...done({ key, value: 'me' }),
          label: meNames[language].me[0],
          sub: t('finding.me'),
          icon: 'person',
        },
      ]
    : [];
  const people = (found?.people ?? []).map((one): Offer => ({
    id: one.id,
    ...named(one.name),
    label: one.name,
    sub: one.teams.join(', '),
    face: one,
  }));
  const teams = (key === 'to' ? (found?.teams ?? []) : []).map((one): Offer => ({
    id: one.id,
    ...named(one.name),
    label: one.name,
    sub: one.does,
    face: { ...one, square: true },
  }));
  return [...me, ...people, ...teams];
}
