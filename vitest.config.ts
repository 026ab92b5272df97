import { configDefaults, defineConfig } from 'vitest/config';

/** A busy two-core machine forks processes slowly; what takes longer than this hangs. */
const PATIENCE_MS = 90_000;

const OUTER = [
  'test/ci/**/*.test.ts',
  'test/cli/**/*.test.ts',
  'test/examples/**/*.test.ts',
  'test/live/**/*.test.ts',
  'test/recipes.test.ts',
];

export default defineConfig({
  test: {
    reporters: ['default'],
    // Pact's native library phones home unless told not to.
    env: { PACT_DO_NOT_TRACK: 'true' },
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    teardownTimeout: 10_000,
    // The outer tests mostly wait for other processes.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...OUTER],
          // Modules of the product keep no state of a run, so the files may share them.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'outer',
          include: OUTER,
          globalSetup: ['test/cli/install-package.ts'],
          isolate: false,
        },
      },
    ],
  },
});
