import type { Json } from './json.ts';
import type { UnreadEntry } from './observation.ts';
import type { ObservedExchange } from './observed.ts';
import type { UnplannedExchange } from './plan.ts';

/** A notification that passed by, of nobody knows which call. */
export interface HeardMessage {
  readonly channel: string;
  readonly data: Json;
}

/** A client listened for notifications, and heard these. */
export interface Listened {
  readonly kind: 'listened';
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Who has two sessions hears everything twice. */
  readonly session: string;
  readonly messages: readonly HeardMessage[];
}

/** What a recording holds, in the order of the file. */
export type RecordedItem =
  | { readonly kind: 'exchange'; readonly observed: ObservedExchange }
  | Listened
  /** What a run of ours had planned and could not send. */
  | { readonly kind: 'unsent'; readonly slot: UnplannedExchange }
  | { readonly kind: 'unread'; readonly entry: UnreadEntry };
