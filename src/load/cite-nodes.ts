import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, membersOf } from '../model/json-pointer.ts';
import type { Source, Strength } from '../model/source.ts';
import type { Citation } from '../model/spec.ts';

interface PartialSource {
  readonly document?: string;
  readonly lines?: readonly [number, number];
  readonly strength?: Strength;
}

/** Ties every object node of a spec to its place and source; what a node does not say, its ancestor says. */
export function citeNodes(document: JsonObject): ReadonlyMap<object, Citation> {
  const citations = new Map<object, Citation>();
  const visit = (node: Json, pointer: string, inherited: PartialSource): void => {
    if (typeof node !== 'object' || node === null) return;
    const own = isJsonObject(node) ? merge(inherited, node['x-source']) : inherited;
    const source = complete(own);
    if (isJsonObject(node) && source !== undefined) {
      const presence = complete(merge(own, node['x-presence'])) ?? source;
      citations.set(node, { pointer, source, presence });
    }
    for (const [key, member] of membersOf(node)) visit(member, `${pointer}/${escapeToken(key)}`, own);
  };
  visit(document, '', {});
  return citations;
}

function merge(inherited: PartialSource, own: Json | undefined): PartialSource {
  return isJsonObject(own) ? { ...inherited, ...(own as PartialSource) } : inherited;
}

function complete({ document, lines, strength }: PartialSource): Source | undefined {
  if (document === undefined || lines === undefined || strength === undefined) return undefined;
  return { document, lines, strength };
}
