// Between Json and what vendors compute with.
import { isJsonArray, type Json } from '../model/json.ts';
import { childOf } from '../model/json-pointer.ts';

/** Checks that a value is JSON through and through; generated types leave parts of it `unknown`. */
export function asJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object') throw new TypeError(`no JSON: ${typeof value}`);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, asJson(member)]),
  );
}

export function textAt(body: Json | undefined, name: string): string | undefined {
  const value = childOf(body, name);
  return typeof value === 'string' ? value : undefined;
}

/** An id, sent as a number or as its digits. */
export function idAt(body: Json | undefined, name: string): number | undefined {
  return idOf(childOf(body, name));
}

export function idsAt(body: Json | undefined, name: string): readonly number[] {
  const value = childOf(body, name);
  return isJsonArray(value) ? value.map(idOf).filter((id) => id !== undefined) : [];
}

export function textsAt(body: Json | undefined, name: string): readonly string[] {
  const value = childOf(body, name);
  return isJsonArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function idOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  return typeof value === 'string' && /^[0-9]+$/.test(value) ? Number(value) : undefined;
}

/** How many things a state is asked for: its `count`, else as many as the contract's example holds. */
export function countOf(count: Json | undefined, example: Json | undefined): number {
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
  return isJsonArray(example) ? example.length : 1;
}
