import { userErrors } from '../errors/catalogue.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, valueAt } from '../model/json-pointer.ts';
import type { Source } from '../model/source.ts';
import type { Citation } from '../model/spec.ts';

/** A node of a spec and its place in it. */
export interface SpecNode {
  readonly pointer: string;
  readonly node: JsonObject;
}

/** Reads a spec by place, follows references, and knows the source of each node. */
export interface SpecReader {
  readonly file: string;
  readonly document: JsonObject;
  readonly citations: ReadonlyMap<object, Citation>;
  /** The node at a pointer, references followed; undefined when there is none. */
  at(pointer: string): SpecNode | undefined;
  child(parent: SpecNode, ...keys: readonly string[]): SpecNode | undefined;
  /** Object members of an array or map, references followed. */
  children(parent: SpecNode, key: string): readonly SpecNode[];
  source(at: SpecNode): Source;
  presence(at: SpecNode): Source;
}

export function createSpecReader(
  file: string,
  document: JsonObject,
  citations: ReadonlyMap<object, Citation>,
): SpecReader {
  const follow = (pointer: string, depth = 0): SpecNode | undefined => {
    const node = valueAt(document, pointer);
    if (!isJsonObject(node)) return undefined;
    const reference = node['$ref'];
    if (typeof reference !== 'string') return { pointer, node };
    const target = depth < 32 ? follow(reference.replace(/^#/, ''), depth + 1) : undefined;
    if (target === undefined || !reference.startsWith('#/'))
      throw userErrors.referenceBroken(file, pointer, reference);
    return target;
  };
  const cite = (at: SpecNode): Citation => {
    const citation = citations.get(at.node);
    if (citation === undefined) throw userErrors.sourceMissing(file, at.pointer);
    return citation;
  };
  return {
    file,
    document,
    citations,
    at: (pointer) => follow(pointer),
    child: (parent, ...keys) =>
      keys.reduce<SpecNode | undefined>(
        (at, key) => at && follow(`${at.pointer}/${escapeToken(key)}`),
        parent,
      ),
    children: (parent, key) => {
      const container = parent.node[key];
      const keys = isJsonArray(container)
        ? container.map((_, index) => String(index))
        : isJsonObject(container)
          ? Object.keys(container)
          : [];
      return keys.flatMap(
        (member) => follow(`${parent.pointer}/${escapeToken(key)}/${escapeToken(member)}`) ?? [],
      );
    },
    source: (at) => cite(at).source,
    presence: (at) => cite(at).presence,
  };
}

export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function namesIn(value: Json | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
}
