import { isJsonArray, isJsonObject, type Json } from '../src/model/json.ts';
import type { ValueOperator } from './value-operators.ts';

/** Just beyond a limit, by the keyword that sets it; none for a keyword whose limit is a schema of its own. */
export function limitOperators(keyword: string, limit: Json): readonly ValueOperator[] {
  if (keyword === 'contains') return [{ name: 'not-contained', change: withoutKind(limit) }];
  const change = BEYOND[keyword];
  const amount = typeof limit === 'number' ? limit : 0;
  return change === undefined ? [] : [{ name: `beyond-${keyword}`, change: change(amount) }];
}

const BEYOND: Readonly<Record<string, (limit: number) => ValueOperator['change']>> = {
  minimum: (limit) => () => limit - 1,
  exclusiveMinimum: (limit) => () => limit,
  maximum: (limit) => () => limit + 1,
  exclusiveMaximum: (limit) => () => limit,
  multipleOf: (limit) => () => limit * 1.5,
  minLength: (limit) => (current) => String(current).slice(0, limit - 1),
  maxLength: (limit) => () => 'x'.repeat(limit + 1),
  minItems: (limit) => (current) => (isJsonArray(current) ? current.slice(0, limit - 1) : current),
  maxItems: (limit) => (current) => filled(current, limit + 1),
  uniqueItems: () => (current) => (isJsonArray(current) ? [...current, ...current] : current),
  minProperties: (limit) => (current) =>
    isJsonObject(current) ? Object.fromEntries(Object.entries(current).slice(0, limit - 1)) : current,
  additionalProperties: () => (current) => (isJsonObject(current) ? { ...current, xAdded: true } : current),
};

/** A list in which no member is what one of them has to be. */
function withoutKind(wanted: Json): ValueOperator['change'] {
  const properties = isJsonObject(wanted) ? wanted['properties'] : undefined;
  const names = isJsonObject(properties) ? Object.keys(properties) : [];
  const strange = Object.fromEntries(names.map((name) => [name, 'no documented value']));
  const estranged = (member: Json): Json => (isJsonObject(member) ? { ...member, ...strange } : null);
  return (current) => (isJsonArray(current) ? current.map(estranged) : current);
}

function filled(current: Json, length: number): Json {
  if (!isJsonArray(current)) return current;
  return Array.from({ length }, (_, index) => current[index % Math.max(current.length, 1)] ?? null);
}
