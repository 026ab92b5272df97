import type { Pair } from './exchange.ts';
import type { Intent, ProviderState } from './interaction.ts';
import type { Json } from './json.ts';
import type { Effect, OperationId } from './operation.ts';

/** Where a planned request comes from. */
export type Origin =
  | { readonly kind: 'contract'; readonly consumer: string; readonly interaction: string }
  /** Derived from the spec by changing one thing of the named interaction's request. */
  | { readonly kind: 'probe'; readonly basedOn: string };

/** A request ready to be sent. */
export interface OutgoingRequest {
  readonly method: string;
  readonly path: string;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly body: string | undefined;
}

/** Sent only when the planned exchange it stands in for was refused as a wrong route. */
export interface Alternative {
  readonly insteadOf: string;
  readonly ambiguity: string;
  readonly reading: string;
}

export interface PlannedExchange {
  /** `<operation>/<slug>`, unique within the plan. */
  readonly id: string;
  readonly vendor: string;
  readonly operation: OperationId;
  readonly title: string;
  readonly origin: Origin;
  readonly intent: Intent;
  readonly effects: readonly Effect[];
  readonly states: readonly ProviderState[];
  readonly alternative: Alternative | undefined;
  readonly request: OutgoingRequest;
  /** State values as injected, for Pact's own replay; secrets replaced by their masks. */
  readonly stateValues: Readonly<Record<string, Json>>;
}

/** A planned exchange that cannot be sent, and why. */
export interface NotPlanned {
  readonly id: string;
  readonly vendor: string;
  readonly operation: OperationId;
  readonly title: string;
  readonly origin: Origin;
  readonly intent: Intent;
  readonly reason: string;
}

export interface Plan {
  readonly target: string;
  readonly exchanges: readonly PlannedExchange[];
  readonly notPlanned: readonly NotPlanned[];
  /** SHA-256 over what will be sent and in which order. */
  readonly hash: string;
}
