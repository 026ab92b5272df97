import { isJsonArray, isJsonObject, type Json } from '../../src/model/json.ts';
import { tokensOf, valueAt } from '../../src/model/json-pointer.ts';

/** Does the schema at a pointer of a spec speak of the place, in which `*` stands for every member? */
export function hasPlace(spec: Json, schemaPointer: string, place: string): boolean {
  let schemas = expand(spec, valueAt(spec, schemaPointer));
  for (const token of tokensOf(place))
    schemas = schemas.flatMap((schema) => childSchemas(spec, schema, token));
  return schemas.length > 0;
}

function childSchemas(spec: Json, schema: Json, token: string): readonly Json[] {
  const inside = token === '*' ? ['/items', '/additionalProperties'] : [`/properties/${token}`];
  return inside.flatMap((pointer) => expand(spec, valueAt(schema, pointer)));
}

/** A schema with what it refers to and all it consists of. */
function expand(spec: Json, schema: Json | undefined): readonly Json[] {
  if (!isJsonObject(schema)) return [];
  const { $ref, allOf } = schema;
  const referred = typeof $ref === 'string' ? expand(spec, valueAt(spec, $ref.slice(1))) : [];
  const parts = isJsonArray(allOf) ? allOf.flatMap((part) => expand(spec, part)) : [];
  return [schema, ...referred, ...parts];
}
