import type { Fault } from '../src/mock/faults/fault.ts';
import type { Check } from '../src/model/check.ts';
import type { Blame } from '../src/model/finding.ts';
import type { OperationId } from '../src/model/operation.ts';
import type { Suite } from '../src/model/suite.ts';

/** One fault of a known kind, and the operation it is planted in. */
export interface Plant {
  readonly kind: Blame;
  readonly name: string;
  readonly operation: OperationId;
  readonly seeds: Seeds;
}

/** What is changed; all else is as in any run on the mock. */
export interface Seeds {
  /** Names from `listFaults` and `listLiberties`. */
  readonly faults?: readonly string[];
  readonly misbehaviours?: readonly Fault[];
  /** Opens somewhere else to send the requests to. */
  readonly address?: () => Promise<Address>;
  /** Values of provider states by name, instead of those the mock gives. */
  readonly values?: Readonly<Record<string, string>>;
  /** What is judged by, instead of the suite of the repository. */
  readonly suite?: (suite: Suite) => Suite;
  readonly check?: Check;
  /** Only what a contract describes is sent: each request waits for its deadline. */
  readonly isSlow?: true;
}

export interface Address {
  readonly baseUrl: string;
  close(): void;
}

/** Rows of one kind: name, operation, seeds. */
export function plantsOf(
  kind: Blame,
  rows: readonly (readonly [name: string, operation: OperationId, seeds: Seeds])[],
): readonly Plant[] {
  return rows.map(([name, operation, seeds]) => ({ kind, name, operation, seeds }));
}

/** Named faults of the mock; `any.` ones are said of which operation. */
export function faultPlants(
  kind: Blame,
  rows: readonly (readonly [fault: string, operation: OperationId])[],
): readonly Plant[] {
  return plantsOf(
    kind,
    rows.map(([fault, operation]) => [fault, operation, { faults: [fault] }]),
  );
}
