import type { FaultEffect } from '../src/mock/faults/fault.ts';
import type { ClaimKind } from '../src/model/claim.ts';
import type { Level } from '../src/model/source.ts';

/** A single change to what the mock answers that a documented claim forbids. */
export interface Mutant {
  /** `<claim>/<operator>`. */
  readonly id: string;
  readonly operation: string;
  /** The planned exchanges whose answers are changed; those that show the claim. */
  readonly exchanges: readonly string[];
  readonly claim: string;
  readonly kind: ClaimKind;
  readonly level: Level;
  readonly operator: string;
  readonly effect: FaultEffect;
  /** Finding pointers, `*` for every member, of which one must be named. */
  readonly places: readonly string[];
  /**
   * What must be told: the place alone, or also that it is this very claim that does not hold, where other claims of
   * the same place could be meant.
   */
  readonly mustTell: 'place' | 'claim';
}

/** An answer changed in a way no document forbids. */
export interface BenignVariant {
  /** `<exchange>/<name>`. */
  readonly id: string;
  readonly name: string;
  readonly operation: string;
  readonly exchange: string;
  readonly effect: FaultEffect;
}
