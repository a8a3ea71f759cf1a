// Where in a text the searched words stand, to mark them. Pure. What is found at all is the server's business.

/** Without case, accents and the two dots of ё, so that words compare as the search compares them. */
export const fold = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether there is a word to search for. */
export const isSearchable = (typed: string): boolean => /[\p{L}\p{N}]/u.test(typed);

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a search that a text may hold: those in phrases too, those after a minus and #numbers not. */
export function soughtIn(typed: string): string[] {
  const wanted = typed
    .replaceAll(/(?:^|\s)[-−–]"[^"]*"?/g, ' ')
    .replaceAll(/(?:^|\s)[-−–]\S+/g, ' ')
    .replaceAll(/(?:^|\s)#\d+/g, ' ');
  return [...new Set((wanted.match(word) ?? []).map(fold))];
}

export type Segment = { text: string; hit: boolean };

/** The text cut into parts that are a searched word, in whatever form it is bent, and parts that are not. */
export function segments(text: string, sought: readonly string[]): Segment[] {
  const parts: Segment[] = [];
  let from = 0;
  for (const found of text.matchAll(word)) {
    if (!sought.some((one) => isForm(fold(found[0]), one))) continue;
    if (found.index > from) parts.push({ text: text.slice(from, found.index), hit: false });
    from = found.index + found[0].length;
    parts.push({ text: found[0], hit: true });
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false });
  return parts;
}

/** Bent words differ at their end: "projektorin" and "projektoria" are both forms of "projektori". */
function isForm(one: string, sought: string): boolean {
  let same = 0;
  while (same < sought.length && one[same] === sought[same]) same++;
  if (same === sought.length) return true;
  return same >= 4 && sought.length - same <= 3 && one.length - same <= 4;
}

/** About `length` characters of the text around the first searched word, with "…" where it was cut. */
export function around(text: string, sought: readonly string[], length = 160): string {
  if (text.length <= length) return text;
  const first = [...text.matchAll(word)].find((found) => sought.some((one) => isForm(fold(found[0]), one)));
  const wish = Math.max(0, Math.min((first?.index ?? 0) - length / 3, text.length - length));
  const from = wish === 0 ? 0 : text.indexOf(' ', wish) + 1;
  const end = text.length - from <= length ? text.length : text.lastIndexOf(' ', from + length);
  const to = end > from ? end : from + length;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`;
}
