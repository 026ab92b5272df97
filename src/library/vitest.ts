// Importing this adds `toConformTo` to Vitest's expect; name it in `setupFiles`.
import { afterAll, expect } from 'vitest';
import { conformanceMatchers } from './conformance-matchers.ts';
import type { ConformanceExpectation } from './matcher-types.ts';
import { closeSharedMatcher } from './shared-matcher.ts';

declare module 'vitest' {
  interface Matchers<T> extends ConformanceExpectation {}
}

expect.extend({ ...conformanceMatchers });
afterAll(closeSharedMatcher);
