import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../src/model/json.ts';
import { typeOf } from '../src/model/json-pointer.ts';

/** A way to contradict a claim about a value; `undefined` takes the value away. */
export interface ValueOperator {
  readonly name: string;
  readonly change: (current: Json) => Json | undefined;
  /** The old value stands under this name afterwards, beside where it was. */
  readonly movesTo?: (name: string) => string;
}

/** One value of each JSON type, unlike anything documented. */
const STRANGERS: readonly (readonly [type: string, value: Json])[] = [
  ['null', null],
  ['boolean', true],
  ['integer', 987_654],
  ['number', 1.5],
  ['string', 'not of this type'],
  ['array', []],
  ['object', {}],
];

/** Every JSON type the schema does not allow, and the slips by which types really change. */
export function typeOperators(allowed: readonly string[]): readonly ValueOperator[] {
  const isAllowed = (type: string) =>
    allowed.includes(type) || (type === 'integer' && allowed.includes('number'));
  const retyped = STRANGERS.filter(([type]) => !isAllowed(type)).map(
    ([type, value]): ValueOperator => ({ name: `retype-${type}`, change: () => value }),
  );
  const stringified: ValueOperator = { name: 'stringify', change: (current) => JSON.stringify(current) };
  const wrapped: ValueOperator = { name: 'wrap', change: (current) => [current] };
  const unwrapped: ValueOperator = { name: 'unwrap', change: firstMember };
  return [
    ...retyped,
    ...(isAllowed('string') ? [] : [stringified]),
    ...(isAllowed('array') ? [] : [wrapped]),
    ...(allowed.includes('array') && !isAllowed('object') ? [unwrapped] : []),
  ];
}

function firstMember(current: Json): Json {
  if (isJsonArray(current)) return current[0] ?? 'nothing was in it';
  return isJsonObject(current) ? (Object.values(current)[0] ?? 'nothing was in it') : current;
}

/** Dates that are no RFC 3339 instant. */
export const DATE_OPERATORS: readonly ValueOperator[] = [
  { name: 'date-only', change: (current) => String(current).slice(0, 10) },
  { name: 'date-without-zone', change: (current) => String(current).replace(/(Z|[+-]\d{2}:?\d{2})$/, '') },
  { name: 'date-as-words', change: () => 'yesterday at noon' },
];

export const VALUE_OPERATORS: readonly ValueOperator[] = [
  {
    name: 'undocumented-value',
    change: (current) => (typeof current === 'boolean' ? !current : 'no documented value'),
  },
];

export const PRESENCE_OPERATORS: readonly ValueOperator[] = [
  { name: 'remove', change: () => undefined },
  { name: 'rename', change: () => undefined, movesTo: (name) => `${name}Renamed` },
];

/** JSON types a schema node allows; empty when it does not say. */
export function allowedTypes(node: JsonObject): readonly string[] {
  const { type } = node;
  if (typeof type === 'string') return [type];
  return isJsonArray(type) ? type.filter((one): one is string => typeof one === 'string') : [];
}

/** Is the value unchanged by the operator, so that nothing is contradicted? */
export function isIdle(operator: ValueOperator, current: Json): boolean {
  const next = operator.change(current);
  return (
    next !== undefined && JSON.stringify(next) === JSON.stringify(current) && typeOf(next) === typeOf(current)
  );
}
