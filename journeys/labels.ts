// What things are called in a language, from the same words as the pages: a journey told in four languages is one journey.
import { createIntl, createIntlCache } from '@formatjs/intl';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../contract/shapes.ts';

const cache = createIntlCache();
const web = join(import.meta.dirname, '../web');

/** `label('fi')('requests.act.promise')`; values as the words need them. */
export function labels(language: Language): (id: string, values?: Record<string, string | number>) => string {
  const files = globSync(`*/words/{,later/}${language}.json`, { cwd: web });
  const messages = Object.assign(
    {},
    ...files.map((file) => JSON.parse(readFileSync(join(web, file), 'utf8')) as object),
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
