// For tests: ways in which somebody might change a secret that they hold, or guess one that they do not.

type Forge = (good: string) => string;
const flipped = (good: string, at: number) => {
  const place = at < 0 ? good.length + at : at;
  return good.slice(0, place) + (good[place] === 'A' ? 'B' : 'A') + good.slice(place + 1);
};
const middle = (good: string) => Math.floor(good.length / 2);
const inside =
  (mark: string): Forge =>
  (good) =>
    good.slice(0, middle(good)) + mark + good.slice(middle(good));
const swapped: Forge = (good) =>
  [...good].map((each) => (each === each.toUpperCase() ? each.toLowerCase() : each.toUpperCase())).join('');
/** The next sign of base64url: of the last one, some bits are said to nobody. */
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const nextSign: Forge = (good) => good.slice(0, -1) + signs[(signs.indexOf(good.at(-1) ?? 'A') + 1) % 64];

/** Each by its name; none of them is the one that was given. */
export const forgeries: Readonly<Record<string, Forge>> = {
  'without its first sign': (good) => good.slice(1),
  'without its last sign': (good) => good.slice(0, -1),
  'its first half': (good) => good.slice(0, middle(good)),
  'its second half': (good) => good.slice(middle(good)),
  'one sign of it': (good) => good.slice(0, 1),
  'one sign more': (good) => `${good}A`,
  'one sign before it': (good) => `A${good}`,
  padded: (good) => `${good}=`,
  'padded twice': (good) => `${good}==`,
  'twice in a row': (good) => good + good,
  'twice with a comma': (good) => `${good},${good}`,
  'in capitals': (good) => good.toUpperCase(),
  'in small letters': (good) => good.toLowerCase(),
  'with capitals and small letters changed': swapped,
  'another first sign': (good) => flipped(good, 0),
  'another second sign': (good) => flipped(good, 1),
  'another sign in the middle': (good) => flipped(good, middle(good)),
  'another last sign but one': (good) => flipped(good, -2),
  'another last sign': (good) => flipped(good, -1),
  'the next last sign': nextSign,
  reversed: (good) => [...good].toReversed().join(''),
  'turned by one': (good) => good.slice(1) + good.slice(0, 1),
  'in base64': (good) => Buffer.from(good).toString('base64'),
  'out of base64': (good) => Buffer.from(good, 'base64').toString('hex'),
  'in hexadecimal': (good) => Buffer.from(good).toString('hex'),
  'escaped once more': (good) => [...good].map((each) => `%${each.codePointAt(0)?.toString(16)}`).join(''),
  'NUL at the end': (good) => `${good}\0`,
  'NUL before it': (good) => `\0${good}`,
  'NUL inside': inside('\0'),
  'a line end inside': inside('\n'),
  'a tab inside': inside('\t'),
  'a space inside': inside(' '),
  'a dot at the end': (good) => `${good}.`,
  'a dot inside': inside('.'),
  'a zero-width space inside': inside('\u200b'),
  'a mark over a sign': inside('\u0301'),
  'turned to the left': (good) => `\u202e${good}`,
  'with wide letters': (good) => good.replaceAll(/[a-z]/g, (each) => String.fromCodePoint(each.charCodeAt(0) + 0xfee0)),
  'with Cyrillic letters': (good) => `${good.slice(1)}а`,
  'with a sign above all others': inside('\u{10ffff}'),
  'in quotes': (good) => `"${good}"`,
  'in brackets': (good) => `[${good}]`,
  'as JSON': (good) => JSON.stringify({ token: good }),
  'with a slash': (good) => `${good}/`,
  'up and down again': (good) => `../${good}`,
  'with a question': (good) => `${good}?x=1`,
  'any sign': () => '%',
  'any signs': () => '*',
  'as many of any sign': (good) => '_'.repeat(good.length),
  'as many zeros': (good) => '0'.repeat(good.length),
  'as many As': (good) => 'A'.repeat(good.length),
  'with an or': (good) => `${good.slice(1)}' or '1'='1`,
  'the word null': () => 'null',
  'the word undefined': () => 'undefined',
  'the word true': () => 'true',
  zero: () => '0',
  'a prototype': () => '__proto__',
};
