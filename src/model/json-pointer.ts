import { isJsonArray, isJsonObject, type Json } from './json.ts';

/** A value and where it stands, as a JSON Pointer (RFC 6901). */
export interface Located {
  readonly pointer: string;
  readonly value: Json;
}

export function escapeToken(token: string): string {
  if (!token.includes('~') && !token.includes('/')) return token;
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function tokensOf(pointer: string): readonly string[] {
  const tokens = pointer.split('/').slice(1);
  if (!pointer.includes('~')) return tokens;
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pointerOf(tokens: readonly string[]): string {
  let pointer = '';
  for (const token of tokens) pointer += `/${escapeToken(token)}`;
  return pointer;
}

const written = new Map<string, readonly string[]>();

/** The same of a pointer out of a spec, a contract or our own code: there are few, and each is taken apart once. */
export function writtenTokens(pointer: string): readonly string[] {
  const known = written.get(pointer);
  if (known !== undefined) return known;
  const tokens = tokensOf(pointer);
  written.set(pointer, tokens);
  return tokens;
}

const INDEX = /^(0|[1-9][0-9]*)$/;

export function childOf(value: Json | undefined, token: string): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (isJsonArray(value)) return INDEX.test(token) ? value[Number(token)] : undefined;
  const child = value[token];
  // What every object inherits is no JSON: functions, and its prototype. To ask whether it is its own takes longer.
  if (typeof child === 'function' || (token === '__proto__' && !Object.hasOwn(value, token)))
    return undefined;
  return child;
}

/** The value at a JSON Pointer; undefined when there is none. */
export function valueAt(value: Json | undefined, pointer: string): Json | undefined {
  return descend(value, tokensOf(pointer));
}

export function descend(value: Json | undefined, tokens: readonly string[]): Json | undefined {
  let reached = value;
  for (const token of tokens) {
    if (reached === undefined) return undefined;
    reached = childOf(reached, token);
  }
  return reached;
}

/** The same of a pointer out of a spec, a contract or our own code. */
export function valueAtWritten(value: Json | undefined, pointer: string): Json | undefined {
  return descend(value, writtenTokens(pointer));
}

/** Every value at a pointer in which `*` stands for each member of an array or object. */
export function locate(value: Json | undefined, pattern: string): readonly Located[] {
  const found: Located[] = [];
  if (value !== undefined) collect(value, writtenTokens(pattern), 0, '', found);
  return found;
}

function collect(
  value: Json,
  tokens: readonly string[],
  depth: number,
  pointer: string,
  found: Located[],
): void {
  const token = tokens[depth];
  if (token === undefined) {
    found.push({ pointer, value });
  } else if (token === '*') {
    for (const [key, member] of membersOf(value))
      collect(member, tokens, depth + 1, `${pointer}/${escapeToken(key)}`, found);
  } else {
    const child = childOf(value, token);
    if (child !== undefined) collect(child, tokens, depth + 1, `${pointer}/${escapeToken(token)}`, found);
  }
}

export function membersOf(value: Json): readonly (readonly [key: string, member: Json])[] {
  if (isJsonArray(value)) return value.map((member, index) => [String(index), member] as const);
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** Does a concrete pointer lie at a pattern with `*`? */
export function pointerMatches(pointer: string, pattern: string): boolean {
  const tokens = pointer.split('/');
  const wanted = pattern.split('/');
  return (
    tokens.length === wanted.length &&
    wanted.every((token, index) => token === '*' || token === tokens[index])
  );
}

export const JSON_TYPES = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'] as const;
export type JsonType = (typeof JSON_TYPES)[number];

/** The JSON type of a value; whole numbers are `integer`, as in JSON Schema. */
export function typeOf(value: Json): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'string' : 'object';
}

/** Equality of JSON values; the order of keys does not count. */
export function jsonEqual(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (isJsonArray(left) && isJsonArray(right))
    return left.length === right.length && left.every((member, index) => jsonEqual(member, right[index]));
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && jsonEqual(left[key], right[key]))
  );
}
