// How tests run: server, contract and root in Node against one throwaway PostgreSQL, the web's with a DOM.
import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

const exclude = [...configDefaults.exclude, 'dist/**', 'dist.new/**', 'data/**', 'journeys/**'];

export default defineConfig({
  test: {
    // Most machines that run this have two cores: one more, because much of a test is waiting.
    maxWorkers: 3,
    // A rendered error of a database test is rarely worth more lines than this.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['run/chances.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['{server,contract,bench,crash,run}/**/*.test.ts', '*.test.ts'],
          exclude,
          environment: 'node',
          pool: 'forks',
          isolate: false,
          globalSetup: 'server/platform/postgres/for-tests.ts',
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'web',
          include: ['web/**/*.test.{ts,tsx}'],
          exclude,
          environment: 'happy-dom',
          pool: 'threads',
          isolate: false,
          // Tests see no styles, but one of them reads the colours.
          css: { include: /tokens\.css/, modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
