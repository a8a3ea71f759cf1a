// No text of any length can keep a regular expression of the product busy: proven one by one, by recheck (https://makenowjust-labs.github.io/recheck/).
import { check } from 'recheck';
import { expect, it } from 'vitest';
import { patternsIn, type Pattern } from './patterns.ts';
import { readSources } from './sources.ts';

// These read nothing but our own sources, our own build and our own migrations.
const ownReaders = [
  'run/architecture.ts',
  'run/budget.mjs',
  'run/migrations/expanding.ts',
  'server/platform/statements.ts',
];
const product = (path: string) =>
  /^(contract|server|web|run)\//.test(path) &&
  !/(\.test\.tsx?|for-tests\.ts)$/.test(path) &&
  !path.startsWith('server/proofs/') &&
  !ownReaders.includes(path);
const sources = new Map([...readSources(/\.(ts|tsx|mjs)$/)].filter(([path]) => product(path)));
const { patterns, built } = patternsIn(sources);

/** Without repetition without end there is nothing that could take long. */
const repeats = ({ source }: Pattern) => /[*+]|,\}/.test(source);
const unique = [...new Map(patterns.filter(repeats).map((each) => [`${each.source}/${each.flags}`, each])).values()];

/** By the automaton alone: trying out, too, would depend on how busy the machine is, and be no proof. */
const prove = ({ source, flags }: Pick<Pattern, 'source' | 'flags'>) =>
  check(source, flags, { checker: 'automaton', timeout: 60_000 });

it('reads the sources in the right place', () => {
  expect(sources.size).toBeGreaterThan(500);
  expect(unique.length).toBeGreaterThan(80);
  const planted = `const one = /(a+)+$/u; new RegExp('(b|b)*$'); RegExp(String.raw\`\\d+\`, 'g'); new RegExp(one + 'c');`;
  expect(patternsIn(new Map([['x.ts', planted]]))).toEqual({
    patterns: [
      { path: 'x.ts', line: 1, source: '(a+)+$', flags: 'u' },
      { path: 'x.ts', line: 1, source: '(b|b)*$', flags: '' },
      { path: 'x.ts', line: 1, source: String.raw`\d+`, flags: 'g' },
    ],
    built: [{ path: 'x.ts', line: 1, text: `new RegExp(one + 'c')` }],
  });
});

it('catches one that would be kept busy', async () => {
  expect((await prove({ source: '(a+)+$', flags: '' })).status).toBe('vulnerable');
  expect((await prove({ source: '^ *x?[- ]+x?$', flags: 'm' })).status).toBe('vulnerable');
});

it('knows each that is put together at run time', () => {
  // Constant parts without repetition without end; and names of people, escaped, one or the other.
  expect([...new Set(built.map(({ path }) => path))].toSorted()).toEqual([
    'web/finding/recent.ts',
    'web/knowledge/article-html.ts',
    'web/ui/mentions.ts',
  ]);
});

it('finds every other safe', async () => {
  const told: string[] = [];
  const queue = [...unique];
  const next = async () => {
    for (let one = queue.pop(); one; one = queue.pop()) {
      const { status } = await prove(one);
      if (status !== 'safe') told.push(`${one.path}:${one.line} is ${status}: /${one.source}/${one.flags}`);
    }
  };
  await Promise.all([next(), next()]);
  expect(told).toEqual([]);
}, 120_000);
