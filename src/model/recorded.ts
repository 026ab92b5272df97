import type { Json } from './json.ts';
import type { UnreadEntry } from './observation.ts';
import type { ObservedExchange } from './observed.ts';
import type { PackedTexts } from './packed-texts.ts';
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

/** A promise only where there is something to wait for: most entries are read at once, and to wait takes longer. */
export type ReadItems = readonly RecordedItem[] | Promise<readonly RecordedItem[]>;

/** What an entry of a recording has to be read by, besides itself. */
export type EntryForm =
  | {
      readonly kind: 'har';
      /** Is the recorder known to write down every header? */
      readonly keepsCredentials: boolean;
    }
  | { readonly kind: 'line' };

/** Entries of a recording on end, still as text; at least one. */
export interface RecordedStretch {
  /** Undefined where they cannot be read one by one. */
  readonly form: EntryForm | undefined;
  readonly texts: PackedTexts;
  /** One after the other. */
  readonly read: (entry: number) => ReadItems;
}
