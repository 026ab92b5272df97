// Importing this adds `toConformTo` to Jest's expect; name it in `setupFilesAfterEnv`.
import { conformanceMatchers } from './conformance-matchers.ts';
import type { ConformanceExpectation } from './matcher-types.ts';
import { closeSharedMatcher } from './shared-matcher.ts';

/** As far as Jest puts it into the scope of every test. */
interface JestGlobals {
  readonly expect?: { extend(matchers: object): void };
  readonly afterAll?: (end: () => Promise<void>) => void;
}

declare global {
  namespace jest {
    interface Matchers<R, T> extends ConformanceExpectation<Promise<R>> {}
  }
}

const { expect, afterAll }: JestGlobals = globalThis as JestGlobals;
if (expect === undefined || afterAll === undefined)
  throw new Error('livechat-conformance/jest is for setupFilesAfterEnv, where expect and afterAll are');
expect.extend({ ...conformanceMatchers });
afterAll(closeSharedMatcher);
