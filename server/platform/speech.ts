// Texts that the server says, in the language of whoever reads them: ICU messages from a folder's words/{en,fi,es,ru}.json.
import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { languages, type Language } from '../../contract/shapes.ts';

export type Texts = Record<Language, Record<string, string>>;

const cache = createIntlCache();

/** A speaker for each language; dates and numbers as that language writes them, dates in `timeZone` when it is given. */
export const speakersOf = (texts: Texts, timeZone?: string): Record<Language, IntlShape<string>> =>
  Object.fromEntries(
    languages.map((locale) => [
      locale,
      createIntl({ locale, messages: texts[locale], ...(timeZone ? { timeZone } : {}) }, cache),
    ]),
  ) as Record<Language, IntlShape<string>>;
