// What stands where something was forgotten: one letter of the private use area, put into words of the reader's language when an
// answer leaves. So no sentence in any one language is stored, and no length that was checked is ever exceeded.
import type { Language } from '../../contract/shapes.ts';

/** In the place of the name of somebody who was erased. */
export const former = '\u{E0F0}';
/** In the place of words that were removed. */
export const removed = '\u{E0F1}';

const spokenFormer: Record<Language, string> = {
  en: 'Former colleague',
  fi: 'Entinen työkaveri',
  es: 'Antiguo colega',
  ru: 'Бывший коллега',
};
const spokenRemoved: Record<Language, string> = {
  en: '(words removed)',
  fi: '(teksti poistettu)',
  es: '(texto eliminado)',
  ru: '(текст удалён)',
};

/** A text (also one of JSON) with the placeholders in words. */
export const spoken = (text: string, language: Language): string =>
  text.includes(former) || text.includes(removed)
    ? text.replaceAll(former, spokenFormer[language]).replaceAll(removed, spokenRemoved[language])
    : text;
