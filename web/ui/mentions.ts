// Mentions while one writes: shown as "@Name", kept and sent as "@[Name](person:id)". Pure; the list itself is in composer.tsx.

export type Mentioned = { id: string; name: string };

/** The "@name" being typed just before the caret, or null. `from` is where the "@" stands. */
export function mentionBefore(words: string, caret: number): { from: number; name: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]*)?)$/u.exec(
    words.slice(Math.max(0, caret - 60), caret),
  );
  const name = found?.[1];
  return name === undefined ? null : { from: caret - name.length - 1, name };
}

/** A name that cannot break out of the brackets. */
const safe = (name: string) =>
  name
    .replaceAll(/[[\]()\n]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The words with "@Name " in place of what was typed, and where the caret goes. */
export function withMention(
  words: string,
  caret: number,
  from: number,
  person: Mentioned,
): { words: string; caret: number } {
  const mention = `@${safe(person.name)} `;
  return { words: words.slice(0, from) + mention + words.slice(caret).replace(/^ /, ''), caret: from + mention.length };
}

// RegExp.escape is not yet in every browser that we serve.
const escaped = (name: string) => name.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');

const markedMention = /@\[([^\][\n]{1,120})\]\(person:([0-9a-f-]{36})\)/g;

/** What is kept or sent → what is seen while writing, and who is meant. */
export function shown(marked: string): { words: string; people: Mentioned[] } {
  const people = [...marked.matchAll(markedMention)].map(([, name = '', id = '']) => ({ id, name }));
  return { words: marked.replaceAll(markedMention, '@$1'), people };
}

/** What is seen while writing → what is kept and sent. Of people with one name, the first "@Name" is the first chosen, and so on. */
export function marked(words: string, people: readonly Mentioned[]): string {
  const names = [...new Set(people.map((one) => safe(one.name)))].filter(Boolean);
  if (names.length === 0) return words;
  const longestFirst = names.toSorted((one, other) => other.length - one.length).map((name) => escaped(name));
  const seen = new Map<string, number>();
  return words.replaceAll(
    new RegExp(`@(${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    (_whole, name: string) => {
      const namesakes = people.filter((one) => safe(one.name) === name);
      const turn = seen.get(name) ?? 0;
      seen.set(name, turn + 1);
      return `@[${name}](person:${namesakes[Math.min(turn, namesakes.length - 1)]?.id})`;
    },
  );
}
