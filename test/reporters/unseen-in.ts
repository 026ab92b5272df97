import { isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { escapeToken, jsonEqual, membersOf, valueAt } from '../../src/model/json-pointer.ts';

/** Conditions say what goes with what; what there can be at all stands beside them. */
const CONDITIONS = new Set(['allOf', 'if', 'then', 'else', 'not']);

/** One thing that a node of a schema leaves open: a property there or not there, a value, an alternative. */
interface Offer {
  readonly name: string;
  readonly isTaken: (value: Json) => boolean;
}

type Accepts = (pointer: string, value: Json) => boolean;

/** What a schema allows and none of the given values has: what can be said at all, a fixture has to say. */
export function unseenIn(schema: Json, accepts: Accepts, values: readonly Json[]): readonly string[] {
  const seen = new Set<string>();

  function visit(value: Json, at: string): void {
    const node = valueAt(schema, at);
    if (!isJsonObject(node)) return;
    for (const { name, isTaken } of offersOf(node, at, accepts)) if (isTaken(value)) seen.add(name);
    for (const [pointer, part] of partsOf(value, node, at, accepts)) visit(part, pointer);
  }

  for (const value of values) visit(value, '');
  return allOffers(schema, '', accepts).filter((name) => !seen.has(name));
}

function offersOf(node: JsonObject, at: string, accepts: Accepts): readonly Offer[] {
  return [
    ...membersOf(node['enum'] ?? []).map(([, allowed]) => ({
      name: `${at} = ${JSON.stringify(allowed)}`,
      isTaken: (value: Json) => jsonEqual(value, allowed),
    })),
    ...membersOf(node['properties'] ?? {}).map(([name]) => ({
      name: `${at} has ${name}`,
      isTaken: (value: Json) => isJsonObject(value) && name in value,
    })),
    ...optionalsOf(node).map((name) => ({
      name: `${at} lacks ${name}`,
      isTaken: (value: Json) => isJsonObject(value) && !(name in value),
    })),
    ...branchesOf(node, at).map((branch) => ({
      name: branch,
      isTaken: (value: Json) => accepts(branch, value),
    })),
  ];
}

function optionalsOf({ properties = {}, required = [] }: JsonObject): readonly string[] {
  const needed = membersOf(required).map(([, name]) => name);
  return membersOf(properties).flatMap(([name]) => (needed.includes(name) ? [] : [name]));
}

function branchesOf(node: JsonObject, at: string): readonly string[] {
  return ['anyOf', 'oneOf'].flatMap((word) =>
    membersOf(node[word] ?? []).map(([index]) => `${at}/${word}/${index}`),
  );
}

type Part = readonly [pointer: string, value: Json];

/** The places of the schema that speak of a value or of what is inside it. */
function partsOf(value: Json, node: JsonObject, at: string, accepts: Accepts): readonly Part[] {
  const { $ref, properties = {} } = node;
  const members = membersOf(value);
  const isNamed = (key: string) => isJsonObject(value) && isJsonObject(properties) && key in properties;
  return [
    ...(typeof $ref === 'string' ? [[$ref.slice(1), value] as const] : []),
    ...branchesOf(node, at)
      .filter((branch) => accepts(branch, value))
      .map((branch) => [branch, value] as const),
    ...members.map(([key]) => [`${at}/propertyNames`, key] as const),
    ...members.map(([key, member]): Part => {
      if (isNamed(key)) return [`${at}/properties/${escapeToken(key)}`, member];
      return [`${at}/${isJsonObject(value) ? 'additionalProperties' : 'items'}`, member];
    }),
  ];
}

function allOffers(node: Json, at: string, accepts: Accepts): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = isJsonObject(node) ? offersOf(node, at, accepts).map(({ name }) => name) : [];
  const inner = membersOf(node)
    .filter(([key]) => !CONDITIONS.has(key))
    .flatMap(([key, child]) => allOffers(child, `${at}/${escapeToken(key)}`, accepts));
  return [...own, ...inner];
}
