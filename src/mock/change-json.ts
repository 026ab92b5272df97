// Changes inside immutable values, at JSON Pointers in which `*` stands for every member.
import { withMember } from '../model/edit-json.ts';
import type { Json } from '../model/json.ts';
import { childOf, escapeToken, membersOf, tokensOf, valueAt } from '../model/json-pointer.ts';

/** Answers the new value of what stands there; undefined removes it. */
export type Change = (current: Json | undefined) => Json | undefined;

/** Changes every value a pattern stands for. The last step may be new; containers are not invented. */
export function changeAt(value: Json, pattern: string, change: Change): Json {
  // Last first, so that removing array items does not move those still to come.
  return expandPattern(value, tokensOf(pattern))
    .toReversed()
    .reduce((changed, pointer) => withMember(changed, pointer, change(valueAt(changed, pointer))), value);
}

/** The concrete pointers a pattern stands for; the last step need not exist. */
export function expandPattern(value: Json | undefined, pattern: readonly string[]): readonly string[] {
  const [token, ...rest] = pattern;
  if (token === undefined) return [''];
  const members = token === '*' ? membersOf(value ?? null).map(([key]) => key) : [token];
  return members.flatMap((member) =>
    expandPattern(childOf(value, member), rest).map((pointer) => `/${escapeToken(member)}${pointer}`),
  );
}
