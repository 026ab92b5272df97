import type { Defect } from './defect.ts';
import type { FilePlace } from './file-place.ts';
import type { JsonObject } from './json.ts';
import type { Operation } from './operation.ts';
import type { Ambiguity } from './reading.ts';
import type { Source } from './source.ts';

/** Where a schema node stands in its spec and what it rests on. */
export interface Citation {
  /** JSON Pointer into the spec document. */
  readonly pointer: string;
  /** What the node's own constraints rest on. */
  readonly source: Source;
  /** What the node's presence in its parent rests on. */
  readonly presence: Source;
}

/** One vendor as documented. */
export interface Spec {
  readonly vendor: string;
  readonly title: string;
  /** Path of the file, relative to the folder of specs. */
  readonly file: string;
  /** The whole OpenAPI document; `$ref`s stay references. */
  readonly document: JsonObject;
  readonly operations: readonly Operation[];
  readonly ambiguities: readonly Ambiguity[];
  readonly defects: readonly Defect[];
  /** Keyed by the identity of each object node of `document`. */
  readonly citations: ReadonlyMap<object, Citation>;
  /** Where a JSON Pointer into `document` stands in the file; what is not there stands where its parent does. */
  readonly placeOf: (pointer: string) => FilePlace;
}

/** One vendor document we read; its text is the vendor's and is not kept here. */
export interface VendorDocument {
  readonly id: string;
  readonly vendor: string;
  readonly title: string;
  readonly version: string | null;
  readonly published: string | null;
  readonly retrieved: string;
  readonly file: string;
  readonly sha256: string;
  readonly lines: number;
}
