import type { Json } from '../model/json.ts';
import { escapeToken } from '../model/json-pointer.ts';
import type { RequiredField } from '../model/operation.ts';
import type { SpecNode, SpecReader } from './spec-reader.ts';

/** Properties a body schema requires at every depth that is itself always there. */
export function requiredFields(reader: SpecReader, schema: SpecNode | undefined): readonly RequiredField[] {
  return schema === undefined ? [] : fieldsBelow(reader, schema, '', 0);
}

function fieldsBelow(
  reader: SpecReader,
  schema: SpecNode,
  prefix: string,
  depth: number,
): readonly RequiredField[] {
  if (depth > 8) return [];
  const own = namesIn(schema.node['required']).flatMap((name) => {
    const raw = reader.child(schema, 'properties', name);
    if (raw === undefined) return [];
    const pointer = `${prefix}/${escapeToken(name)}`;
    return [
      { pointer, presence: presenceOf(reader, schema, name, raw) },
      ...fieldsBelow(reader, raw, pointer, depth + 1),
    ];
  });
  return [
    ...own,
    ...reader.children(schema, 'allOf').flatMap((part) => fieldsBelow(reader, part, prefix, depth + 1)),
  ];
}

/** A `$ref` with an `x-presence` beside it speaks of this property; what it points to speaks of the shape. */
function presenceOf(
  reader: SpecReader,
  schema: SpecNode,
  name: string,
  resolved: SpecNode,
): RequiredField['presence'] {
  const properties = schema.node['properties'];
  const written =
    typeof properties === 'object' && properties !== null && !Array.isArray(properties)
      ? Object(properties)[name]
      : undefined;
  return reader.citations.get(written)?.presence ?? reader.presence(resolved);
}

export function namesIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
}
