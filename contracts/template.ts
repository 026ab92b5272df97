/** What a template may stand for without being taken apart. */
export type Scalar = string | number | boolean | null;

declare const example: unique symbol;

/** A Pact matcher; the type is that of the values it stands for. */
export interface Matched<T> {
  readonly 'pact:matcher:type': string;
  readonly [example]?: T;
}

/** A matcher of `'user'` matches texts: matchers tell types apart, not values. */
type Widened<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T;

/** A `T` in which any part may be a matcher instead of a value. */
export type Template<T> = T extends undefined
  ? never
  : T extends Scalar
    ? T | Matched<Widened<T>>
    : T extends readonly (infer Member)[]
      ? readonly Template<Member>[] | Matched<readonly Member[]>
      : { readonly [Key in keyof T]: Template<T[Key]> } | Matched<T>;

/** As much of `T` as a consumer cares to name. */
export type Partially<T> = T extends Scalar
  ? T
  : T extends readonly (infer Member)[]
    ? readonly Partially<Member>[]
    : string extends keyof T
      ? { readonly [Key in keyof T]: Partially<T[Key]> }
      : { readonly [Key in keyof T]?: Partially<T[Key]> };

/**
 * The matchers contracts are written with. They are handed in, so that a contract can be read without Pact, and
 * take the type they stand for from where they stand, so that a field nobody documents does not compile.
 */
export interface ContractMatchers {
  integer(example: number): Matched<number>;
  boolean(example: boolean): Matched<boolean>;
  string(example: string): Matched<string>;
  regex(pattern: RegExp, example: string): Matched<string>;
  /** An array of at least `min` members. */
  eachLike<T>(member: Template<NoInfer<T>>, min: 0 | 1): Matched<readonly T[]>;
  /** A map whose keys are not known beforehand. */
  eachKeyLike<T>(key: string, member: Template<NoInfer<T>>): Matched<{ readonly [key: string]: T }>;
  /** A value the provider state supplies; `Bearer {apiKey}` names its member `apiKey`. */
  fromProviderState<T extends Scalar | readonly Scalar[]>(expression: string, example: T): Matched<T>;
}
