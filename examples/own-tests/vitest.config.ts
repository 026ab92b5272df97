import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['livechat-conformance/vitest'],
    // The first test waits until Pact's verifier has started.
    testTimeout: 30_000,
  },
});
