// Who may know whom, held against the real sources; and proof that each rule, and the linter, catch what they forbid.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { violations } from './run/architecture.ts';
import { readSources } from './run/sources.ts';

const opening = '// What lives here.\n';
const innocent = {
  'contract/shapes.ts': `import { z } from 'zod';\nexport const id = z.uuid();\n`,
  'server/app.ts': `import { signIn } from './auth/auth.ts';\nimport { ask } from './requests/requests.ts';\nexport const app = [signIn, ask];\n`,
  'server/platform/outcome.ts': `export const refused = (code: string) => ({ refused: code });\n`,
  'server/auth/auth.ts': `export const signIn = 1;\n`,
  'server/auth/queries.ts': `export const save = (db: any) => db.insertInto('auth_session');\n`,
  'server/requests/requests.ts': `import { signIn } from '../auth/auth.ts';\nimport { may } from './rules.ts';\nexport const ask = [signIn, may];\n`,
  'server/requests/rules.ts': `import { refused } from '../platform/outcome.ts';\nexport const may = refused;\n`,
  'web/requests/requests.tsx': `import type { id } from '../../contract/shapes.ts';\nexport const page = (one: typeof id) => <p>{String(one)}</p>;\n`,
};

/** The innocent sources with one file planted; a comment line opens every file. */
const plant = (planted: Record<string, string> = {}) =>
  new Map(Object.entries({ ...innocent, ...planted }).map(([path, text]) => [path, opening + text]));

test('the product keeps its own rules', () => {
  const sources = readSources(/\.(ts|tsx|mjs)$/);
  expect(sources.size).toBeGreaterThan(20);
  expect(violations(sources)).toEqual([]);
});

test('an empty tree is a violation, because a check that sees nothing must not pass', () => {
  expect(violations(new Map())).toEqual([
    'contract/ has no files: the check looks in the wrong place.',
    'server/ has no files: the check looks in the wrong place.',
    'web/ has no files: the check looks in the wrong place.',
    'server/app.ts names no capability: the check looks in the wrong place.',
  ]);
});

test('innocent sources have no violations', () => {
  expect(violations(plant())).toEqual([]);
});

test.each([
  [
    'a capability entered past its door',
    'server/requests/routes.ts',
    `import { save } from '../auth/queries.ts';`,
    'entered by its front door',
  ],
  [
    'a type taken past a door',
    'server/requests/routes.ts',
    `import type { save } from '../auth/queries.ts';`,
    'entered by its front door',
  ],
  [
    'an inline import past a door',
    'server/requests/routes.ts',
    `export const x = import('../auth/queries.ts');`,
    'entered by its front door',
  ],
  [
    'a re-export past a door',
    'server/requests/routes.ts',
    `export { save } from '../auth/queries.ts';`,
    'entered by its front door',
  ],
  [
    'a page that enters past a door',
    'web/auth/sign-in.tsx',
    `import { row } from '../requests/row.tsx';`,
    'entered by its front door',
  ],
  [
    'a capability that knows a later one',
    'server/auth/jobs.ts',
    `import { ask } from '../requests/requests.ts';`,
    'stands later in server/app.ts',
  ],
  [
    'a capability that app.ts does not name',
    'server/voice/voice.ts',
    `export const idea = 1;`,
    'is not in server/app.ts',
  ],
  [
    'a foreign table written by Kysely',
    'server/requests/queries.ts',
    `export const f = (db: D) => db.updateTable('auth_session');`,
    'writes auth_session',
  ],
  [
    'a foreign table inserted in SQL',
    'server/requests/queries.ts',
    'export const f = sql`insert into auth_session values (1)`;',
    'writes auth_session',
  ],
  [
    'a foreign table updated in SQL',
    'server/requests/queries.ts',
    'export const f = sql`UPDATE goodturn.auth_session set x = 1`;',
    'writes auth_session',
  ],
  [
    'a foreign table deleted from in SQL',
    'server/requests/queries.ts',
    'export const f = sql`delete from auth_session`;',
    'writes auth_session',
  ],
  [
    'a table of the platform written elsewhere',
    'server/requests/queries.ts',
    'export const f = sql`delete from platform_event`;',
    'writes platform_event',
  ],
  [
    'a contract that knows a library',
    'contract/requests.ts',
    `import { Temporal } from 'temporal-polyfill';`,
    'nothing but zod and itself',
  ],
  [
    'a contract that knows the server',
    'contract/requests.ts',
    `import { ask } from '../server/requests/requests.ts';`,
    'nothing but zod and itself',
  ],
  [
    'a page that knows the server',
    'web/requests/row.tsx',
    `import type { may } from '../../server/requests/rules.ts';`,
    'meet in the contract only',
  ],
  [
    'a server that knows a page',
    'server/requests/jobs.ts',
    `import { page } from '../../web/requests/requests.tsx';`,
    'meet in the contract only',
  ],
  [
    'rules that read the disk',
    'server/requests/due.rules.ts',
    `import { readFileSync } from 'node:fs';`,
    'rules are pure',
  ],
  ['rules that know the queries', 'server/requests/rules.ts', `import { load } from './queries.ts';`, 'rules are pure'],
  [
    'access that knows the database',
    'server/requests/access.ts',
    `import type { Db } from '../platform/db.ts';`,
    'rules are pure',
  ],
  [
    'a platform that knows a capability',
    'server/platform/http.ts',
    `import { ask } from '../requests/requests.ts';`,
    'the platform knows no capability',
  ],
  [
    'a capability that knows the whole',
    'server/requests/jobs.ts',
    `import { app } from '../app.ts';`,
    'known to none of them',
  ],
  ['a word on the console', 'server/requests/jobs.ts', `console.log('here');`, 'writes on the console'],
  ['a folder of helpers', 'server/platform/helpers/text.ts', `export const x = 1;`, 'named after a kind of code'],
])('%s is caught', (_what, path, text, sentence) => {
  expect(violations(plant({ [path]: `${text}\n` }))).toEqual([expect.stringContaining(sentence)]);
});

test('the parts of the sample company may build on each other, and nothing else may know them', () => {
  const seeds = {
    'server/auth/seed.ts': 'export const people = 1;\n',
    'server/requests/seed.ts': `import { people } from '../auth/seed.ts';\n`,
  };
  expect(violations(plant(seeds))).toEqual([]);
  expect(
    violations(plant({ ...seeds, 'server/requests/jobs.ts': `import { people } from '../auth/seed.ts';\n` })),
  ).toEqual([expect.stringContaining('entered by its front door')]);
});

test('a file without an opening comment is caught', () => {
  const sources = plant().set('server/auth/rules.ts', 'export const x = 1;\n');
  expect(violations(sources)).toEqual([
    'server/auth/rules.ts does not open with a comment that says what lives there.',
  ]);
});

describe('the linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goodturn-lint-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const lint = (files: Record<string, string>): string => {
    rmSync(folder, { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    cpSync(join(import.meta.dirname, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    const oxlint = join(import.meta.dirname, 'node_modules/oxlint/bin/oxlint');
    const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '-f', 'unix'], { cwd: folder, encoding: 'utf8' });
    return stdout + stderr;
  };

  const harmless = {
    'server/auth/auth.ts': 'export const signIn = 1;\n',
    'server/auth/routes.ts': `import { signIn } from './auth.ts';\nexport const routes = [signIn];\n`,
  };

  test('passes what is harmless', () => {
    expect(lint(harmless)).not.toContain('Error');
  });

  test('fails when it sees no files', () => {
    expect(lint({ 'README.md': 'Nothing to see.' })).toMatch(/No files found/);
  });

  test.each([
    [
      'a contract that knows the server',
      'contract/a.ts',
      `import { signIn } from '../server/auth/auth.ts';\nexport const a = signIn;\n`,
      'no-restricted-imports',
    ],
    [
      'a page that knows the server',
      'web/x/a.ts',
      `import type { signIn } from '../../server/auth/auth.ts';\nexport type A = typeof signIn;\n`,
      'no-restricted-imports',
    ],
    [
      'rules that read the disk',
      'server/x/due.rules.ts',
      `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n`,
      'no-restricted-imports',
    ],
    [
      'access that knows the queries',
      'server/x/access.ts',
      `import { b } from './queries.ts';\nexport const a = b;\n`,
      'no-restricted-imports',
    ],
    ['an `any`', 'server/x/x.ts', `export const a = 1 as any;\n`, 'no-explicit-any'],
    ['a file over 300 lines', 'server/x/x.ts', 'export {};\n'.repeat(301), 'max-lines'],
    ['a word on the console', 'server/x/x.ts', `console.log(1);\n`, 'no-console'],
    [
      'a circle',
      'server/auth/auth.ts',
      `import { routes } from './routes.ts';\nexport const signIn = routes;\n`,
      'no-cycle',
    ],
    [
      'a test that is skipped',
      'server/x/x.test.ts',
      `import { expect, test } from 'vitest';\ntest.skip('x', () => expect(1).toBe(1));\n`,
      'no-disabled-tests',
    ],
  ])('catches %s', (_what, path, text, rule) => {
    expect(lint({ ...harmless, [path]: text })).toContain(rule);
  });
});
