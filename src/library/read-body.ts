import { bodyOf } from '../model/body-bytes.ts';
import type { Body } from '../model/exchange.ts';
import { membersOf } from './members-of.ts';

/** A body that is there already: text and bytes as they are, anything else as JSON. */
export function bodyOfValue(value: unknown): Body {
  if (value === undefined || value === null || value === '') return { text: '' };
  if (typeof value === 'string') return { text: value };
  if (value instanceof Uint8Array) return bodyOf(value);
  if (value instanceof ArrayBuffer) return bodyOf(new Uint8Array(value));
  if (value instanceof URLSearchParams) return { text: value.toString() };
  return { text: JSON.stringify(value) };
}

/**
 * The body of a `Request` or a `Response`, read from a copy, so that the test can still read its own; undefined where
 * the value reads no body.
 */
export function bodyReader(value: unknown): (() => Promise<Body>) | undefined {
  const members = membersOf(value);
  const { arrayBuffer, clone } = members ?? {};
  if (typeof arrayBuffer !== 'function') return undefined;
  return async () => {
    const copy: unknown = typeof clone === 'function' ? clone.call(value) : value;
    const read = membersOf(copy)?.['arrayBuffer'];
    const bytes: unknown = typeof read === 'function' ? await read.call(copy) : undefined;
    return bodyOfValue(bytes);
  };
}
