import type { RuleDifference } from '../src/model/contract.ts';
import type { Json } from '../src/model/json.ts';
import { childOf, escapeToken, membersOf } from '../src/model/json-pointer.ts';

type Names<T> = T extends object ? keyof T & string : never;
type Child<T, Name> = T extends object ? (Name extends keyof T ? T[Name] : never) : never;
type Member<T> = T extends readonly (infer Item)[] ? Item : T extends object ? T[keyof T] : never;

/**
 * A place in something observed. The documented type `T` says which names can be asked for; the value is whatever
 * came, and nothing is assumed of it.
 */
export interface Observed<T> {
  readonly value: Json | undefined;
  get<Name extends Names<T>>(name: Name): Observed<Child<T, Name>>;
  each(): readonly Observed<Member<T>>[];
  differs(expected: string, actual: string): RuleDifference;
}

/** `place` is the place of the whole, as in the pointer of a finding: `response.body#`. */
export function observe<T>(value: Json | undefined, place: string): Observed<T> {
  return {
    value,
    get: (name) => observe(childOf(value, name), `${place}/${escapeToken(name)}`),
    each: () =>
      value === undefined
        ? []
        : membersOf(value).map(([key, member]) => observe(member, `${place}/${escapeToken(key)}`)),
    differs: (expected, actual) => ({ pointer: place, expected, actual }),
  };
}
