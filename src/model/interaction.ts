import type { Json, JsonObject } from './json.ts';
import type { OperationId, RefusalCause } from './operation.ts';
import type { Source } from './source.ts';

/** A named precondition, as Pact knows it. */
export interface ProviderState {
  readonly name: string;
  readonly params: JsonObject;
}

/** What the sender of a request means to provoke. */
export type Intent =
  | { readonly kind: 'accepted'; readonly outcome: 'success' | 'failure' }
  | { readonly kind: 'refused'; readonly cause: Exclude<RefusalCause, 'missing-field'> }
  | {
      readonly kind: 'refused';
      readonly cause: 'missing-field';
      /** `body#/pointer`, `query.name` or `header.name`. */
      readonly field: string;
      /** Where the document says that it is needed, when the request was derived from that. */
      readonly reason?: Source;
    };

/** A value of the request that a provider state must supply. */
export interface StateInjection {
  /** Where: `path`, `query.name`, `header.name` or `body#/pointer`. */
  readonly at: string;
  /** Pact expression, for example `${caseId}` or `Bearer ${apiKey}`. */
  readonly expression: string;
  readonly example: Json;
}

/** A request as the contract describes it, before state values are injected. */
export interface InteractionRequest {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Json | undefined;
  readonly injections: readonly StateInjection[];
}

export interface HttpInteraction {
  readonly kind: 'http';
  /** Slug of the description, unique within its operation. */
  readonly id: string;
  readonly consumer: string;
  readonly vendor: string;
  readonly operation: OperationId;
  readonly description: string;
  readonly intent: Intent;
  readonly states: readonly ProviderState[];
  readonly request: InteractionRequest;
  readonly notifications: readonly MessageInteraction[];
  /** The interaction exactly as it stands in the pact file. */
  readonly pact: JsonObject;
  readonly sources: readonly Source[];
}

export interface MessageInteraction {
  readonly kind: 'message';
  readonly id: string;
  readonly description: string;
  /** Name of the notification kind in the spec. */
  readonly notification: string;
  readonly pact: JsonObject;
  readonly sources: readonly Source[];
}
