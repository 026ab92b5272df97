import { isJsonArray, isJsonObject, type Json, type JsonObject } from './json.ts';
import { childOf, tokensOf } from './json-pointer.ts';

/** The value with the member at the pointer replaced, or taken away when `next` is undefined; what stays is shared. */
export function withMember(value: Json, pointer: string, next: Json | undefined): Json {
  return withMemberAt(value, tokensOf(pointer), next);
}

/** The same, with the pointer taken apart. */
export function withMemberAt(value: Json, tokens: readonly string[], next: Json | undefined): Json {
  return change(value, tokens, 0, next) ?? null;
}

function change(
  value: Json | undefined,
  tokens: readonly string[],
  depth: number,
  next: Json | undefined,
): Json | undefined {
  const token = tokens[depth];
  if (token === undefined) return next;
  const child = childOf(value, token);
  const changed = change(child, tokens, depth + 1, next);
  if (changed === child) return value;
  if (isJsonArray(value)) return withItem(value, Number(token), changed);
  return isJsonObject(value) ? withProperty(value, token, changed) : value;
}

function withItem(list: readonly Json[], at: number, item: Json | undefined): readonly Json[] {
  if (item !== undefined && at < list.length) return list.with(at, item);
  return item === undefined ? list.toSpliced(at, 1) : list;
}

/** In the old order, so that a changed body differs from the old one in nothing else. */
function withProperty(object: JsonObject, name: string, property: Json | undefined): JsonObject {
  if (property !== undefined) return { ...object, [name]: property };
  const { [name]: _removed, ...others } = object;
  return others;
}
