// What things are called in a language, from the same words as the pages: a journey told in four languages is one journey.
import { createIntl, createIntlCache } from '@formatjs/intl';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../contract/shapes.ts';

const cache = createIntlCache();

/** `label('fi')('requests.act.promise')`; values as the words need them. */
export function labels(language: Language): (id: string, values?: Record<string, string | number>) => string {
  const folders = [
    'requests',
    'catalog',
    'auth',
    'directory',
    'notices',
    'privacy',
    'finding',
    'platform',
    'ui',
    'attachments',
  ];
  const messages = Object.assign(
    {},
    ...folders.map(
      (folder) =>
        JSON.parse(
          readFileSync(join(import.meta.dirname, `../web/${folder}/words/${language}.json`), 'utf8'),
        ) as object,
    ),
  ) as Record<string, string>;
  const intl = createIntl({ locale: language, messages }, cache);
  return (id, values) => {
    if (!(id in messages)) throw new Error(`There are no words for ${id}.`);
    return intl.formatMessage({ id }, values);
  };
}

/** A label whose values differ by the moment, as a pattern: its fixed words in their order. */
export const like = (words: string): RegExp =>
  new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*'), 'i');
