// A Vitest test with vendors of its own: a fresh mock on a free port for each test that asks for `vendors`.
import { test as base } from 'vitest';
import { loadSuite } from './load-suite.ts';
import { type MockVendors, type StartMockOptions, startMock } from './start-mock.ts';

export interface VendorFixtures {
  /** What the mock is started with; see `StartMockOptions`. */
  readonly vendorOptions: StartMockOptions;
  readonly vendors: MockVendors;
}

let loaded: ReturnType<typeof loadSuite> | undefined;

export const test = base.extend<VendorFixtures>({
  vendorOptions: {},
  vendors: async ({ vendorOptions }, use) => {
    loaded ??= loadSuite();
    const vendors = await startMock({ suite: await loaded, ...vendorOptions });
    try {
      await use(vendors);
    } finally {
      await vendors.close();
    }
  },
});
