import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, valueAt } from '../model/json-pointer.ts';
import type { Spec } from '../model/spec.ts';
import { ownStatements, type SchemaSite } from './own-statements.ts';
import { type Condition, listOf, type SchemaStatement } from './schema-statement.ts';

interface Visit extends SchemaSite {
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
