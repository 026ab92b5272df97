import type { Json } from './json.ts';
import { childOf, descend, type Located, pointerOf, writtenTokens } from './json-pointer.ts';

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

/**
 * `passed` are the keys of the members that the stars stand for, by which `boundPointer` names the place. They hold until it
 * returns.
 */
export type PlaceVisitor = (value: Json, passed: readonly string[]) => void;
export type PairVisitor = (value: Json, counterpart: Json, passed: readonly string[]) => void;

export function visitPairs(body: Json | undefined, at: string, other: string, visitor: PairVisitor): void {
  const wanted = writtenTokens(other);
  visitPlaces(body, at, (value, passed) => {
    const counterpart = descend(body, boundTokens(wanted, passed));
    if (counterpart !== undefined) visitor(value, counterpart, passed);
  });
}

/** Where no star stands there is one place at most, which `valueAtWritten` finds sooner. */
export function isSinglePlace(at: string): boolean {
  return !writtenTokens(at).includes('*');
}

/** Every value at a pattern. */
export function visitPlaces(body: Json | undefined, at: string, visitor: PlaceVisitor): void {
  if (body !== undefined) visit(body, writtenTokens(at), 0, [], visitor);
}

export function boundPointer(pattern: string, passed: readonly string[]): string {
  return pointerOf(boundTokens(writtenTokens(pattern), passed));
}

function visit(
  value: Json,
  tokens: readonly string[],
  depth: number,
  passed: string[],
  visitor: PlaceVisitor,
): void {
  const token = tokens[depth];
  if (token === undefined) {
    visitor(value, passed);
  } else if (token === '*') {
    if (typeof value !== 'object' || value === null) return;
    // A list has its indices for keys.
    for (const key of Object.keys(value)) {
      const member = childOf(value, key);
      if (member === undefined) continue;
      passed.push(key);
      visit(member, tokens, depth + 1, passed, visitor);
      passed.pop();
    }
  } else {
    const child = childOf(value, token);
    if (child !== undefined) visit(child, tokens, depth + 1, passed, visitor);
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
