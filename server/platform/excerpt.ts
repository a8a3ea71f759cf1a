// A few plain words of a longer text for lists: from where the searched words stand, else from the beginning. Pure.

const fold = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const word = /[\p{L}\p{N}\p{M}]+/gu;

const begins = /^ *(#{1,6} |> ?|[-*+] |\d{1,9}[.)] )+/;
const ends = /[.,:;!?…]$/;

/** An underscore between letters is part of a word, like some_name. */
const joins = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3));

/** Lines that stand for themselves are told apart by a dot; lines of a paragraph run on. */
function plainLine(line: string): string {
  const words = line
    .replace(begins, '')
    .replaceAll(/[*`]+|_+/g, (marks, at: number, whole: string) => (marks === '_' && joins(whole, at) ? '_' : ''))
    .replaceAll('|', ' ')
    .trim();
  const alone = begins.test(line) || line.includes('|');
  return alone && words !== '' && !ends.test(words) ? `${words} ·` : words;
}

/** Markdown without its marks, as one line. Whatever the characters, it never fails and adds no letter. */
export const plainWords = (markdown: string): string =>
  markdown
    .replaceAll(/^ *(```|~~~).*$/gm, '')
    .replaceAll(/^[-:| ]+$/gm, '')
    .replaceAll(/!?\[([^\][\n]*)\]\([^)[\n]*\)/g, '$1')
    .split('\n')
    .map(plainLine)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/ ·\s*$/, '')
    .trim();

/** Bent words differ at their end: what is searched as "projektori" stands as "projektorin" too. */
const isForm = (one: string, sought: string): boolean =>
  one.startsWith(sought.length <= 4 ? sought : sought.slice(0, Math.max(4, sought.length - 3)));

const firstOf = (text: string, sought: readonly string[]): RegExpExecArray | undefined => {
  const wanted = sought.flatMap((one) => fold(one).match(word) ?? []);
  return [...text.matchAll(word)].find((found) => wanted.some((one) => isForm(fold(found[0]), one)));
};

/** Whether one of the words stands there, in whatever form. */
export const holds = (text: string, sought: readonly string[]): boolean => firstOf(text, sought) !== undefined;

/** About `length` characters around the first of the words, with "…" where it was cut; from the beginning when none is there. */
export function excerptOf(markdown: string, sought: readonly string[], length = 200): string {
  const text = plainWords(markdown);
  if (text.length <= length) return text;
  const first = firstOf(text, sought);
  const wish = Math.max(0, Math.min((first?.index ?? 0) - length / 3, text.length - length));
  const from = wish === 0 ? 0 : text.indexOf(' ', wish) + 1;
  const blank = text.lastIndexOf(' ', from + length);
  const to = text.length - from <= length ? text.length : blank > from ? blank : from + length;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`.toWellFormed();
}
