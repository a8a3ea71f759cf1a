// Words of mails and web forms as plain text. Pure; nothing of it is ever shown as markup, so it only has to be readable.

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  euro: '€',
  auml: 'ä',
  ouml: 'ö',
  aring: 'å',
  Auml: 'Ä',
  Ouml: 'Ö',
  Aring: 'Å',
  ntilde: 'ñ',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
};

const letterOf = (code: number): string => {
  const isText = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText || code === 9 || code === 10 ? String.fromCodePoint(code) : '';
};

/** "&auml;", "&#228;" and "&#xe4;" as letters; what is unknown stays. */
export const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,10}));/gi, (whole, decimal, hex, name: string) => {
    if (decimal) return letterOf(Number(decimal));
    if (hex) return letterOf(Number.parseInt(hex, 16));
    return named[name] ?? whole;
  });

/** Without what no person should have to read or PostgreSQL cannot keep; line ends as ours. */
export const tidied = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ue0f0\ue0f1]/g, '')
    .trim();

const marks = new Set(
  'p br div span b i a ul ol li table html body img strong em blockquote pre h1 h2 h3 h4 h5 h6'.split(' '),
);
const looksMarked = (text: string): boolean =>
  text.matchAll(/<(\w+)\b[^<>]*>/g).some(([, name = '']) => marks.has(name.toLowerCase()));
/** Markup that was escaped once more on its way: "&lt;p&gt;" or "&#60;p&#62;". */
const looksEscaped = /&(?:lt|#60|#x3c);\/?[a-z]/i;

/** What is no text, from its beginning to its end. */
const shut = [
  ['<!--', '-->'],
  ['<script', '</script'],
  ['<style', '</style'],
  ['<head', '</head'],
] as const;

/** Without what stands between; searched once from end to end, because mails come from anybody. */
function without(text: string, open: string, close: string): string {
  const lower = text.toLowerCase();
  // Some letters change their length with their case: then nothing would stand where it seems to.
  if (lower.length !== text.length) return text;
  let kept = '';
  let from = 0;
  for (let at = lower.indexOf(open); at >= 0; at = lower.indexOf(open, from)) {
    const end = lower.indexOf(close, at);
    if (end < 0) break;
    kept += text.slice(from, at);
    from = close.startsWith('</') ? lower.indexOf('>', end) + 1 || text.length : end + close.length;
  }
  return kept + text.slice(from);
}

/** The words of HTML, or of a text that turns out to be some; any other text stays as it is. */
export function plain(text: string): string {
  const once = looksEscaped.test(text) && !looksMarked(text) ? decoded(text) : text;
  if (!looksMarked(once)) return tidied(once);
  const words = shut
    .reduce((rest, [open, close]) => without(rest, open, close), once)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<br\b[^<>]*>/gi, '\n')
    .replaceAll(/<li\b[^<>]*>/gi, '\n- ')
    .replaceAll(/<\/(?:p|div|ul|ol|table|blockquote|h[1-6]|pre)\s*>/gi, '\n\n')
    .replaceAll(/<\/tr\s*>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '');
  return tidied(
    decoded(words)
      .replaceAll(/[^\S\n]+/g, ' ')
      .replaceAll(/ ?\n ?/g, '\n')
      .replaceAll(/\n{3,}/g, '\n\n'),
  );
}
