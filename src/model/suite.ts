import type { Contract } from './contract.ts';
import type { Spec, VendorDocument } from './spec.ts';

/** Everything that is documented and relied on, loaded, validated and frozen. */
export interface Suite {
  readonly specs: readonly Spec[];
  readonly documents: readonly VendorDocument[];
  readonly contracts: readonly Contract[];
}
