import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** Stryker counts failed tests alone: a file of tests that cannot be loaded has none, and would look like a survivor. */
class BrokenFiles implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestModuleEnd(module: TestModule): void {
    for (const { message } of module.errors()) this.#vitest?.state.catchError(new Error(message), 'Load');
  }
}

/** The pure tests of judges and verdict: no process, no socket, so that a mutant costs a moment. */
export default defineConfig({
  test: {
    include: ['test/judges/**/*.test.ts', 'test/verdict/**/*.test.ts'],
    exclude: ['test/judges/contract.test.ts', 'test/judges/verifier.test.ts'],
    // A test that is late because the machine is busy must not look like one that noticed a mutant.
    testTimeout: 60_000,
    reporters: ['default', new BrokenFiles()],
  },
});
