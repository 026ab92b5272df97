import type { Contract } from '../model/contract.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';

/** A suite without its functions, as it can be sent to another thread. */
export interface SuiteMatter extends Pick<Suite, 'documents'> {
  readonly specs: readonly Omit<Spec, 'placeOf'>[];
  readonly contracts: readonly Omit<Contract, 'rules'>[];
}

export function matterOf({ documents, specs, contracts }: Suite): SuiteMatter {
  return {
    documents,
    specs: specs.map(({ placeOf: _, ...spec }) => spec),
    contracts: contracts.map(({ rules: _, ...contract }) => contract),
  };
}

/** For whoever neither holds anything against a contract nor tells where something stands in a file. */
export function suiteOf({ documents, specs, contracts }: SuiteMatter): Suite {
  return {
    documents,
    specs: specs.map((spec) => ({ ...spec, placeOf: () => ({ file: spec.file, line: 1, column: 1 }) })),
    contracts: contracts.map((contract) => ({ ...contract, rules: [] })),
  };
}
