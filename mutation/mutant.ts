import type { FaultEffect } from '../src/mock/faults/fault.ts';
import type { Level } from '../src/model/source.ts';

/** One answer of the mock, changed in a single way that a documented claim forbids. */
export interface Mutant {
  /** `<claim>/<operator>`. */
  readonly id: string;
  readonly operation: string;
  /** The planned exchange whose answer is changed. */
  readonly exchange: string;
  readonly claim: string;
  readonly kind: string;
  readonly level: Level;
  readonly operator: string;
  readonly effect: FaultEffect;
  /** Finding pointers, `*` for every member, of which one must be named. */
  readonly places: readonly string[];
}

/** An answer changed in a way no document forbids. */
export interface BenignVariant {
  readonly id: string;
  readonly operation: string;
  readonly exchange: string;
  readonly effect: FaultEffect;
}
