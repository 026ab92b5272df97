import type { Claim } from '../model/claim.ts';
import type { Json } from '../model/json.ts';
import type {
  Agreement,
  Correlation,
  DocumentedResponse,
  Echo,
  Effect,
  FailureSign,
  NotificationKind,
  NotificationOutcome,
  RefusalCause,
  VersionNote,
} from '../model/operation.ts';
import type { SchemaStatement } from './schema-statement.ts';

/** Whose schema a statement is of. */
export type Described =
  | { readonly part: 'response'; readonly response: DocumentedResponse }
  | { readonly part: 'notification'; readonly notification: NotificationKind };

/** Where in a request something stands. */
export type RequestSite =
  | { readonly in: 'body'; readonly pointer: string }
  | {
      readonly in: 'path' | 'query' | 'header';
      readonly name: string;
      readonly schemaPointer: string | undefined;
    };

/** What of a value the document lets one send, or that it may be left out. */
export type Taken =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'form'; readonly statement: SchemaStatement };

/** What is sent to be refused without a claim of its own for what is wanting. */
export type ProbedCause = Extract<
  RefusalCause,
  'no-credentials' | 'wrong-credentials' | 'wrong-type' | 'undocumented-value'
>;

/** The facts of a claim: what it says is worded from them, and what exchanges show of it is found by them. */
export type ClaimBasis =
  | {
      readonly kind: 'status';
      readonly response: DocumentedResponse;
      readonly cause: RefusalCause | undefined;
    }
  | { readonly kind: 'content-type'; readonly response: DocumentedResponse; readonly value: string }
  | {
      readonly kind: 'schema';
      readonly described: Described;
      readonly schemaPointer: string;
      readonly statement: SchemaStatement;
    }
  | { readonly kind: 'echo'; readonly response: DocumentedResponse; readonly echo: Echo }
  | { readonly kind: 'agreement'; readonly response: DocumentedResponse; readonly agreement: Agreement }
  | { readonly kind: 'failure-sign'; readonly sign: FailureSign }
  | { readonly kind: 'acceptance'; readonly site: RequestSite; readonly taken: Taken }
  | {
      readonly kind: 'required-field';
      readonly schemaPointer: string;
      readonly statement: SchemaStatement;
    }
  | {
      readonly kind: 'required-parameter';
      readonly in: 'path' | 'query' | 'header';
      readonly name: string;
      /** Names of the other credentials, when this is one; undefined when it is none. */
      readonly credentials: readonly string[] | undefined;
    }
  | { readonly kind: 'notification'; readonly notification: NotificationKind }
  | { readonly kind: 'outcome'; readonly outcome: NotificationOutcome }
  | { readonly kind: 'order'; readonly outcome: NotificationOutcome }
  | {
      readonly kind: 'correlation';
      readonly notification: NotificationKind;
      readonly correlation: Correlation;
    }
  | { readonly kind: 'refusal'; readonly cause: ProbedCause }
  | { readonly kind: 'permission'; readonly name: string }
  | { readonly kind: 'feature'; readonly name: string }
  | { readonly kind: 'state'; readonly name: string }
  | { readonly kind: 'history'; readonly note: VersionNote }
  | { readonly kind: 'effect'; readonly effect: Effect };

/** A claim with what it is tested by. */
export interface TestableClaim {
  readonly claim: Claim;
  readonly basis: ClaimBasis;
}
