import type { Json } from './json.ts';
import { escapeToken, type Located, locate, tokensOf, valueAt } from './json-pointer.ts';

/** Two values of one body that an agreement compares. */
export interface PlacePair {
  readonly place: Located;
  readonly other: Located;
}

/** Every value at `at` with what stands at `other`; a `*` of `other` is the member its fellow in `at` stands for. */
export function pairPlaces(body: Json | undefined, at: string, other: string): readonly PlacePair[] {
  return locate(body, at).flatMap((place) => {
    const pointer = boundPointer(other, membersPassed(at, place.pointer));
    const value = valueAt(body, pointer);
    return value === undefined ? [] : [{ place, other: { pointer, value } }];
  });
}

/** Keys of the members that the stars of a pattern stand for. */
function membersPassed(pattern: string, pointer: string): readonly string[] {
  const passed = tokensOf(pointer);
  return tokensOf(pattern).flatMap((token, index) => (token === '*' ? (passed[index] ?? []) : []));
}

function boundPointer(pattern: string, members: readonly string[]): string {
  let star = -1;
  return tokensOf(pattern)
    .map((token) => {
      if (token !== '*') return `/${escapeToken(token)}`;
      star += 1;
      return `/${escapeToken(members[star] ?? token)}`;
    })
    .join('');
}
