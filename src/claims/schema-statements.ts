import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, valueAt } from '../model/json-pointer.ts';
import type { Citation, Spec } from '../model/spec.ts';

/** The branch a statement stands in: it binds only where the condition holds (or, negated, does not). */
export interface Condition {
  /** Place of the value the condition is about, in which `*` stands for every member. */
  readonly place: string;
  readonly schema: Json;
  readonly negated: boolean;
}

export type SchemaAspect =
  | 'presence'
  | 'type'
  | 'nullability'
  | 'value'
  | 'format'
  | 'pattern'
  | 'keys'
  | 'choice'
  | 'limit';

/** One thing a schema says of one place. */
export interface SchemaStatement {
  readonly aspect: SchemaAspect;
  /** Keyword of the schema that is broken when it does not hold. */
  readonly keyword: string;
  /** Its value; of a presence the member's name, of a type the types other than null. */
  readonly value: Json;
  /** Pointer into the value described, in which `*` stands for every member. */
  readonly place: string;
  /** Outermost first. */
  readonly conditions: readonly Condition[];
  readonly citation: Citation;
}

/** A branch that applies only where a member is there says nothing by wanting it there. */
export function isIdle({ aspect, place, value, conditions }: SchemaStatement): boolean {
  if (aspect !== 'presence') return false;
  const parent = place.slice(0, place.lastIndexOf('/'));
  return conditions.some(
    ({ schema, negated, place: about }) =>
      !negated &&
      about === parent &&
      isJsonObject(schema) &&
      listOf(schema['required']).some((name) => name === value),
  );
}

interface Visit {
  readonly spec: Spec;
  readonly root: Citation | undefined;
  readonly node: JsonObject;
  readonly place: string;
  readonly conditions: readonly Condition[];
  readonly above: readonly JsonObject[];
}

/** Everything a schema says, at every depth; what is said twice of a place, once. */
export function schemaStatements(spec: Spec, schemaPointer: string): readonly SchemaStatement[] {
  const node = valueAt(spec.document, schemaPointer);
  if (!isJsonObject(node)) return [];
  const root = spec.citations.get(node);
  const found = statementsBelow({ spec, root, node, place: '', conditions: [], above: [] });
  return withoutRepeats(found);
}

function statementsBelow(visit: Visit): readonly SchemaStatement[] {
  // A schema that holds itself says the same at every depth.
  if (visit.above.includes(visit.node)) return [];
  return [...ownStatements(visit), ...childrenOf(visit).flatMap(statementsBelow)];
}

function childrenOf(visit: Visit): readonly Visit[] {
  const { spec, node, place, conditions } = visit;
  const above = [...visit.above, node];
  const child = (
    member: Json | undefined,
    at: string,
    further: readonly Condition[] = [],
  ): readonly Visit[] =>
    isJsonObject(member)
      ? [{ ...visit, node: member, place: at, conditions: [...conditions, ...further], above }]
      : [];
  const reference = node['$ref'];
  const condition = { place, schema: node['if'] ?? true };
  return [
    ...(typeof reference === 'string' ? child(valueAt(spec.document, reference.slice(1)), place) : []),
    ...entriesOf(node['properties']).flatMap(([key, member]) =>
      child(member, `${place}/${escapeToken(key)}`),
    ),
    ...child(node['items'], `${place}/*`),
    ...child(node['additionalProperties'], `${place}/*`),
    ...listOf(node['allOf']).flatMap((member) => child(member, place)),
    ...child(node['then'], place, [{ ...condition, negated: false }]),
    ...child(node['else'], place, [{ ...condition, negated: true }]),
  ];
}

const ASPECTS: Readonly<Record<string, SchemaAspect>> = {
  const: 'value',
  enum: 'value',
  format: 'format',
  pattern: 'pattern',
  propertyNames: 'keys',
  anyOf: 'choice',
  oneOf: 'choice',
  ...Object.fromEntries(
    [
      ...[
        'minimum',
        'maximum',
        'exclusiveMinimum',
        'exclusiveMaximum',
        'multipleOf',
        'minLength',
        'maxLength',
      ],
      ...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties', 'contains', 'not'],
    ].map((keyword): [string, SchemaAspect] => [keyword, 'limit']),
  ),
};

function ownStatements({ spec, root, node, place, conditions }: Visit): readonly SchemaStatement[] {
  const citation = spec.citations.get(node) ?? root;
  if (citation === undefined) return [];
  const here = { place, conditions, citation };
  const plain = Object.entries(node).flatMap(([keyword, value]): readonly SchemaStatement[] => {
    const aspect = keyword === 'additionalProperties' && value === false ? 'limit' : ASPECTS[keyword];
    return aspect === undefined ? [] : [{ ...here, aspect, keyword, value }];
  });
  const present = listOf(node['required']).flatMap((name): readonly SchemaStatement[] =>
    typeof name === 'string' ? [presenceOf(name, node, here, spec)] : [],
  );
  return [...typeStatements(node['type'], here), ...plain, ...present];
}

function typeStatements(
  type: Json | undefined,
  here: Pick<SchemaStatement, 'place' | 'conditions' | 'citation'>,
): readonly SchemaStatement[] {
  const all = typeof type === 'string' ? [type] : listOf(type);
  const types = all.filter((one) => one !== 'null');
  return [
    ...(types.length > 0 ? [{ ...here, aspect: 'type', keyword: 'type', value: types } as const] : []),
    ...(all.includes('null')
      ? [{ ...here, aspect: 'nullability', keyword: 'type', value: null } as const]
      : []),
  ];
}

/** Cited where the property is described, as a violation of it is. */
function presenceOf(
  name: string,
  node: JsonObject,
  here: Pick<SchemaStatement, 'place' | 'conditions' | 'citation'>,
  spec: Spec,
): SchemaStatement {
  const property = valueAt(node, `/properties/${escapeToken(name)}`);
  const citation = (isJsonObject(property) ? spec.citations.get(property) : undefined) ?? here.citation;
  const place = `${here.place}/${escapeToken(name)}`;
  return { ...here, aspect: 'presence', keyword: 'required', value: name, place, citation };
}

/** A schema may be reached on several ways; the one with the fewest conditions says it of them all. */
function withoutRepeats(found: readonly SchemaStatement[]): readonly SchemaStatement[] {
  const known = new Map<string, SchemaStatement>();
  for (const statement of found) {
    const key = [statement.aspect, statement.keyword, statement.place, statement.citation.pointer].join(' ');
    const other = known.get(key);
    if (other === undefined || statement.conditions.length < other.conditions.length)
      known.set(key, statement);
  }
  return [...known.values()];
}

function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function listOf(value: Json | undefined): readonly Json[] {
  return isJsonArray(value) ? value : [];
}
