// @vitest-environment happy-dom
// Reads tokens.css and measures: words on their ground at least 4.5:1 (WCAG 1.4.3), edges of controls 3:1 (1.4.11), in both themes.
import { describe, expect, test } from 'vitest';
import css from './tokens.css?raw';

type Theme = 'light' | 'dark';
const number = (text: string) => (text.endsWith('%') ? Number.parseFloat(text) / 100 : Number.parseFloat(text));

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\(oklch\(([^)]*)\), oklch\(([^)]*)\)\)/g)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' },
  ]),
);

// CSS Color 4, §10: oklch → oklab → linear sRGB; WCAG 2.2: relative luminance.
function luminance(colour: string): number {
  const [l = 0, c = 0, h = 0] = colour.split('/')[0]?.trim().split(/\s+/).map(number) ?? [];
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short;
  const green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short;
  const blue = -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short;
  const [r = 0, g = 0, bl = 0] = [red, green, blue].map((part) => Math.min(1, Math.max(0, part)));
  return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
}

function contrast(one: string, other: string, theme: Theme): number {
  const [a, b] = [one, other].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`tokens.css has no colour --${name}`);
    return luminance(token[theme]);
  });
  if (a === undefined || b === undefined) throw new Error('two colours are needed');
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ['paper', 'sheet', 'well', 'well-2'];
const faces = [1, 2, 3, 4, 5, 6].map((n) => [`face-${n}`, `face-${n}-well`] as const);
const words: (readonly [string, string])[] = [
  ...['ink', 'ink-2'].flatMap((ink) =>
    [...grounds, 'green-well', 'brass-well', 'brick-well'].map((ground) => [ink, ground] as const),
  ),
  ...['green', 'brass', 'brick'].flatMap((colour) =>
    [...grounds, `${colour}-well`].map((ground) => [colour, ground] as const),
  ),
  ['on-green', 'green'],
  ['on-green', 'green-deep'],
  ['on-brick', 'brick'],
  ['paper', 'brass'],
  ...faces,
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(words)('--%s can be read on --%s', (word, ground) => {
    expect(contrast(word, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(['paper', 'sheet'])('the edge of a control is seen on --%s', (ground) => {
    expect(contrast('edge', ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

test('black on white measures 21:1, so the measure itself is right', () => {
  tokens.set('black', { light: '0% 0 0', dark: '0% 0 0' });
  tokens.set('white', { light: '100% 0 0', dark: '100% 0 0' });
  expect(contrast('black', 'white', 'light')).toBeCloseTo(21, 2);
});
