// Finding what is typed after an "@" and putting a mention in its place. Pure; the list itself is in composer.tsx.

/** The "@name" being typed just before the caret, or null. `from` is where the "@" stands. */
export function mentionBefore(words: string, caret: number): { from: number; name: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]*)?)$/u.exec(
    words.slice(Math.max(0, caret - 60), caret),
  );
  const name = found?.[1];
  return name === undefined ? null : { from: caret - name.length - 1, name };
}

/** The words with the mention in place, and where the caret goes. */
export function withMention(
  words: string,
  caret: number,
  from: number,
  person: { id: string; name: string },
): { words: string; caret: number } {
  const mention = `@[${person.name.replaceAll(/[[\]\n]/g, ' ')}](person:${person.id}) `;
  return { words: words.slice(0, from) + mention + words.slice(caret).replace(/^ /, ''), caret: from + mention.length };
}
