// Languages that people speak or sign, by their ISO 639 codes; their names come from Intl.DisplayNames in browser and server alike.
import { z } from 'zod';

const inEnglish = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const isKnown = (code: string) => /^[a-z]{2,3}$/.test(code) && inEnglish.of(code) !== undefined;

export const spokenLanguage = z
  .string()
  .refine(isKnown, { params: { code: 'unknownLanguage' } })
  .meta({ description: 'ISO 639 code of a language', example: 'fi' });

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
/** Those of three letters that companies meet: signed languages, Sámi languages, and some large ones. */
const further = ['ase', 'smn', 'sms', 'sma', 'smj', 'fil', 'yue', 'ckb', 'kmr', 'haw'];
let known: readonly string[] | undefined;

/** Every code to choose from. */
export const spokenCodes = (): readonly string[] =>
  (known ??= [...letters.flatMap((one) => letters.map((other) => one + other)), ...further].filter(
    (code) => isKnown(code) && Intl.getCanonicalLocales(code)[0] === code,
  ));
