import type { PactMatcher } from '../judges/contract/pact-matcher.ts';
import type { Check } from '../model/check.ts';
import type { Suite } from '../model/suite.ts';
import type { Masker } from '../privacy/masker.ts';
import type { BaseUrls } from './match-operation.ts';

/** What observed exchanges are judged by. */
export interface ObservationGround {
  readonly suite: Suite;
  readonly checks: readonly Check[];
  /** Without one nothing is held against a contract. */
  readonly matcher: PactMatcher | undefined;
  /** Keeps secrets and people out of all that is kept and shown. */
  readonly masker: Masker;
  /** By vendor the only address below which its operations are looked for. */
  readonly baseUrls?: BaseUrls;
}
