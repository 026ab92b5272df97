import type { Contract } from './contract.ts';
import type { BroughtCheck } from './own-check.ts';
import type { Spec, VendorDocument } from './spec.ts';

/** Everything that is documented and relied on, loaded, validated and frozen. */
export interface Suite {
  readonly specs: readonly Spec[];
  readonly documents: readonly VendorDocument[];
  readonly contracts: readonly Contract[];
  /** Of the user's own, beside those of this package; absent where none were brought. */
  readonly checks?: readonly BroughtCheck[];
}
