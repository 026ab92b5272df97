import type { Json } from './json.ts';
import { childOf, type Located, membersOf, pointerOf, writtenTokens } from './json-pointer.ts';

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

/** The same without naming the places: most that are compared agree, and need no name. */
export function visitPairs(body: Json | undefined, at: string, other: string, visitor: PairVisitor): void {
  if (body === undefined) return;
  const [tokens, others] = [writtenTokens(at), writtenTokens(other)];
  visit({ at: tokens, other: others, shared: countShared(tokens, others), visitor }, body, 0, NOTHING, body);
}

const NOTHING: readonly string[] = [];

/** The pointer of one place of a pattern. */
export function boundPointer(pattern: string, passed: readonly string[]): string {
  return pointerOf(boundTokens(writtenTokens(pattern), passed));
}

interface Search {
  readonly at: readonly string[];
  readonly other: readonly string[];
  /** How far both go the same way. */
  readonly shared: number;
  readonly visitor: PairVisitor;
}

/** `fork` is the value as far as both places have gone the same way. */
function visit(search: Search, value: Json, depth: number, passed: readonly string[], fork: Json): void {
  const token = search.at[depth];
  const from = depth <= search.shared ? value : fork;
  if (token === undefined) {
    const counterpart = counterpartOf(search, from, passed);
    if (counterpart !== undefined) search.visitor(value, counterpart, passed);
  } else if (token === '*') {
    for (const [key, member] of membersOf(value)) visit(search, member, depth + 1, [...passed, key], from);
  } else {
    const child = childOf(value, token);
    if (child !== undefined) visit(search, child, depth + 1, passed, from);
  }
}

function counterpartOf({ other, shared }: Search, fork: Json, passed: readonly string[]): Json | undefined {
  const tokens = other.includes('*', shared) ? boundTokens(other, passed) : other;
  let reached: Json | undefined = fork;
  for (let depth = shared; depth < tokens.length; depth += 1) reached = childOf(reached, tokens[depth] ?? '');
  return reached;
}

function countShared(at: readonly string[], other: readonly string[]): number {
  let shared = 0;
  while (shared < at.length && at[shared] === other[shared]) shared += 1;
  return shared;
}

/** The tokens of a pattern with keys for its stars. */
function boundTokens(tokens: readonly string[], passed: readonly string[]): readonly string[] {
  if (passed.length === 0) return tokens;
  let star = -1;
  return tokens.map((token) => {
    if (token !== '*') return token;
    star += 1;
    return passed[star] ?? token;
  });
}
