import type { Json } from './json.ts';
import type { OperationId } from './operation.ts';

export type Pair = readonly [name: string, value: string];

/** Bytes of a body: text when they are valid UTF-8, base64 otherwise. */
export type Body = { readonly text: string } | { readonly base64: string };

export interface SentRequest {
  readonly method: string;
  /** Path below the target's base URL, without the query, percent-encoded as sent. */
  readonly path: string;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly body: Body | undefined;
}

/** Where a redirect leads, seen from where the request was sent; `to-plain` gives up TLS, `to-tls` asks for it. */
export const REDIRECTS = ['same-host', 'other-host', 'to-plain', 'to-tls'] as const;
export type Redirect = (typeof REDIRECTS)[number];

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: readonly Pair[];
  readonly body: Body;
  /** Of a redirect that says where to. */
  readonly redirect?: Redirect;
}

/**
 * How far a request got: held back by us, looking for the host, on its way through a proxy, shaking hands over TLS,
 * being sent, waiting for the head of the answer, or for its body. Notifications have a way of their own.
 */
export const FAILURE_PHASES = [
  'pace',
  'connect',
  'proxy',
  'tls',
  'send',
  'response',
  'body',
  'notifications',
] as const;
export type FailurePhase = (typeof FAILURE_PHASES)[number];

/** Why no whole response came: the error's own code, and the phase it happened in. */
export interface TransportFailure {
  readonly code: string;
  readonly phase: FailurePhase;
  readonly message: string;
}

export interface ReceivedNotification {
  readonly channel: string;
  readonly data: Json;
  /** Milliseconds after the request was sent; negative when it came before. */
  readonly afterMs: number;
}

export type NotificationWait =
  | { readonly kind: 'not-awaited' }
  | { readonly kind: 'complete'; readonly afterMs: number }
  | { readonly kind: 'deadline'; readonly deadlineMs: number }
  | { readonly kind: 'failed'; readonly failure: TransportFailure };

/** What happened: one request, its answer, and the ordered notifications that followed. Secrets already replaced. */
export interface Exchange {
  /** Id of the planned exchange. */
  readonly id: string;
  readonly operation: OperationId;
  readonly request: SentRequest;
  readonly result:
    | { readonly kind: 'response'; readonly response: ReceivedResponse }
    | { readonly kind: 'failure'; readonly failure: TransportFailure };
  readonly notifications: readonly ReceivedNotification[];
  readonly notificationWait: NotificationWait;
  readonly timing: { readonly responseMs: number };
}
