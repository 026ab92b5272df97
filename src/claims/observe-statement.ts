import { withMember } from '../model/edit-json.ts';
import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';
import { type Located, locate, membersOf, typeOf } from '../model/json-pointer.ts';
import type { Spec } from '../model/spec.ts';
import { schemaViolations } from '../schema/schema-violations.ts';
import { isViolationOf } from './breaks-statement.ts';
import type { SchemaStatement } from './schema-statement.ts';

export type Observation =
  | { readonly kind: 'seen' }
  | { readonly kind: 'unseen'; readonly reason: string; readonly nearness: number };

/** Does a statement show in these values? It holds in them; the question is whether it could have been broken. */
export function observeStatement(
  spec: Spec,
  schemaPointer: string,
  statement: SchemaStatement,
  values: readonly Json[],
): Observation {
  const isConditional = statement.conditions.length > 0;
  const place =
    statement.aspect === 'presence' && !isConditional ? parentOf(statement.place) : statement.place;
  const sites = values.flatMap((value) => locate(value, place).map((found) => ({ value, found })));
  if (sites.length === 0) return { kind: 'unseen', reason: absence(place, values), nearness: 1 };
  const telling = sites.filter(({ found }) => tells(statement, found, isConditional));
  if (telling.length === 0) return { kind: 'unseen', reason: silenceOf(statement), nearness: 2 };
  const inForce = telling.some(
    ({ value, found }) => !isConditional || binds(spec, schemaPointer, statement, value, found),
  );
  if (inForce) return { kind: 'seen' };
  return { kind: 'unseen', reason: 'nothing was seen to which its condition applies', nearness: 3 };
}

function parentOf(place: string): string {
  return place.slice(0, place.lastIndexOf('/'));
}

function absence(place: string, values: readonly Json[]): string {
  if (place === '') return 'nothing was there to see it in';
  const tokens = place.split('/').slice(1);
  const missing = tokens.findIndex((_, depth) => {
    const upTo = `/${tokens.slice(0, depth + 1).join('/')}`;
    return values.every((value) => locate(value, upTo).length === 0);
  });
  const above = tokens.slice(0, missing).map((token) => `/${token}`);
  return tokens[missing] === '*'
    ? `${above.join('') || 'the whole'} was empty wherever it was seen`
    : `/${tokens.slice(0, missing + 1).join('/')} was never there`;
}

/** Null says nothing of a type, an empty map nothing of its keys. */
function tells({ aspect, value }: SchemaStatement, found: Located, isConditional: boolean): boolean {
  switch (aspect) {
    case 'presence':
      return isConditional || isJsonObject(found.value);
    case 'nullability':
      return found.value === null;
    case 'type':
      return found.value !== null;
    case 'format':
    case 'pattern':
      return typeof found.value === 'string';
    case 'keys':
      return isJsonObject(found.value) && membersOf(found.value).length > 0;
    case 'choice':
      return isJsonObject(found.value);
    case 'value':
      return found.value !== null || value === null || (isJsonArray(value) && value.includes(null));
    case 'limit':
      return found.value !== null;
  }
}

function silenceOf({ aspect }: SchemaStatement): string {
  switch (aspect) {
    case 'nullability':
      return 'null was never seen there';
    case 'keys':
      return 'it was empty wherever it was seen';
    case 'presence':
    case 'choice':
      return 'what would hold it was no object';
    default:
      return 'only null was seen there';
  }
}

/** A branch of a schema binds a value if breaking the statement there would be found. */
function binds(
  spec: Spec,
  schemaPointer: string,
  statement: SchemaStatement,
  value: Json,
  { pointer, value: present }: Located,
): boolean {
  return offendingValues(statement, present).some((offending) =>
    schemaViolations(spec, schemaPointer, withMember(value, pointer, offending)).some(
      (violation) => violation.pointer === pointer && isViolationOf(violation, statement),
    ),
  );
}

const SAMPLES: readonly Json[] = [null, '', '\u0000', true, 0, -1.5, 1e9, [], {}];

function offendingValues({ aspect, value }: SchemaStatement, present: Json): readonly (Json | undefined)[] {
  if (aspect === 'presence') return [undefined];
  if (aspect !== 'type') return SAMPLES;
  const types: readonly Json[] = isJsonArray(value) ? value : [value];
  return SAMPLES.filter((sample) => typeOf(sample) !== typeOf(present) && !types.includes(typeOf(sample)));
}
