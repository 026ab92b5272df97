import type { OperationId } from '../model/operation.ts';
import type { CountedCase } from './counted-case.ts';
import type { PlaceFields } from './operation-fields.ts';

/** What exchanges on end of a recording come to, before it is known which of them are kept: plain data. */
export interface CountedStretch {
  /** Of each exchange, in their order, its number in `told`. */
  readonly exchanges: Uint32Array;
  /** Without repetition: most exchanges come to the same as another. */
  readonly told: readonly CountedExchange[];
  /** Of those that are counted. */
  readonly fields: readonly (readonly [OperationId, PlaceFields])[];
}

export type CountedExchange =
  | {
      readonly kind: 'counted';
      readonly operation: OperationId;
      readonly cases: readonly CountedCase[];
      /** Numbers of the interactions of contracts that it may be held against, among those of the operation. */
      readonly interactions: readonly number[];
    }
  /** `path` without what looks like an id. */
  | { readonly kind: 'unmatched'; readonly method: string; readonly path: string; readonly reason: string }
  /** Of an operation that was not asked for. */
  | { readonly kind: 'left-out' }
  /** It takes more than itself to judge it, or nobody could. */
  | { readonly kind: 'whole' };
