import { isJsonArray, type Json, type JsonObject } from '../model/json.ts';
import { tokensOf, valueAt } from '../model/json-pointer.ts';
import { oncePer } from '../model/once-per.ts';
import type { Spec } from '../model/spec.ts';
import { memberSchemas, schemaBranches } from '../schema/walk-schema.ts';

/** Of each schema; beyond it what a pointer leads to is looked for anew. */
const MOST_KNOWN = 2000;

/** Does the document name every value that may stand at a pointer of what each of the schemas describes? */
export function closedPlaces(spec: Spec, schemaPointers: readonly string[]): (pointer: string) => boolean {
  const known = knownPlaces(spec);
  const closed = schemaPointers.map((schemaPointer) => {
    const found = known.get(schemaPointer) ?? remembering(closedPlacesOf(spec, schemaPointer));
    known.set(schemaPointer, found);
    return found;
  });
  return (pointer) => closed.length > 0 && closed.every((isClosedAt) => isClosedAt(pointer));
}

/** By pointer to the schema. */
const knownPlaces = oncePer((_: Spec) => new Map<string, (pointer: string) => boolean>());

function remembering(isClosedAt: (pointer: string) => boolean): (pointer: string) => boolean {
  const known = new Map<string, boolean>();
  return (pointer) => {
    const found = known.get(pointer) ?? isClosedAt(pointer);
    if (known.size < MOST_KNOWN) known.set(pointer, found);
    return found;
  };
}

function closedPlacesOf(spec: Spec, schemaPointer: string): (pointer: string) => boolean {
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
