import type { Json } from './json.ts';
import { childOf, descend, type Located, membersOf, pointerOf, writtenTokens } from './json-pointer.ts';

/** Two values of one body that an agreement compares. */
export interface PlacePair {
  readonly place: Located;
  readonly other: Located;
}

/** Every value at `at` with what stands at `other`; a `*` of `other` is the member its fellow in `at` stands for. */
export function pairPlaces(body: Json | undefined, at: string, other: string): readonly PlacePair[] {
  const found: PlacePair[] = [];
  visitPairs(body, at, other, (value, counterpart, passed) => {
    found.push({
      place: { pointer: boundPointer(at, passed), value },
      other: { pointer: boundPointer(other, passed), value: counterpart },
    });
  });
  return found;
}

/** `passed` are the keys of the members that the stars stand for, by which `boundPointer` names both places. */
export type PairVisitor = (value: Json, counterpart: Json, passed: readonly string[]) => void;

export function visitPairs(body: Json | undefined, at: string, other: string, visitor: PairVisitor): void {
  if (body !== undefined)
    visit({ body, at: writtenTokens(at), other: writtenTokens(other), visitor }, body, 0, []);
}
export function boundPointer(pattern: string, passed: readonly string[]): string {
  return pointerOf(boundTokens(writtenTokens(pattern), passed));
}
interface Search {
  readonly body: Json;
  readonly at: readonly string[];
  readonly other: readonly string[];
  readonly visitor: PairVisitor;
}
function visit(search: Search, value: Json, depth: number, passed: readonly string[]): void {
  const token = search.at[depth];
  if (token === undefined) {
    const counterpart = descend(search.body, boundTokens(search.other, passed));
    if (counterpart !== undefined) search.visitor(value, counterpart, passed);
  } else if (token === '*') {
    for (const [key, member] of membersOf(value)) visit(search, member, depth + 1, [...passed, key]);
  } else {
    const child = childOf(value, token);
    if (child !== undefined) visit(search, child, depth + 1, passed);
  }
}
function boundTokens(tokens: readonly string[], passed: readonly string[]): readonly string[] {
  if (passed.length === 0) return tokens;
  let star = -1;
  return tokens.map((token) => {
    if (token !== '*') return token;
    star += 1;
    return passed[star] ?? token;
  });
}
