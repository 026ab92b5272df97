import type { Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';

/** An operation with its place in the spec. */
export interface ClaimSubject {
  readonly spec: Spec;
  readonly operation: Operation;
  /** JSON Pointer into the spec. */
  readonly pointer: string;
}
