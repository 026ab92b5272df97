import type { OperationId } from './operation.ts';
import type { Level, Source } from './source.ts';

/** What a statement of a document is about. */
export const CLAIM_KINDS = [
  'status',
  'content-type',
  'echo',
  'agreement',
  'failure-sign',
  'presence',
  'type',
  'nullability',
  'value',
  'format',
  'pattern',
  'keys',
  'choice',
  'limit',
  'acceptance',
  'accepted-value',
  'requiredness',
  'optionality',
  'notification',
  'outcome',
  'order',
  'correlation',
  'refusal',
  'permission',
  'feature',
  'state',
  'history',
  'effect',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** One testable statement of a document. */
export interface Claim {
  /**
   * `<operation>/<kind>/<place>`, the status before the place where an answer refuses, and in parentheses what
   * tells it from another claim of the same place.
   */
  readonly id: string;
  readonly operation: OperationId;
  readonly kind: ClaimKind;
  /** Pointer of a finding, in which `*` stands for every member; empty when it leaves no trace. */
  readonly place: string;
  /** The statement, one sentence. */
  readonly says: string;
  readonly source: Source;
  readonly level: Level;
  /** JSON Pointer into the spec. */
  readonly specPointer: string;
}

/** What the exchanges of a run show of a claim. */
export type ClaimStanding =
  /** `exchange` is the first one that shows it. */
  | { readonly status: 'confirmed'; readonly exchange: string }
  /** `finding` is the fingerprint of what speaks against it. */
  | { readonly status: 'contradicted'; readonly exchange: string; readonly finding: string }
  | { readonly status: 'not-observed'; readonly reason: string }
  | { readonly status: 'untestable'; readonly reason: string };

export type ClaimStatus = ClaimStanding['status'];

export type WeighedClaim = Claim & ClaimStanding;

/** How many claims of an operation stand how; `total` is their sum. */
export interface ClaimCounts {
  readonly confirmed: number;
  readonly contradicted: number;
  readonly notObserved: number;
  readonly untestable: number;
  readonly total: number;
}

/** Every claim of one operation, and what a run shows of it. */
export interface ClaimLedger {
  readonly counts: ClaimCounts;
  readonly list: readonly WeighedClaim[];
}
