import type { Json } from './json.ts';
import type { JsonType } from './json-pointer.ts';
import type { Source } from './source.ts';

/** A place of a request that the document speaks of, whether a given request fills it or not. */
export interface InputField {
  /** `query.name` or `body#/pointer`; of a list of objects, the fields of the first member. */
  readonly at: string;
  /** Empty where no type is documented. */
  readonly types: readonly JsonType[];
  /** The closed set of its values; empty where there is none. */
  readonly values: readonly Json[];
  /** Values that anyone may send: its default, and examples that are nobody's id. */
  readonly samples: readonly Json[];
  /** A list of objects of which the document names no member. */
  readonly hasShapelessMembers: boolean;
  readonly source: Source;
  /** Where it is said whether the field may be left out. */
  readonly presence: Source;
}
