// What each named fault has to lead to, written from the vendor documents: the faulty place, and the lines about it.
import { expectedOfAcquire } from './expected-of-acquire.ts';
import { expectedOfAny } from './expected-of-any.ts';
import { expectedOfGenesys } from './expected-of-genesys.ts';
import { expectedOfRocketChat } from './expected-of-rocketchat.ts';

/** A passage of a vendor document; a finding has to cite lines within it. */
export interface Passage {
  readonly document: string;
  readonly from: number;
  readonly to: number;
}

export interface ExpectedFinding {
  readonly operation: string;
  /** Pointer of the finding, in which `*` stands for every member. */
  readonly pointer: string;
  readonly passage: Passage;
}

export type Expectation =
  | { readonly kind: 'found'; readonly findings: readonly ExpectedFinding[] }
  /** Against what is only shown, in a field that no contract reads: deviating, which the gate `must` lets pass. */
  | { readonly kind: 'deviating'; readonly findings: readonly ExpectedFinding[] }
  /** Worth telling, but no document says that it must not be. */
  | { readonly kind: 'noted'; readonly findings: readonly ExpectedFinding[] }
  /** Right after another reading of the documents: nothing is found, and the report says why. */
  | { readonly kind: 'tolerated'; readonly says: RegExp }
  /** Nothing can be said of the vendor, and the report says what happened. */
  | { readonly kind: 'unproven'; readonly says: RegExp };

export type FoundExpectation = Extract<Expectation, { readonly kind: 'found' }>;

export const expectedFindings: Readonly<Record<string, Expectation>> = {
  ...expectedOfAny,
  ...expectedOfAcquire,
  ...expectedOfGenesys,
  ...expectedOfRocketChat,
};
