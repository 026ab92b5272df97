import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, membersOf, valueAt } from '../model/json-pointer.ts';
import type { Spec } from '../model/spec.ts';
import { memberSchemas, schemaBranches } from './walk-schema.ts';

/** Pointers of members that no schema names, `*` for the index of a list or the key of a map; sorted, each once. */
export function undocumentedFields(spec: Spec, schemaPointer: string, value: Json): readonly string[] {
  const found = new Set<string>();
  visit(spec, [...schemaBranches(spec, valueAt(spec.document, schemaPointer))], value, '', found);
  return [...found].toSorted();
}

function visit(
  spec: Spec,
  branches: readonly JsonObject[],
  value: Json,
  pointer: string,
  found: Set<string>,
): void {
  const container = isJsonArray(value) ? 'array' : isJsonObject(value) ? 'object' : undefined;
  if (container === undefined || isFree(branches, container)) return;
  const isMap =
    container === 'array' || branches.some((branch) => isJsonObject(branch['additionalProperties']));
  for (const [key, member] of membersOf(value)) {
    const place = `${pointer}/${isMap ? '*' : escapeToken(key)}`;
    const schemas = memberSchemas(branches, container, key).flatMap((schema) => schemaBranches(spec, schema));
    if (schemas.length === 0) found.add(place);
    else visit(spec, schemas, member, place, found);
  }
}

/** A document that shows no member at all, such as an empty `meta`, says nothing of which there may be. */
function isFree(branches: readonly JsonObject[], container: 'array' | 'object'): boolean {
  const keywords = container === 'array' ? ['items'] : ['properties', 'additionalProperties'];
  return !branches.some((branch) => keywords.some((keyword) => isJsonObject(branch[keyword])));
}
