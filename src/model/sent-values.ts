import type { Pair } from './exchange.ts';
import { isJsonArray, isJsonObject, type Json } from './json.ts';
import { escapeToken, membersOf } from './json-pointer.ts';

/** What stands at a place of a request that no provider state fills. */
export interface SentValue {
  /** `query.name` or `body#/pointer`. */
  readonly at: string;
  /** A name for whatever is sent there; none of a provider state's has a `#` or a blank after `sent`. */
  readonly name: string;
  readonly value: string | number;
}

/** The texts and numbers of a request: what its answer may be expected to show again. */
export function sentValues({
  query,
  body,
}: {
  readonly query: readonly Pair[];
  readonly body: Json | undefined;
}): readonly SentValue[] {
  const ofQuery = query.map(([name, value]) => sentValue(`query.${name}`, value));
  return [...ofQuery, ...(body === undefined ? [] : leavesOf(body, 'body#'))];
}

function leavesOf(value: Json, at: string): readonly SentValue[] {
  if (isJsonObject(value) || isJsonArray(value))
    return membersOf(value).flatMap(([key, member]) => leavesOf(member, `${at}/${escapeToken(key)}`));
  return typeof value === 'string' || typeof value === 'number' ? [sentValue(at, value)] : [];
}

function sentValue(at: string, value: string | number): SentValue {
  return { at, name: `sent ${at}`, value };
}
