import type { RequestChange } from './request-change.ts';
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
  /** What makes the request of the primary reading one of this reading; undefined where it is the same request. */
  readonly request: RequestPatch | undefined;
  readonly observed: ReadingObservation | undefined;
  readonly admits: ReadingAdmission | undefined;
}

/** How another reading has the request. What is undefined or not listed is as the primary reading has it. */
export interface RequestPatch {
  readonly method: string | undefined;
  /** Path template. */
  readonly path: string | undefined;
  readonly changes: readonly RequestChange[];
}

export type ValueTest =
  | {
      readonly kind: 'type';
      readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object';
    }
  | { readonly kind: 'equals'; readonly value: string | number | boolean }
  | { readonly kind: 'equals-pointer'; readonly pointer: string }
  | { readonly kind: 'present' }
  | { readonly kind: 'absent' };

/** What in a success answer shows that the target follows the reading. */
export interface ReadingObservation {
  /** `response.body#/pointer`, `request.body#/pointer` or `notification.<kind>#/pointer`; `*` allowed. */
  readonly at: string;
  readonly is: ValueTest;
  /** Only after a request that has this value there (`query.name` or `body#/pointer`). */
  readonly when: { readonly at: string; readonly equals: string } | undefined;
}

/** A value of the request that targets on this reading take, or do not. */
export interface ReadingAdmission {
  /** `query.name` or `body#/pointer`. */
  readonly at: string;
  /** What stands there is another value than this one; undefined: nothing stands there, in an object that is there. */
  readonly differs: string | undefined;
  readonly taken: boolean;
}
