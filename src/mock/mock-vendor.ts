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
import type { Route, SelectedReadings } from './router.ts';

/** A routed request of a known caller. */
export interface Call {
  readonly route: Route;
  readonly request: MockRequest;
  /** As the vendor's `identify` named the caller. */
  readonly caller: string;
  /** What a fault has the vendor not refuse. */
  readonly letsThrough: ReadonlySet<RefusalCause>;
}

export type Reply =
  | { readonly kind: 'success'; readonly body: Json; readonly notifications?: readonly DraftedNotification[] }
  | { readonly kind: 'problem'; readonly status: number; readonly body: Json };

export type Behaviour = (call: Call) => Reply;

/** Why a request is turned away before any behaviour sees it; features and the state of things only behaviours know. */
export type Problem =
  | { readonly kind: Exclude<RefusalCause, InputCause | 'wrong-state' | 'no-feature'> }
  | { readonly kind: 'missing-field'; readonly property: string }
  | {
      readonly kind: Exclude<InputCause, 'missing-field'>;
      readonly property: string;
      /** What would fit: `type boolean`, `one of ["a","b"]`. */
      readonly expected: string;
    }
  | { readonly kind: 'no-route' };

/** A request to a sibling. */
export interface SiblingCall {
  readonly request: MockRequest;
  /** Decoded values of the path's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  /** As the vendor's `identify` named the caller; undefined where anybody may call. */
  readonly caller: string | undefined;
}

/** A call beside the documented ones. */
export interface Sibling {
  readonly method: string;
  /** Path template below the vendor's base URL. */
  readonly path: string;
  /** Of a path that others share: whether the request is one of these. */
  readonly takes?: (request: MockRequest) => boolean;
  /** True where nobody has to be signed in. */
  readonly open?: boolean;
  readonly answer: (call: SiblingCall) => Reply;
}

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
  /** What the vendor offers besides the documented operations; nothing where it is undefined. */
  readonly siblings?: readonly Sibling[];
  /** Ids of what is there, by kind of thing. */
  readonly holdings?: () => Readonly<Record<string, readonly string[]>>;
}

export interface VendorContext {
  readonly spec: Spec;
  readonly clock: Clock;
  /** Address the vendor is mounted at; known once the mock listens. */
  readonly baseUrl: () => string;
  /** For what a reading changes in more than one place of an answer. */
  readonly readings: SelectedReadings;
  /** Names of the ways in which the siblings are to misbehave. */
  readonly troubles: ReadonlySet<string>;
}

export interface MockVendor {
  /** Id of the vendor; equals the file name. */
  readonly vendor: string;
  readonly faults: readonly Fault[];
  /** Ways for siblings to misbehave, by name: `<vendor>.<what>`; no judge sees them. */
  readonly troubles?: Readonly<Record<string, string>>;
  readonly create: (context: VendorContext) => VendorInstance;
}
