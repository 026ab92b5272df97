// A drafted answer: what behaviours make, what faults change, what is sent last.
import type { Json } from '../model/json.ts';

/** A later message about an operation, for the sessions of the caller. */
export interface DraftedNotification {
  /** Name of the notification kind in the spec. */
  readonly kind: string;
  readonly channel: string;
  readonly data: Json;
}

/** How the answer goes over the wire. */
export type Delivery =
  | { readonly kind: 'whole'; readonly delayMs: number }
  /** The connection is cut instead of an answer. */
  | { readonly kind: 'dropped' }
  /** Nothing is ever sent. */
  | { readonly kind: 'never' }
  /** Fewer bytes than announced, then the connection is cut. */
  | { readonly kind: 'cut' };

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
