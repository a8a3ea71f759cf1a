// The tests that mutants of the rules are tried on: those that need no database.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'contract/*.test.ts',
      'server/*/*rules.test.ts',
      'server/*/access.test.ts',
      'server/notices/sight.test.ts',
      'server/platform/{due-choices,outcome,repeats,working-time,working-time-edges}.test.ts',
      'server/platform/mail/*rules.test.ts',
    ],
    environment: 'node',
    testTimeout: 20_000,
  },
});
