import { isJsonArray, isJsonObject, type Json } from './json.ts';
import { tokensOf } from './json-pointer.ts';

/** The value with the member at the pointer replaced, or taken away when `next` is undefined. */
export function withMember(value: Json, pointer: string, next: Json | undefined): Json {
  return change(value, tokensOf(pointer), next) ?? null;
}

function change(
  value: Json | undefined,
  tokens: readonly string[],
  next: Json | undefined,
): Json | undefined {
  const [token, ...rest] = tokens;
  if (token === undefined) return next;
  if (isJsonArray(value)) {
    return value.flatMap((member, index) => {
      if (String(index) !== token) return [member];
      const changed = change(member, rest, next);
      return changed === undefined ? [] : [changed];
    });
  }
  if (!isJsonObject(value)) return value;
  const changed = change(value[token], rest, next);
  const { [token]: _removed, ...others } = value;
  // Rebuilt in the old order, so that a changed body differs from the old one in nothing else.
  return Object.fromEntries(
    Object.keys(token in value ? value : { ...others, [token]: next ?? null }).flatMap((key) => {
      const member = key === token ? changed : value[key];
      return member === undefined ? [] : [[key, member]];
    }),
  );
}
