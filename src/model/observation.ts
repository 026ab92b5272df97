import type { Json } from './json.ts';
import type { JsonType } from './json-pointer.ts';

/** How much was observed of one operation. */
export interface ObservedCounts {
  readonly exchanges: number;
  /** How many of them are what the interaction of a contract describes. */
  readonly described: number;
  /** How many of those were held against the contract; the others were left out, as Pact takes its time. */
  readonly heldAgainstContract: number;
}

/** What observed exchanges have shown of one field. */
export interface FieldSeen {
  /** Pointer as in findings; `*` stands for every member of a list, and of a map with ids for keys. */
  readonly at: string;
  /** How many objects or lists could have held it. */
  readonly of: number;
  readonly present: number;
  /** How often each JSON type was seen; they add up to `present`. */
  readonly types: Readonly<Partial<Record<JsonType, number>>>;
  /** Of a field with a closed set of values; empty otherwise, since values may be somebody's. */
  readonly values: readonly { readonly value: Json; readonly times: number }[];
}

/** Observed requests of no documented operation. */
export interface UnmatchedRequests {
  readonly method: string;
  readonly path: string;
  readonly reason: string;
  readonly times: number;
  /** Where the first of them stands. */
  readonly at: string;
}

/** A part of a recording that could not be read. */
export interface UnreadEntry {
  /** File with line, byte or number of the entry. */
  readonly at: string;
  readonly reason: string;
}

/** What was looked at where nothing was sent. */
export interface ReportedObservation {
  readonly exchanges: number;
  readonly matched: number;
  /** The most frequent first; `unmatchedTotal` counts the exchanges, those of kinds that are not listed as well. */
  readonly unmatched: readonly UnmatchedRequests[];
  readonly unmatchedTotal: number;
  /** Of operations that were not asked for. */
  readonly leftOut: number;
  readonly unread: readonly UnreadEntry[];
  readonly unreadTotal: number;
}
