// The texts of the interface: one language at a time, switched without a reload. What the first pages say lives in web/*/words/*.json,
// what is said on pages opened now and then in web/*/words/later/*.json.
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createIntl, createIntlCache } from 'react-intl';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Language } from '../../contract/shapes.ts';
import { bestLanguage, chosenLanguage, locales, rememberLanguage } from './language.ts';
import { patiently } from './patiently.ts';
import type uiWords from '../ui/words/en.json';
import type platformWords from './words/en.json';

/**
 * Every id of a text. A capability adds its own at its front door:
 * `import type words from './words/en.json'; type Own = typeof words;`
 * `declare module '../platform/words.tsx' { interface Words extends Own {} }`
 */
export interface Words extends PlatformWords, UiWords {}
type PlatformWords = typeof platformWords;
type UiWords = typeof uiWords;
export type WordId = keyof Words & string;

export type Values = Record<string, string | number | boolean | Date | null | undefined>;
export type RichValues = Record<string, ReactNode | Date | ((parts: ReactNode[]) => ReactNode)>;

type Parts = () => Promise<{ default: Record<string, Record<string, string>> }>;
const loaders: Record<Language, { first: Parts; later: Parts }> = {
  en: { first: () => import('./words/all-en.ts'), later: () => import('./words/later-en.ts') },
  fi: { first: () => import('./words/all-fi.ts'), later: () => import('./words/later-fi.ts') },
  es: { first: () => import('./words/all-es.ts'), later: () => import('./words/later-es.ts') },
  ru: { first: () => import('./words/all-ru.ts'), later: () => import('./words/later-ru.ts') },
};

const known: Record<Language, Record<string, string>> = { en: {}, fi: {}, es: {}, ru: {} };
let laterAsked = false;

const learn = async (language: Language, load: Parts) =>
  Object.assign(known[language], ...Object.values((await load()).default));

/** Fetches the texts of one language, those of later pages too once such a page was opened. */
export async function loadWords(language: Language): Promise<Record<string, string>> {
  const { first, later } = loaders[language];
  await Promise.all([learn(language, first), ...(laterAsked ? [learn(language, later)] : [])]);
  return known[language];
}

/** A part of the app that says what stands in `words/later`: `page: later(() => import('./report-page.tsx'))`. */
export const later =
  <Part,>(load: () => Promise<Part>) =>
  async (): Promise<Part> => {
    laterAsked = true;
    const [part] = await Promise.all([patiently(load)(), patiently(() => learn(current, loaders[current].later))()]);
    return part;
  };

/** The language to begin with. */
export const firstLanguage = (): Language => chosenLanguage() ?? bestLanguage(navigator.languages);

const cache = createIntlCache();
const numbers = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
  numbers.set(key, known);
  return known;
}
const textOf = (value: unknown) => (typeof value === 'string' ? value : String(value));

/** What a component needs to speak: `t`, `rich` and the formatters, bound to one language and one time zone. */
export function speak(language: Language, zone: string, messages: Record<string, string>) {
  const locale = locales[language];
  const intl = createIntl(
    { locale, timeZone: zone, messages, onError: (error) => import.meta.env.DEV && reportError(error) },
    cache,
  );
  return {
    language,
    locale,
    zone,
    /** The text with this id, its values filled in. */
    t: (id: WordId, values?: Values): string => textOf(intl.formatMessage({ id: id as string }, values)),
    /** Like `t`, for texts with tags (`<b>…</b>` → `{ b: (parts) => <b>{parts}</b> }`) or elements as values. */
    rich: (id: WordId, values: RichValues): ReactNode => intl.formatMessage({ id: id as string }, values as never),
    number: (value: number, options: Intl.NumberFormatOptions = {}) => numberFormat(locale, options).format(value),
    /** A day, "Tuesday 24 November" unless told otherwise. */
    date: (
      at: Date | string,
      options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' },
    ) => intl.formatters.getDateTimeFormat(locale, { timeZone: zone, ...options }).format(new Date(at)),
    /** A time of day, "16:00". */
    time: (at: Date | string) =>
      intl.formatters
        .getDateTimeFormat(locale, { timeZone: zone, hour: 'numeric', minute: '2-digit' })
        .format(new Date(at)),
    /** "a, b and c". */
    list: (items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
      intl.formatters.getListFormat(locale, { type }).format(items),
  };
}
export type Speech = ReturnType<typeof speak>;

type Spoken = Speech & {
  /** Switches the language of the interface and, unless told otherwise, remembers it on this device. */
  speakIn: (language: Language, how?: { remember: boolean }) => Promise<void>;
  /** Sets the zone in which times are told. */
  liveIn: (zone: string) => void;
};
const WordsContext = createContext<Spoken | null>(null);

/** The current language, kept for what lives outside React (the Accept-Language header). */
let current: Language = 'en';
export const currentLanguage = () => current;

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

export function WordsProvider(props: { language: Language; messages: Record<string, string>; children: ReactNode }) {
  const [spoken, setSpoken] = useState({ language: props.language, messages: props.messages });
  const [zone, liveIn] = useState(browserZone);
  current = spoken.language;
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);
  const speakIn = useCallback(async (language: Language, how = { remember: true }) => {
    const messages = await loadWords(language);
    if (how.remember) rememberLanguage(language);
    current = language;
    setSpoken({ language, messages });
  }, []);
  const value = useMemo(
    () => ({ ...speak(spoken.language, zone, spoken.messages), speakIn, liveIn }),
    [spoken, zone, speakIn],
  );
  return (
    <WordsContext value={value}>
      <I18nProvider locale={value.locale}>{props.children}</I18nProvider>
    </WordsContext>
  );
}

/** The reader's language: `const { t } = useWords()`, then `t('requests.ask.title')`. */
export function useWords(): Spoken {
  const words = use(WordsContext);
  if (!words) throw new Error('useWords needs a WordsProvider above it');
  return words;
}
