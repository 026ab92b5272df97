import type { OperationId } from './operation.ts';

/** What a run in a live tenant set out to do, on disk before its first request. */
export interface RunRecord {
  readonly version: 1;
  readonly run: string;
  readonly startedAt: string;
  readonly planHash: string;
  /** Name of the tenant. */
  readonly tenant: string;
  readonly operations: readonly OperationId[];
  /** By vendor: a mark that tells its address from others without telling it. */
  readonly addresses: Readonly<Record<string, string>>;
}
