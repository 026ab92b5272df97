import type { Source } from './source.ts';

/** A contradiction inside the documents that touches the wire, with the ways it can be read. */
export interface Ambiguity {
  /** `vendor.aspect`, unique over all vendors. */
  readonly id: string;
  readonly title: string;
  readonly operations: readonly string[];
  readonly conflict: readonly { readonly source: Source; readonly says: string }[];
  readonly readings: readonly Reading[];
  /** Why the primary reading is the primary one. */
  readonly because: string;
  /** In words: what tells the readings apart. */
  readonly toldApartBy: string;
  /** Places of a request (`query.name`, `body#/pointer`) whose documented input hangs on the reading. */
  readonly input: readonly string[];
}

export interface Reading {
  readonly id: string;
  readonly says: string;
  readonly primary: boolean;
  /** Path template to use instead of the one in the spec. */
  readonly path: string | undefined;
  readonly observed: ReadingObservation | undefined;
}

/** What in a success answer shows that the target follows the reading. */
export interface ReadingObservation {
  /** `response.body#/pointer`, `request.body#/pointer` or `notification.<kind>#/pointer`; `*` allowed. */
  readonly at: string;
  readonly is:
    | {
        readonly kind: 'type';
        readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object';
      }
    | { readonly kind: 'equals'; readonly value: string | number | boolean }
    | { readonly kind: 'equals-pointer'; readonly pointer: string }
    | { readonly kind: 'present' }
    | { readonly kind: 'absent' };
}
