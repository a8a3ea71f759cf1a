// Whether every text stands in all four languages: same keys, same arguments, every plural category that the language has.
import {
  isPluralElement,
  isSelectElement,
  isTagElement,
  parse,
  TYPE,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { posix } from 'node:path';

export const languages = ['en', 'fi', 'es', 'ru'] as const;

type Words = Map<string, Record<string, string>>;

/** @param files path to content of every `words/{language}.json` @returns one sentence for each fault */
export function faultsInWords(files: ReadonlyMap<string, string>): string[] {
  const folders = Map.groupBy([...files.keys()], (path) => posix.dirname(path));
  if (folders.size === 0) return ['There are no words at all: the check looks in the wrong place.'];
  return [...folders.keys()].flatMap((folder) => faultsInFolder(folder, files));
}

function faultsInFolder(folder: string, files: ReadonlyMap<string, string>): string[] {
  const words: Words = new Map();
  const missing: string[] = [];
  for (const language of languages) {
    const text = files.get(`${folder}/${language}.json`);
    if (text === undefined) missing.push(`${folder} has no ${language}.json.`);
    else words.set(language, JSON.parse(text) as Record<string, string>);
  }
  const keys = new Set([...words.values()].flatMap((one) => Object.keys(one)));
  return [...missing, ...[...keys].flatMap((key) => faultsInKey(`${folder} ${key}`, key, words))];
}

function faultsInKey(where: string, key: string, words: Words): string[] {
  const faults: string[] = [];
  const shapes = new Map<string, string>();
  for (const [language, all] of words) {
    const text = all[key];
    if (text === undefined) faults.push(`${where} is missing in ${language}.`);
    else if (typeof text !== 'string' || text.trim() === '') faults.push(`${where} is empty in ${language}.`);
    else {
      try {
        const message = parse(text, { requiresOtherClause: true });
        shapes.set(language, [...new Set(argumentsOf(message))].toSorted().join(', '));
        faults.push(...missingPlurals(message, language).map((what) => `${where} in ${language}: ${what}`));
      } catch (error) {
        faults.push(`${where} in ${language} is not a message: ${(error as Error).message}.`);
      }
    }
  }
  const expected = shapes.get('en');
  for (const [language, shape] of shapes) {
    if (expected !== undefined && shape !== expected)
      faults.push(`${where} takes {${shape}} in ${language}, but {${expected}} in en.`);
  }
  return faults;
}

/** Each argument with what it is; a plural and the plain number of it may stand for each other. */
function argumentsOf(message: readonly MessageFormatElement[]): string[] {
  return message.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (isTagElement(element)) return [`<${element.value}>`, ...argumentsOf(element.children)];
    if (isSelectElement(element)) {
      const choices = Object.keys(element.options).toSorted().join('|');
      return [`${element.value} (${choices})`, ...optionsOf(element).flatMap(({ value }) => argumentsOf(value))];
    }
    if (isPluralElement(element))
      return [element.value, ...optionsOf(element).flatMap(({ value }) => argumentsOf(value))];
    return [element.value];
  });
}

function missingPlurals(message: readonly MessageFormatElement[], language: string): string[] {
  return message.flatMap((element) => {
    if (isTagElement(element)) return missingPlurals(element.children, language);
    if (isSelectElement(element)) return optionsOf(element).flatMap(({ value }) => missingPlurals(value, language));
    if (!isPluralElement(element)) return [];
    const type = element.pluralType ?? 'cardinal';
    const absent = new Intl.PluralRules(language, { type })
      .resolvedOptions()
      .pluralCategories.filter((category) => !(category in element.options));
    return [
      ...(absent.length > 0 ? [`{${element.value}} lacks the plural ${absent.join(', ')}.`] : []),
      ...optionsOf(element).flatMap(({ value }) => missingPlurals(value, language)),
    ];
  });
}

const optionsOf = (element: { options: Record<string, { value: MessageFormatElement[] }> }) =>
  Object.values(element.options);
