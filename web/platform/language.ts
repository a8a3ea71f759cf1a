// Which language the reader wants: what they chose on this device, else what their browser asks for. No words here.
import { languages, type Language } from '../../contract/shapes.ts';

/** The regional form used for dates, times and numbers; English is British, for the 24 hour clock and "24 November". */
export const locales: Record<Language, string> = { en: 'en-GB', fi: 'fi-FI', es: 'es-ES', ru: 'ru-RU' };

/** Each language in its own words, so that everybody finds theirs. */
export const languageNames: Record<Language, string> = { en: 'English', fi: 'Suomi', es: 'Español', ru: 'Русский' };

const isOurs = (code: string): code is Language => (languages as readonly string[]).includes(code);

/** The first of the wanted languages ("fi-FI", "sv") that we speak, else English. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const code = tag.slice(0, 2).toLowerCase();
    if (isOurs(code)) return code;
  }
  return 'en';
}

const shelf = 'goodturn.language';

export function chosenLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(shelf);
    return kept && isOurs(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(shelf, language);
  } catch {
    // A browser without storage speaks the browser's language each time.
  }
}
