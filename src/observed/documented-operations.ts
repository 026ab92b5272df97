import { oncePer } from '../model/once-per.ts';
import type { Operation, OperationId } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';

interface DocumentedOperation {
  readonly spec: Spec;
  readonly operation: Operation;
}

/** Every operation of a suite with the spec that documents it, by its id. */
export const documentedOperations: (suite: Suite) => ReadonlyMap<OperationId, DocumentedOperation> = oncePer(
  ({ specs }: Suite) =>
    new Map(
      specs.flatMap((spec) =>
        spec.operations.map((operation) => [operation.id, { spec, operation }] as const),
      ),
    ),
);
