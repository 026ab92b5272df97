import type { InputField } from '../model/input-field.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, JSON_TYPES, valueAt } from '../model/json-pointer.ts';
import type { Operation, Parameter } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { joinedSchemas } from './walk-schema.ts';

/** Every query parameter and every field of the body that the document names, credentials apart. */
export function inputFields(spec: Spec, operation: Operation): readonly InputField[] {
  const query = operation.parameters.filter(({ in: place, credential }) => place === 'query' && !credential);
  const root = operation.requestSchemaPointer;
  const body = root === undefined ? [] : joinedSchemas(spec, valueAt(spec.document, root));
  return [...query.map((parameter) => queryField(spec, parameter)), ...fieldsBelow(spec, body, 'body#', 0)];
}

function queryField(spec: Spec, { name, schemaPointer, source, presence }: Parameter): InputField {
  const schema = schemaPointer === undefined ? undefined : valueAt(spec.document, schemaPointer);
  const hasShapelessMembers = false;
  return {
    at: `query.${name}`,
    ...constraintsOf(joinedSchemas(spec, schema)),
    hasShapelessMembers,
    source,
    presence,
  };
}

const DEEPEST = 16;

function fieldsBelow(
  spec: Spec,
  schemas: readonly JsonObject[],
  place: string,
  depth: number,
): readonly InputField[] {
  if (depth > DEEPEST) return [];
  const names = new Set(schemas.flatMap((schema) => Object.keys(objectAt(schema, 'properties'))));
  return [...names].flatMap((name) => {
    const nodes = schemas.flatMap((schema) => objectAt(schema, 'properties')[name] ?? []);
    const member = nodes.flatMap((node) => joinedSchemas(spec, node));
    const citation = member.map((schema) => spec.citations.get(schema)).find((found) => found !== undefined);
    if (citation === undefined) return [];
    const at = `${place}/${escapeToken(name)}`;
    const { source, presence } = citation;
    const items = member.flatMap((schema) => joinedSchemas(spec, schema['items']));
    return [
      { at, ...constraintsOf(member), hasShapelessMembers: areShapeless(items), source, presence },
      ...fieldsBelow(spec, member, at, depth + 1),
      ...fieldsBelow(spec, items, `${at}/0`, depth + 1),
    ];
  });
}

function areShapeless(items: readonly JsonObject[]): boolean {
  const isOfObjects = items.some(({ type }) => type === 'object');
  return isOfObjects && items.every((schema) => Object.keys(objectAt(schema, 'properties')).length === 0);
}

function constraintsOf(schemas: readonly JsonObject[]): Pick<InputField, 'types' | 'values' | 'samples'> {
  const types = firstFilled(schemas, (schema) => listOf(schema['type']));
  return {
    types: JSON_TYPES.filter((type) => types.includes(type)),
    values: firstFilled(schemas, ({ enum: set, const: only }) => (only === undefined ? listOf(set) : [only])),
    samples: schemas.flatMap((schema) => [
      ...[schema['default'], schema['example']].filter((value) => value !== undefined),
      ...listOf(schema['examples']),
    ]),
  };
}

function firstFilled(
  schemas: readonly JsonObject[],
  read: (schema: JsonObject) => readonly Json[],
): readonly Json[] {
  return schemas.map(read).find((found) => found.length > 0) ?? [];
}

function objectAt(schema: JsonObject, key: string): JsonObject {
  const value = schema[key];
  return isJsonObject(value) ? value : {};
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isJsonArray(value) ? value : [value];
}
