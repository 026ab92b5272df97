import type { Pair } from './exchange.ts';
import type { Intent, ProviderState } from './interaction.ts';
import type { Json } from './json.ts';
import type { Effect, OperationId } from './operation.ts';

/** Where a planned request comes from. */
export type Origin =
  | { readonly kind: 'contract'; readonly consumer: string; readonly interaction: string }
  /** Derived from the spec by changing one thing of the named interaction's request; documented as well. */
  | { readonly kind: 'variant'; readonly basedOn: string }
  /** Derived likewise, and no longer as documented. */
  | { readonly kind: 'probe'; readonly basedOn: string }
  /** Not ours: it was seen, and no contract describes it. */
  | { readonly kind: 'observed' };

/** A request ready to be sent. */
export interface OutgoingRequest {
  readonly method: string;
  readonly path: string;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly body: string | undefined;
}

/** Which refusal of the primary request gives reason to try another reading: one that speaks of what differs. */
export type ReadingDoubt = 'route' | 'credentials' | 'form';

/** The same request as another reading of the documents has it; sent only when the primary one is refused for that. */
export interface Alternative {
  readonly ambiguity: string;
  readonly reading: string;
  readonly after: ReadingDoubt;
  readonly pathTemplate: string;
  readonly request: OutgoingRequest;
  /** What the request means in the words of the primary reading, which all judges go by. */
  readonly meant: OutgoingRequest;
}

/** Another reading of the documents that is not tried, and why. */
export interface UntriedReading extends Pick<Alternative, 'ambiguity' | 'reading'> {
  readonly reason: string;
}

/** A secret and what stands for it wherever something is written. */
export interface Mask {
  readonly secret: string;
  readonly shown: string;
}

interface Slot {
  /** `<operation>/<slug>`, unique within the plan. */
  readonly id: string;
  readonly vendor: string;
  readonly operation: OperationId;
  readonly title: string;
  readonly origin: Origin;
  readonly intent: Intent;
}

export interface PlannedExchange extends Slot {
  readonly kind: 'planned';
  readonly effects: readonly Effect[];
  /** What an acceptance would leave behind where a refusal is meant; null where it would leave nothing. */
  readonly risk: string | null;
  readonly states: readonly ProviderState[];
  readonly request: OutgoingRequest;
  readonly alternatives: readonly Alternative[];
  /** Other readings that would be tried if the target allowed it. */
  readonly untried?: readonly UntriedReading[];
  readonly masks: readonly Mask[];
  /** State values as injected, secrets already replaced: what Pact's replay is told. */
  readonly stateValues: Readonly<Record<string, Json>>;
}

/** A request that cannot be sent, and why. */
export interface UnplannedExchange extends Slot {
  readonly kind: 'unplanned';
  readonly reason: string;
}

export interface Plan {
  readonly target: string;
  /** In the order they are sent. */
  readonly exchanges: readonly (PlannedExchange | UnplannedExchange)[];
  /** SHA-256 over what will be sent and in which order. */
  readonly hash: string;
}
