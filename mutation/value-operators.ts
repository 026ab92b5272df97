import { anotherValue } from '../src/mock/faults/changes.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../src/model/json.ts';
import { escapeToken, typeOf } from '../src/model/json-pointer.ts';

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
  const listed: ValueOperator = { name: 'array-for-map', change: membersOnly };
  return [
    ...retyped,
    ...(allowed.includes('object') && !isAllowed('array') ? [listed] : []),
    ...(isAllowed('string') ? [] : [stringified]),
    ...(isAllowed('array') ? [] : [wrapped]),
    ...(allowed.includes('array') && !isAllowed('object') ? [unwrapped] : []),
  ];
}

function firstMember(current: Json): Json {
  if (isJsonArray(current)) return current[0] ?? 'nothing was in it';
  return isJsonObject(current) ? (Object.values(current)[0] ?? 'nothing was in it') : current;
}

/** A map told as the list of its members; unchanged where there is none. */
function membersOnly(current: Json): Json {
  return isJsonObject(current) && Object.keys(current).length > 0 ? Object.values(current) : current;
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
  {
    name: 'other-case',
    change: (current) => (typeof current === 'string' ? withOtherCase(current) : current),
  },
];

function withOtherCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}

/** Another value of the same kind: of an instant a valid one, so that nothing but the tie is broken. */
export const ANOTHER_VALUE: ValueOperator = {
  name: 'another-value',
  change: (current) => shifted(current, 1) ?? anotherValue(current),
};

/** Of an instant, one that nothing documented comes before. */
export const LONG_BEFORE: ValueOperator = {
  name: 'long-before',
  change: (current) => shifted(current, -20) ?? current,
};

const INSTANT = /^(\d{4})(-\d{2}-)(\d{2})(.*)$/;

/** The same day of another year, so many later, in the form it had; undefined when it is no instant. */
function shifted(current: Json, years: number): Json | undefined {
  const [, year, month, day, rest] = typeof current === 'string' ? (INSTANT.exec(current) ?? []) : [];
  if (year === undefined || day === undefined) return undefined;
  return `${Number(year) + years}${month}${day === '29' ? '28' : day}${rest}`;
}

/** One id of a map is none any more. */
export const KEY_OPERATORS: readonly ValueOperator[] = [{ name: 'rename-keys', change: withStrangeKeys }];

function withStrangeKeys(value: Json): Json {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member], index) => [
      index === 0 ? `id-${escapeToken(key)}` : key,
      member,
    ]),
  );
}

/** What none of the alternatives allows. */
export const CHOICE_OPERATORS: readonly ValueOperator[] = [{ name: 'neither', change: () => ({}) }];

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
