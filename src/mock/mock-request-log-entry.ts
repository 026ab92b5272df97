import type { Pair } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import type { OperationId } from '../model/operation.ts';

/** One request to an operation; Bayeux traffic is not listed. */
export interface MockRequestLogEntry {
  readonly vendor: string;
  /** Undefined when no operation is there. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  /** Below the vendor's base URL. */
  readonly path: string;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly body: Json | undefined;
  /** As drafted, whatever becomes of it on the wire. */
  readonly status: number;
}
