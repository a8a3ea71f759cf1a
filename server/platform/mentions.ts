// Colleagues named in words: how the composer writes them, and how they are found again. Who is told of it is each capability's to say.

/** Ids of colleagues named in a text as `@[Name](person:ID)`, each once; of the first fifty marks. */
export function mentionsIn(body: string): string[] {
  const found = body.matchAll(/@\[[^\][\n]{1,200}\]\(person:([0-9a-f-]{36})\)/g);
  return [...new Set([...found].slice(0, 50).flatMap((match) => match[1] ?? []))];
}
