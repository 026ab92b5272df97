// A drafted answer: what behaviours make, what faults change, what is sent last.
import type { Json } from '../model/json.ts';

/** A later message about an operation, for the sessions of the caller. */
export interface DraftedNotification {
  /** Name of the notification kind in the spec. */
  readonly kind: string;
  readonly channel: string;
  readonly data: Json;
  /** Milliseconds to wait before it is told; later ones wait with it. */
  readonly afterMs?: number;
}

/** How the answer goes over the wire. */
export type Delivery =
  | { readonly kind: 'whole'; readonly delayMs: number; readonly form?: WireForm }
  /** The connection is cut instead of an answer. */
  | { readonly kind: 'dropped' }
  /** Nothing is ever sent. */
  | { readonly kind: 'never' }
  /** Fewer bytes than announced, then the connection is cut. */
  | { readonly kind: 'cut' };

/** How a body is packed, under the name that `Content-Encoding` has for it (RFC 9110, section 8.4). */
export interface ContentCoding {
  readonly name: string;
  readonly encode: (bytes: Uint8Array) => Buffer;
}

/** What HTTP lets a server choose of how the same answer looks on the wire. */
export interface WireForm {
  readonly coding?: ContentCoding;
  /** Sent chunked, so many bytes at a time. */
  readonly chunkBytes?: number;
  readonly headerCase?: 'upper';
}

export interface Answer {
  readonly purpose: 'success' | 'refusal' | 'problem';
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
  /** Sent instead of `body` when present. */
  readonly text: string | undefined;
  readonly notifications: readonly DraftedNotification[];
  readonly delivery: Delivery;
}

export function draftAnswer(purpose: Answer['purpose'], status: number, body: Json | undefined): Answer {
  return {
    purpose,
    status,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body,
    text: undefined,
    notifications: [],
    delivery: { kind: 'whole', delayMs: 0 },
  };
}

/** The bytes of the body, before any cut. */
export function answerText(answer: Answer): string {
  if (answer.text !== undefined) return answer.text;
  return answer.body === undefined ? '' : JSON.stringify(answer.body);
}
