import type { Source } from './source.ts';

/** `<vendor>.<verbNoun>`, the vendor being the file name of its spec. */
export type OperationId = string;

export const EFFECTS = [
  'reads',
  'creates',
  'notifies-people',
  'joins-as-person',
  'costs-money',
  'irreversible',
] as const;
/** What calling an operation does in the world. */
export type Effect = (typeof EFFECTS)[number];

/** Why a vendor documents, or ought, to refuse a request. */
export const REFUSAL_CAUSES = [
  'no-credentials',
  'wrong-credentials',
  'no-permission',
  'wrong-state',
  'no-feature',
  'missing-field',
  'wrong-type',
  'undocumented-value',
] as const;
export type RefusalCause = (typeof REFUSAL_CAUSES)[number];

/** Causes that lie in one place of the input. */
export type InputCause = Extract<RefusalCause, 'missing-field' | 'wrong-type' | 'undocumented-value'>;

export function isInputCause(cause: RefusalCause): cause is InputCause {
  return cause === 'missing-field' || cause === 'wrong-type' || cause === 'undocumented-value';
}

/** Something a tenant must have, or something acted on must be, before the operation can succeed. */
export interface Requirement {
  readonly kind: 'permission' | 'feature' | 'state';
  readonly name: string;
  readonly source: Source;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  /** Carries a credential: never sent in the clear to an artefact, removed by credential probes. */
  readonly credential: boolean;
  readonly source: Source;
  /** Where it is said whether the parameter may be left out. */
  readonly presence: Source;
  /** JSON Pointer into the spec of what its value may be; undefined when nothing is documented. */
  readonly schemaPointer: string | undefined;
}

/** A request body property the document requires. */
export interface RequiredField {
  /** JSON Pointer into the request body. */
  readonly pointer: string;
  readonly presence: Source;
}

/** Members of a request body of which one at least has to be there. */
export interface RequiredChoice {
  /** JSON Pointers into the request body. */
  readonly pointers: readonly string[];
  readonly presence: Source;
}

/**
 * A value sent that comes back. `at` is a JSON Pointer into the answer in which `*` stands for every member;
 * `value` is an OpenAPI runtime expression (OAS 3.1, section 4.8.20.4).
 */
export interface Echo {
  readonly at: string;
  readonly relation: 'equals' | 'includes-each' | 'ends-with-segment';
  readonly value: string;
  /** Of the values that may be sent, the only one of which it is said; undefined where it is said of any. */
  readonly when?: string;
  readonly source: Source;
}

/** A tie between a notification and the call it is about. */
export interface Correlation extends Echo {
  /** Where it does not hold, the notification belongs to another call. */
  readonly identifies: boolean;
}

/**
 * Two places of one answer that tell the same fact, or facts that bound each other. A `*` of the other place stands
 * for the same member as the `*` of `at` that is as far from the left.
 */
export type Agreement =
  /** The key of each member of the map `members` equals the value at `at` inside the member. */
  | { readonly kind: 'key'; readonly members: string; readonly at: string; readonly source: Source }
  | { readonly kind: 'value'; readonly at: string; readonly equals: string; readonly source: Source }
  /** The instant at `at` is that at `notBefore` or a later one. */
  | {
      readonly kind: 'order';
      readonly at: string;
      readonly notBefore: string;
      /** `second` where the document shows instants cut at the second. */
      readonly precision: 'exact' | 'second';
      readonly source: Source;
    };

/** A mark of failure in a body, whatever the HTTP status says. */
export interface FailureSign {
  readonly at: string;
  readonly sign:
    | { readonly kind: 'present' }
    | { readonly kind: 'equals'; readonly value: string | number | boolean }
    | { readonly kind: 'differs'; readonly value: string | number | boolean };
  readonly source: Source;
}

export interface DocumentedResponse {
  readonly status: number;
  readonly source: Source;
  readonly contentType: DocumentedContentType | undefined;
  /** JSON Pointer into the spec of the body schema; undefined when no body is documented. */
  readonly schemaPointer: string | undefined;
  /** Which refusals this response answers; empty for a success. */
  readonly refuses: readonly RefusalCause[];
  readonly echoes: readonly Echo[];
  readonly agreements: readonly Agreement[];
}

export interface DocumentedContentType {
  readonly value: string;
  readonly source: Source;
}

/** A later message about an operation, described as an OpenAPI webhook. */
export interface NotificationKind {
  /** Name of the webhook in the spec. */
  readonly name: string;
  readonly title: string;
  readonly schemaPointer: string;
  readonly source: Source;
  /** Values by JSON Pointer that tell this kind from the others. */
  readonly matches: readonly { readonly at: string; readonly equals: string }[];
  readonly correlations: readonly Correlation[];
}

/** One way a notified operation ends. */
export interface NotificationOutcome {
  readonly name: 'success' | 'failure';
  /** Names of notification kinds, in the order the document shows. */
  readonly expects: readonly string[];
  readonly order: Source;
  readonly source: Source;
}

export interface NotificationProtocol {
  readonly endpoint: string;
  readonly channel: string;
  readonly source: Source;
  readonly kinds: readonly NotificationKind[];
  readonly outcomes: readonly NotificationOutcome[];
}

/** A place of the request that names somebody or something of the tenant's. */
export interface Touch {
  /** `path.name`, `query.name`, `header.name` or `body#/pointer`, in which `*` stands for every member of a list. */
  readonly at: string;
  /** What is named there: `case`, `contact`, `agent`, `department`, `recipient`… */
  readonly kind: string;
  readonly source: Source;
}

export interface VersionNote {
  readonly version: string;
  readonly change: string;
  readonly source: Source;
}

/** One documented call, as the spec says it. */
export interface Operation {
  readonly id: OperationId;
  readonly vendor: string;
  readonly title: string;
  readonly method: string;
  /** Path template below the vendor's base URL. */
  readonly path: string;
  readonly pathSource: Source;
  readonly source: Source;
  readonly effects: readonly Effect[];
  readonly requirements: readonly Requirement[];
  readonly touches: readonly Touch[];
  readonly history: readonly VersionNote[];
  readonly parameters: readonly Parameter[];
  readonly requestSchemaPointer: string | undefined;
  readonly responses: readonly DocumentedResponse[];
  readonly failureSigns: readonly FailureSign[];
  readonly notifications: NotificationProtocol | undefined;
}
