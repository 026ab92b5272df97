import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';
import type { Citation } from '../model/spec.ts';

/** The branch a statement stands in: it binds only where the condition holds (or, negated, does not). */
export interface Condition {
  /** Place of the value the condition is about, in which `*` stands for every member. */
  readonly place: string;
  readonly schema: Json;
  readonly negated: boolean;
}

export type SchemaAspect =
  | 'presence'
  | 'type'
  | 'nullability'
  | 'value'
  | 'format'
  | 'pattern'
  | 'keys'
  | 'choice'
  | 'limit';

/** One thing a schema says of one place. */
export interface SchemaStatement {
  readonly aspect: SchemaAspect;
  /** Keyword of the schema that is broken when it does not hold. */
  readonly keyword: string;
  /** Its value; of a presence the member's name, of a type the types other than null. */
  readonly value: Json;
  /** Pointer into the value described, in which `*` stands for every member. */
  readonly place: string;
  /** Outermost first. */
  readonly conditions: readonly Condition[];
  readonly citation: Citation;
}

/** A branch that applies only where a member is there says nothing by wanting it there. */
export function isIdle({ aspect, place, value, conditions }: SchemaStatement): boolean {
  if (aspect !== 'presence') return false;
  const parent = place.slice(0, place.lastIndexOf('/'));
  return conditions.some(
    ({ schema, negated, place: about }) =>
      !negated &&
      about === parent &&
      isJsonObject(schema) &&
      listOf(schema['required']).some((name) => name === value),
  );
}

export function listOf(value: Json | undefined): readonly Json[] {
  return isJsonArray(value) ? value : [];
}
