import { isJsonObject, type Json } from '../model/json.ts';
import { membersOf, valueAt } from '../model/json-pointer.ts';
import { oncePer } from '../model/once-per.ts';
import { LEVELS, type Level, levelOf } from '../model/source.ts';
import type { Spec } from '../model/spec.ts';

const levelsOf = oncePer((_: Spec) => new Map<string, Level>());

/** The strongest level at which a value can break the schema: that of its best sourced constraint. */
export function schemaLevel(spec: Spec, schemaPointer: string): Level {
  const levels = levelsOf(spec);
  const known = levels.get(schemaPointer);
  if (known !== undefined) return known;
  const level = strongestBelow(spec, schemaPointer);
  levels.set(schemaPointer, level);
  return level;
}

function strongestBelow(spec: Spec, schemaPointer: string): Level {
  const seen = new Set<Json>();
  const found = new Set<Level>();
  const visit = (node: Json | undefined): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    const citation = spec.citations.get(node);
    if (citation !== undefined && isJsonObject(node) && 'type' in node)
      found.add(levelOf(citation.source.strength));
    const reference = isJsonObject(node) ? node['$ref'] : undefined;
    if (typeof reference === 'string') visit(valueAt(spec.document, reference.slice(1)));
    for (const [, member] of membersOf(node)) visit(member);
  };
  visit(valueAt(spec.document, schemaPointer));
  return LEVELS.find((level) => found.has(level)) ?? 'may';
}
