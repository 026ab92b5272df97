import { isJsonArray, type Json } from './json.ts';
import { jsonEqual, type Located } from './json-pointer.ts';
import type { Echo } from './operation.ts';
import { type ExpressionScope, evaluateExpression } from './runtime-expression.ts';

/** A place where a relation between what was sent and what came back does not hold. */
export interface BrokenRelation {
  readonly pointer: string;
  readonly expected: Json;
  readonly actual: Json | undefined;
}

/** What was sent and has to come back; undefined when nothing was, or a value of which the echo says nothing. */
export function echoedValue({ value, when }: Echo, scope: ExpressionScope): Json | undefined {
  const sent = evaluateExpression(value, scope);
  return sent === undefined || when === undefined || sent === when ? sent : undefined;
}

/** Compares what stands at an echo's places with the value its expression has. */
export function brokenRelations(
  echo: Echo,
  places: readonly Located[],
  value: Json,
): readonly BrokenRelation[] {
  switch (echo.relation) {
    case 'equals':
      return places.filter((place) => !sameFact(place.value, value)).map((place) => broken(place, value));
    case 'ends-with-segment':
      return places
        .filter((place) => lastSegment(place.value) !== String(value))
        .map((place) => broken(place, value));
    case 'includes-each': {
      const wanted = isJsonArray(value) ? value : [value];
      return wanted
        .filter((item) => !places.some((place) => sameFact(place.value, item)))
        .map((item) => ({ pointer: echo.at, expected: item, actual: places.map((place) => place.value) }));
    }
  }
}

function broken(place: Located, expected: Json): BrokenRelation {
  return { pointer: place.pointer, expected, actual: place.value };
}

/** An id told as a number here and as a text there is the same fact; its type is for the schema to judge. */
export function sameFact(left: Json, right: Json): boolean {
  if (jsonEqual(left, right)) return true;
  return isScalar(left) && isScalar(right) && String(left) === String(right);
}

function isScalar(value: Json): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function lastSegment(value: Json): string | undefined {
  return typeof value === 'string' ? value.split('/').at(-1) : undefined;
}
