import type { AnswerChange } from '../src/mock/faults/fault.ts';
import { isJsonArray, isJsonObject, type Json } from '../src/model/json.ts';
import type { BenignOperator } from './benign-operators.ts';
import type { FreePlaces } from './free-places.ts';
import { everywhere, nameAt } from './map-json.ts';

/** Other values where the documents tie the value to nothing: texts, words of open sets, numbers, booleans, members. */
export function valueOperators(places: FreePlaces): readonly BenignOperator[] {
  const onFree = (change: (value: Json, place: string) => Json): AnswerChange =>
    everywhere((place, value) =>
      places.isFree(place) && !isIdName(nameAt(place)) ? change(value, place) : value,
    );
  return [
    {
      name: 'extra-member',
      change: everywhere((place, value) => (place.endsWith('#') ? grown(value) : value)),
    },
    {
      name: 'extra-members-everywhere',
      change: everywhere((place, value) => (isRecord(places, place) ? grown(value) : value)),
    },
    { name: 'other-texts', change: onFree((value) => (isProse(value) ? `${value} ⚑` : value)) },
    {
      name: 'added-members-of-open-sets',
      change: onFree((value, place) => (isWord(value) && !places.isRead(place) ? 'addedLater' : value)),
    },
    { name: 'other-numbers', change: onFree((value) => (typeof value === 'number' ? value + 1 : value)) },
    { name: 'other-booleans', change: onFree((value) => (typeof value === 'boolean' ? !value : value)) },
    {
      name: 'all-offline',
      change: onFree((value) => (typeof value === 'boolean' ? false : value)),
    },
  ];
}

/** A record has members that the documents name; of a map of ids, a member would be one more id. */
function isRecord(places: FreePlaces, place: string): boolean {
  return !places.mustHold(`${place}/*`) || place.endsWith('#');
}

function grown(value: Json): Json {
  return isJsonObject(value) ? { ...value, xAddedLater: { a: [1] } } : value;
}

export function isIdName(name: string): boolean {
  return /^_?id$|Ids?$|_id$/.test(name);
}

function isProse(value: Json): value is string {
  return typeof value === 'string' && !isWord(value) && !/^\d{4}-\d{2}-\d{2}/.test(value);
}

function isWord(value: Json): value is string {
  return typeof value === 'string' && /^[a-z]+$|^[A-Z][a-zA-Z]+$/.test(value);
}

/** Null becomes what is plausible there, and what may be null becomes null; wherever a member of that name stands. */
export function nullOperators(places: FreePlaces, answered: readonly Answered[]): readonly BenignOperator[] {
  const nullable = answered.filter(({ place }) => places.typesAt(place).includes('null'));
  const names = [...new Set(nullable.map(({ place }) => nameAt(place)))];
  const isOf = (place: string, name: string): boolean =>
    nameAt(place) === name && places.typesAt(place).includes('null') && !places.isTied(place);
  return names.flatMap((name) => [
    {
      name: `filled-${name}`,
      change: everywhere((place, value) =>
        value === null && isOf(place, name) ? plausible(places, place) : value,
      ),
    },
    { name: `emptied-${name}`, change: everywhere((place, value) => (isOf(place, name) ? null : value)) },
  ]);
}

/** Something that stands in an answer of the mock. */
export interface Answered {
  readonly place: string;
  readonly value: Json;
}

function plausible(places: FreePlaces, place: string): Json {
  const types = places.typesAt(place);
  if (places.isInstant(place)) return '2031-02-03T04:05:06.000Z';
  if (types.includes('integer') || types.includes('number')) return 7;
  if (types.includes('string')) return 'filled';
  if (types.includes('boolean')) return true;
  return types.includes('array') ? [] : {};
}

/** Nothing is in a list or a map, one at a time, where nothing that is documented or relied on has to be in it. */
export function emptyOperators(places: FreePlaces, answered: readonly Answered[]): readonly BenignOperator[] {
  const holding = answered.filter(
    ({ place, value }) => !place.endsWith('#') && isEmptiable(places, place, value),
  );
  return [...new Set(holding.map(({ place }) => nameAt(place)))].map((name) => ({
    name: `empty-${name}`,
    change: everywhere((place, value) =>
      nameAt(place) === name && isEmptiable(places, place, value) ? (isJsonArray(value) ? [] : {}) : value,
    ),
  }));
}

function isEmptiable(places: FreePlaces, place: string, value: Json): boolean {
  const isFull = isJsonArray(value) ? value.length > 0 : isJsonObject(value) && Object.keys(value).length > 0;
  return isFull && places.typesAt(place).length > 0 && !places.mustHold(place);
}
