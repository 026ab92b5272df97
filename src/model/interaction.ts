import type { FilePlace } from './file-place.ts';
import type { Json, JsonObject } from './json.ts';
import type { InputCause, OperationId, RefusalCause } from './operation.ts';
import type { Source } from './source.ts';

/** A named precondition, as Pact knows it. */
export interface ProviderState {
  readonly name: string;
  readonly params: JsonObject;
}

/** What the sender of a request means to provoke. */
export type Intent =
  | {
      readonly kind: 'accepted';
      readonly outcome: 'success' | 'failure';
      /** What makes the request another one than the contract's, when it was derived from the document. */
      readonly variant?: VariantPoint;
    }
  | {
      readonly kind: 'refused';
      readonly cause: Exclude<RefusalCause, InputCause>;
      /** The one credential that is missing or wrong, where several are needed. */
      readonly header?: string;
    }
  | {
      readonly kind: 'refused';
      readonly cause: InputCause;
      /** `body#/pointer`, `query.name` or `header.name`. */
      readonly field: string;
      /** Where the document says what is needed there, when the request was derived from that. */
      readonly reason?: Source;
    };

/** The one place where a variant differs, and what allows it to. */
export interface VariantPoint {
  /** `body#/pointer` or `query.name`. */
  readonly field: string;
  readonly source: Source;
  /** The ambiguity under which the document can be read not to allow it. */
  readonly disputed?: string;
  /** The reading of that ambiguity in whose form the whole request is sent. */
  readonly reading?: string;
}

/** How a value of a provider state is put in: as it is, or bent to another form that is documented as well. */
export type ValueForm = 'text' | 'integer' | 'first-member';

/** A value of the request that a provider state must supply. */
export interface StateInjection {
  /** Where: `path`, `query.name`, `header.name` or `body#/pointer`. */
  readonly at: string;
  /** Pact expression, for example `${caseId}` or `Bearer ${apiKey}`. */
  readonly expression: string;
  readonly example: Json;
  readonly form?: ValueForm;
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
  /** Where it stands in the pact file; absent where that is no file. */
  readonly location?: FilePlace;
  /** Set where it stands in a pact file of the user's own. */
  readonly brought?: BroughtInteraction;
}

/** What is peculiar to an interaction of somebody else's: its answer is relied on as it stands, whoever documents it. */
export interface BroughtInteraction {
  /** The file or address. */
  readonly from: string;
  /** Why it cannot be sent. */
  readonly obstacle?: string;
  /** Places `body#/pointer` of the expected answer at which what was sent is expected back. */
  readonly returned: readonly StateInjection[];
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
