// What a mock vendor is to the engine. The engine knows the spec; a vendor knows its own state.
import type { ProviderState } from '../model/interaction.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { InputCause, Operation, RefusalCause } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import type { StateResolution } from '../model/target.ts';
import type { DraftedNotification } from './answer.ts';
import type { Clock } from './clock.ts';
import type { Fault } from './faults/fault.ts';
import type { MockRequest } from './mock-request.ts';
import type { Route } from './router.ts';

/** A routed request of a known caller. */
export interface Call {
  readonly route: Route;
  readonly request: MockRequest;
  /** As the vendor's `identify` named the caller. */
  readonly caller: string;
}

export type Reply =
  | { readonly kind: 'success'; readonly body: Json; readonly notifications?: readonly DraftedNotification[] }
  | { readonly kind: 'problem'; readonly status: number; readonly body: Json };

export type Behaviour = (call: Call) => Reply;

/** Why a request is turned away before any behaviour sees it. */
export type Problem =
  | { readonly kind: Exclude<RefusalCause, InputCause> }
  | { readonly kind: InputCause; readonly property: string }
  | { readonly kind: 'no-route' };

/** One vendor with its state, alive as long as the mock. */
export interface VendorInstance {
  /** By operationId; an operation without behaviour of its own answers as documented. */
  readonly behaviours: Readonly<Record<string, Behaviour>>;
  /** Who presents these credentials (by parameter name, in lower case); undefined when unknown. */
  readonly identify: (credentials: Readonly<Record<string, string>>) => string | undefined;
  /** The caller assumed where a fault lets anyone in. */
  readonly guest: () => string;
  readonly permits: (caller: string, operation: Operation) => boolean;
  /** A plausible body where the document shows none. */
  readonly problemBody: (problem: Problem) => JsonObject;
  readonly establish: (
    states: readonly ProviderState[],
    wanted: Readonly<Record<string, Json>>,
  ) => StateResolution;
}

export interface VendorContext {
  readonly spec: Spec;
  readonly clock: Clock;
  /** Address the vendor is mounted at; known once the mock listens. */
  readonly baseUrl: () => string;
}

export interface MockVendor {
  /** Id of the vendor; equals the file name. */
  readonly vendor: string;
  readonly faults: readonly Fault[];
  readonly create: (context: VendorContext) => VendorInstance;
}
