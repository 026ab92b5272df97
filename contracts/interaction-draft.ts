import type { Intent } from '../src/model/interaction.ts';
import type { Citation } from './citation.ts';
import type {
  Headers,
  NotificationTypes,
  OperationTypes,
  Query,
  RefusalStatus,
  RequestBody,
  ResponseBody,
  Status,
  SuccessStatus,
} from './documented.ts';
import type { Matched, Partially, Template } from './template.ts';

export interface StateDraft {
  readonly name: string;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
}

interface DraftBasis {
  /** Unique within the vendor: Pact lets a second interaction of that name replace the first. */
  readonly description: string;
  readonly states: readonly StateDraft[];
  readonly sources: readonly Citation[];
}

interface RequestBasis {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string | Matched<string>;
}

/** A part of a request that has to be there, unless none is documented. */
type Needed<Name extends string, T> = [T] extends [never]
  ? { readonly [Key in Name]?: never }
  : { readonly [Key in Name]: Template<T> };

/** A request with all that is documented as required. */
export type WholeRequest<O extends OperationTypes> = RequestBasis &
  Needed<'headers', Headers<O>> &
  Needed<'body', RequestBody<O>> & { readonly query?: Template<Query<O>> };

/** A request that lacks something on purpose. */
export interface LackingRequest<O extends OperationTypes> extends RequestBasis {
  readonly query?: Template<Partially<Query<O>>>;
  readonly headers?: Template<Partially<Headers<O>>>;
  readonly body?: Template<Partially<RequestBody<O>>>;
}

/** A status, and of its body what the consumer reads. */
export type ResponseDraft<O extends OperationTypes, S extends Status<O>> =
  S extends Status<O>
    ? { readonly status: S; readonly body?: Template<Partially<ResponseBody<O, S>>> }
    : never;

/** A message that follows an accepted request, as far as the consumer reads it. */
export type NotificationDraft<N extends NotificationTypes> = {
  [Name in keyof N & string]: DraftBasis & {
    readonly notification: Name;
    readonly content: Template<Partially<N[Name]>>;
  };
}[keyof N & string];

export interface AcceptedDraft<O extends OperationTypes, N extends NotificationTypes> extends DraftBasis {
  readonly intent: Extract<Intent, { kind: 'accepted' }>;
  readonly request: WholeRequest<O>;
  readonly response: ResponseDraft<O, SuccessStatus<O>>;
  readonly notifications?: readonly NotificationDraft<N>[];
}

/** Where no document shows how: with some 4xx, or with an error under another status. */
export const ANY_REFUSAL = 'any refusal';

export interface RefusedDraft<O extends OperationTypes> extends DraftBasis {
  readonly intent: Extract<Intent, { kind: 'refused' }>;
  readonly request: LackingRequest<O>;
  readonly response: [RefusalStatus<O>] extends [never]
    ? typeof ANY_REFUSAL
    : ResponseDraft<O, RefusalStatus<O>>;
}

export type InteractionDraft<O extends OperationTypes, N extends NotificationTypes> =
  | AcceptedDraft<O, N>
  | RefusedDraft<O>;

/** A notification draft whose documented types have done their work. */
export interface DescribedNotification extends DraftBasis {
  readonly notification: string;
  readonly content: unknown;
}

/** An interaction draft whose documented types have done their work. */
export interface DescribedInteraction extends DraftBasis {
  readonly intent: Intent;
  readonly request: RequestBasis & {
    readonly query?: unknown;
    readonly headers?: unknown;
    readonly body?: unknown;
  };
  readonly response: { readonly status: number; readonly body?: unknown } | typeof ANY_REFUSAL;
  readonly notifications?: readonly DescribedNotification[];
}
