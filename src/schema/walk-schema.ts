import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { valueAt } from '../model/json-pointer.ts';
import type { Spec } from '../model/spec.ts';

/** Schemas that may speak of the same value: a schema, what it refers to, and every branch it joins. */
export function schemaBranches(spec: Spec, schema: Json | undefined, depth = 0): readonly JsonObject[] {
  if (!isJsonObject(schema) || depth > 32) return [];
  const reference = schema['$ref'];
  const target = typeof reference === 'string' ? valueAt(spec.document, reference.slice(1)) : undefined;
  const joined = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listOf(schema[keyword]));
  const conditional = ['if', 'then', 'else'].map((keyword) => schema[keyword]);
  return [
    schema,
    ...[target, ...joined, ...conditional].flatMap((branch) => schemaBranches(spec, branch, depth + 1)),
  ];
}

function listOf(value: Json | undefined): readonly Json[] {
  return isJsonArray(value) ? value : [];
}

/** Schemas of one member of an object or array. */
export function memberSchemas(
  branches: readonly JsonObject[],
  container: 'array' | 'object',
  key: string,
): readonly JsonObject[] {
  if (container === 'array') return branches.flatMap((branch) => objectIn(branch['items']));
  const named = branches.flatMap((branch) => {
    const properties = branch['properties'];
    return isJsonObject(properties) && Object.hasOwn(properties, key) ? objectIn(properties[key]) : [];
  });
  return named.length > 0 ? named : branches.flatMap((branch) => objectIn(branch['additionalProperties']));
}

function objectIn(value: Json | undefined): readonly JsonObject[] {
  return isJsonObject(value) ? [value] : [];
}

/** Schemas that always hold of a value: a schema, what it refers to and all it joins, but no branch of a choice. */
export function joinedSchemas(spec: Spec, schema: Json | undefined, depth = 0): readonly JsonObject[] {
  if (!isJsonObject(schema) || depth > 32) return [];
  const reference = schema['$ref'];
  const target = typeof reference === 'string' ? valueAt(spec.document, reference.slice(1)) : undefined;
  return [
    schema,
    ...[target, ...listOf(schema['allOf'])].flatMap((joined) => joinedSchemas(spec, joined, depth + 1)),
  ];
}
