import type { Json } from './json.ts';
import { descend, type Located, locate, pointerOf, tokensOf, writtenTokens } from './json-pointer.ts';

/** Two values of one body that an agreement compares. */
export interface PlacePair {
  readonly place: Located;
  readonly other: Located;
}

/** Every value at `at` with what stands at `other`; a `*` of `other` is the member its fellow in `at` stands for. */
export function pairPlaces(body: Json | undefined, at: string, other: string): readonly PlacePair[] {
  return locate(body, at).flatMap((place) => {
    const tokens = boundTokens(other, membersPassed(at, place.pointer));
    const value = descend(body, tokens);
    return value === undefined ? [] : [{ place, other: { pointer: pointerOf(tokens), value } }];
  });
}

/** Keys of the members that the stars of a pattern stand for. */
function membersPassed(pattern: string, pointer: string): readonly string[] {
  const wanted = writtenTokens(pattern);
  if (!wanted.includes('*')) return [];
  const passed = tokensOf(pointer);
  return passed.filter((_, index) => wanted[index] === '*');
}

function boundTokens(pattern: string, members: readonly string[]): readonly string[] {
  const tokens = writtenTokens(pattern);
  if (members.length === 0) return tokens;
  let star = -1;
  return tokens.map((token) => {
    if (token !== '*') return token;
    star += 1;
    return members[star] ?? token;
  });
}
