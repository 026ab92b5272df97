import type { Exchange } from './exchange.ts';
import type { ProviderState } from './interaction.ts';
import type { Json } from './json.ts';
import type { Operation } from './operation.ts';
import type { PlannedExchange } from './plan.ts';

/** Provider states to be made true for one exchange, and the values its request needs from them. */
export interface StateRequest {
  readonly vendor: string;
  readonly states: readonly ProviderState[];
  /** Name of each value with the contract's example of it. */
  readonly wanted: Readonly<Record<string, Json>>;
}

export type StateResolution =
  | { readonly kind: 'established'; readonly values: Readonly<Record<string, Json>> }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** What came of one planned exchange. */
export interface Obtained {
  readonly exchange: Exchange;
  /** The reading of the documents that was followed when it is not the primary one. */
  readonly reading: { readonly ambiguity: string; readonly reading: string } | undefined;
  /** What was sent before it after other readings and refused as a wrong route. */
  readonly superseded: readonly Exchange[];
}

/** Where exchanges come from. */
export interface Target {
  readonly kind: string;
  readonly name: string;
  readonly faults: readonly string[];
  establish(request: StateRequest): Promise<StateResolution>;
  obtain(planned: PlannedExchange, operation: Operation): Promise<Obtained>;
  close(): Promise<void>;
}
