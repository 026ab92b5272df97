import { isJsonArray, type Json, type JsonObject } from '../model/json.ts';
import { tokensOf, valueAt } from '../model/json-pointer.ts';
import type { Citation, Spec } from '../model/spec.ts';
import { memberSchemas, schemaBranches } from './walk-schema.ts';

/** What documents a place inside a value of the schema: the place itself, or the nearest one above it. */
export function citePointer(
  spec: Spec,
  schemaPointer: string,
  value: Json | undefined,
  pointer: string,
): Citation | undefined {
  let written: readonly JsonObject[] = [];
  let branches = schemaBranches(spec, valueAt(spec.document, schemaPointer));
  let container = value;
  for (const token of tokensOf(pointer)) {
    const next = memberSchemas(branches, isJsonArray(container) ? 'array' : 'object', token);
    if (next.length === 0) break;
    written = next;
    branches = next.flatMap((schema) => schemaBranches(spec, schema));
    container = valueAt(container, `/${token}`);
  }
  const [nearest] = [...written, ...branches].flatMap((schema) => spec.citations.get(schema) ?? []);
  return nearest;
}
