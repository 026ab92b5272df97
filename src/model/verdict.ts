import type { OperationId } from './operation.ts';

export type Verdict = 'conformant' | 'deviating' | 'nonconformant' | 'unproven';

/** A finding that keeps the gate shut. */
export interface GateFinding {
  readonly operation: OperationId;
  readonly fingerprint: string;
  readonly detail: string;
}
