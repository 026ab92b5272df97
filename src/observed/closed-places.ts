import { isJsonArray, type Json, type JsonObject } from '../model/json.ts';
import { tokensOf, valueAt } from '../model/json-pointer.ts';
import type { Spec } from '../model/spec.ts';
import { memberSchemas, schemaBranches } from '../schema/walk-schema.ts';

/** Does the document name every value that may stand at a pointer of what the schema describes? */
export function closedPlaces(spec: Spec, schemaPointer: string | undefined): (pointer: string) => boolean {
  if (schemaPointer === undefined) return () => false;
  const root = schemaBranches(spec, valueAt(spec.document, schemaPointer));
  return (pointer) => {
    let branches: readonly JsonObject[] = root;
    for (const token of tokensOf(pointer))
      branches = membersAt(branches, token).flatMap((schema) => schemaBranches(spec, schema));
    return branches.some(isClosed);
  };
}

function membersAt(branches: readonly JsonObject[], token: string): readonly JsonObject[] {
  const named = memberSchemas(branches, 'object', token);
  return token === '*' && named.length === 0 ? memberSchemas(branches, 'array', token) : named;
}

function isClosed({ enum: values, const: only, type }: Readonly<Record<string, Json>>): boolean {
  return isJsonArray(values) || only !== undefined || type === 'boolean';
}
