// `npm run mutation`: rules and access are changed in small ways, one at a time, and a test must notice. Not in CI: it takes half an hour.
export default {
  mutate: [
    'contract/{forms,form-answers,form-faults,recurrence}.ts',
    'server/**/*rules.ts',
    'server/*/access.ts',
    'server/notices/sight.ts',
    'server/platform/{outcome,repeats,working-time}.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'run/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 2000,
  timeoutFactor: 2,
  reporters: ['json', 'clear-text', 'progress-append-only'],
  jsonReporter: { fileName: '.stryker-tmp/report.json' },
  tempDirName: '.stryker-tmp/sandbox',
  incremental: true,
  incrementalFile: '.stryker-tmp/rules.json',
  // The compiler that reads it has another interface by now; nothing of ours is needed from it.
  tsconfigFile: 'unread.json',
};
