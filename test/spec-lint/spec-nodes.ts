// Every object of a spec with the part it plays there and the source it rests on.
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { type JsonPath, pointerOf } from './json-edit.ts';

/** What stands below each part, by key; `*` is any other key, and a key that is not named leads to `data`. */
const PARTS = {
  root: { paths: 'paths', webhooks: 'webhooks', components: 'components' },
  paths: { '*': 'path-item' },
  webhooks: { '*': 'webhook' },
  'path-item': {
    get: 'operation',
    put: 'operation',
    post: 'operation',
    patch: 'operation',
    delete: 'operation',
    parameters: 'parameters',
  },
  webhook: { post: 'notification' },
  operation: { parameters: 'parameters', requestBody: 'request-body', responses: 'responses' },
  notification: { requestBody: 'request-body' },
  parameters: { '*': 'parameter' },
  parameter: { schema: 'schema', examples: 'examples', example: 'literal' },
  'request-body': { content: 'content' },
  responses: { '*': 'response' },
  response: { content: 'content', headers: 'parameters' },
  content: { '*': 'media-type' },
  'media-type': { schema: 'schema', examples: 'examples', example: 'literal' },
  examples: { '*': 'example' },
  example: { value: 'literal' },
  components: {
    schemas: 'component-schemas',
    responses: 'responses',
    parameters: 'parameters',
    examples: 'examples',
  },
  'component-schemas': { '*': 'component-schema' },
  'component-schema': { '*': 'as-schema' },
  // A condition (`if`) is not listed: it decides which rules hold and is no claim itself.
  schema: {
    ...keywords('properties', ['properties', 'patternProperties']),
    ...keywords('schema', [
      'items',
      'additionalProperties',
      'propertyNames',
      'contains',
      'not',
      'then',
      'else',
    ]),
    ...keywords('schema-list', ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'dependentSchemas']),
    ...keywords('literal', ['default', 'const', 'enum']),
  },
  properties: { '*': 'property' },
  property: { '*': 'as-schema' },
  'schema-list': { '*': 'schema' },
  data: {},
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type Part = keyof typeof PARTS;

export interface SpecNode {
  readonly path: JsonPath;
  readonly pointer: string;
  readonly part: Part;
  readonly node: JsonObject;
  /** Members of `x-source` of this node and, where it has none, of its ancestors. */
  readonly source: JsonObject;
}

/** All objects of a spec, parents first; values of examples are not looked into. */
export function specNodes(document: Json): readonly SpecNode[] {
  return nodesBelow(document, [], 'root', {});
}

function nodesBelow(json: Json, path: JsonPath, part: Part, inherited: JsonObject): readonly SpecNode[] {
  if (isJsonArray(json)) {
    return json.flatMap((item, index) => below(item, path, String(index), part, inherited));
  }
  if (!isJsonObject(json)) return [];
  const own = json['x-source'];
  const source = isJsonObject(own) ? { ...inherited, ...own } : inherited;
  const self = { path, pointer: pointerOf(path), part, node: json, source };
  return [self, ...Object.entries(json).flatMap(([key, value]) => below(value, path, key, part, source))];
}

function below(json: Json, path: JsonPath, key: string, part: Part, inherited: JsonObject) {
  const next = partBelow(part, key);
  return next === undefined ? [] : nodesBelow(json, [...path, key], next, inherited);
}

/** Undefined for literal values and for the extensions that hold sources themselves. */
function partBelow(part: Part, key: string): Part | undefined {
  if (key === 'x-source' || key === 'x-presence') return undefined;
  const rows: Readonly<Record<string, string>> = PARTS[part];
  const name = rows[key] ?? rows['*'] ?? 'data';
  if (name === 'literal') return undefined;
  if (name === 'as-schema') return partBelow('schema', key);
  return isPart(name) ? name : 'data';
}

function keywords(part: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, part]));
}

function isPart(name: string): name is Part {
  return Object.hasOwn(PARTS, name);
}
