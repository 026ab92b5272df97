import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, valueAt } from '../model/json-pointer.ts';
import type { Citation, Spec } from '../model/spec.ts';
import { type Condition, listOf, type SchemaAspect, type SchemaStatement } from './schema-statement.ts';

/** A schema and the place it speaks of. */
export interface SchemaSite {
  readonly spec: Spec;
  /** Of the whole schema, for what cites nothing of its own. */
  readonly root: Citation | undefined;
  readonly node: JsonObject;
  readonly place: string;
  readonly conditions: readonly Condition[];
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

/** What a schema says itself, without what lies below it. */
export function ownStatements({
  spec,
  root,
  node,
  place,
  conditions,
}: SchemaSite): readonly SchemaStatement[] {
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
