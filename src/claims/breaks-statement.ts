import { pointerMatches } from '../model/json-pointer.ts';
import type { Violation } from '../schema/schema-violations.ts';
import type { SchemaStatement } from './schema-statement.ts';

/** Is it this very statement that is broken: the same keyword of the same schema, at its place? */
export function isViolationOf(violation: Violation, statement: SchemaStatement): boolean {
  return (
    violation.keyword === statement.keyword &&
    violation.specPointer === statement.citation.pointer &&
    pointerMatches(violation.pointer, statement.place) &&
    // Of a type with null in it there are two statements; a value of another type breaks the one about types.
    statement.aspect !== 'nullability'
  );
}
