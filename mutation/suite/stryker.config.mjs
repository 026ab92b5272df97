/** Mutates the judges and the verdict, and holds the pure tests of both against each mutant. */
export default {
  mutate: [
    'src/judges/**/*.ts',
    'src/verdict/**/*.ts',
    // Invents the exchanges of the examples of the checks: input of tests.
    '!src/judges/example-subject.ts',
    // The forked process, the gateway's sockets and what hands exchanges to them: slow tests prove these.
    '!src/judges/contract/{verifier-child,verifier-process,replay-gateway,pact-matcher}.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'mutation/suite/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', `${import.meta.dirname}/ignore-prose.mjs`],
  ignorers: ['prose'],
  ignorePatterns: ['/bench', '/blame', '/dist', '/docs', '/reports', '/test/oracle/node_modules'],
  coverageAnalysis: 'perTest',
  disableTypeChecks: false,
  // Has no paths to be rewritten, and rewriting needs a compiler beside Stryker.
  tsconfigFile: 'none',
  incremental: true,
  incrementalFile: 'reports/mutation-suite/incremental.json',
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: 'reports/mutation-suite/mutants.json' },
  tempDirName: 'reports/mutation-suite/sandbox',
  concurrency: 2,
  timeoutMS: 10_000,
  // A static mutant is loaded anew with every test; there are few of them.
  warnings: { slow: false },
};
