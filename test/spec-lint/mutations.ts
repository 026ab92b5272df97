// Ways to spoil a payload: each shown member taken away, each value turned into one of another type.
import { isJsonArray, isJsonObject, type Json } from '../../src/model/json.ts';
import { type JsonPath, pointerOf, withValue } from './json-edit.ts';

export interface Mutation {
  readonly what: string;
  /** At least one of these has to be refused. */
  readonly results: readonly Json[];
}

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

export function mutationsOf(payload: Json): readonly Mutation[] {
  return placesIn(payload, []).flatMap(({ path, value }) => [
    ...removals(payload, path),
    ...spoiled(value).map(({ name, values }) => ({
      what: `${name} at ${pointerOf(path)}`,
      results: values.map((replacement) => withValue(payload, path, replacement)),
    })),
  ]);
}

function placesIn(value: Json, path: JsonPath): readonly { path: JsonPath; value: Json }[] {
  const self = { path, value };
  if (isJsonArray(value)) {
    return [self, ...value.flatMap((item, index) => placesIn(item, [...path, String(index)]))];
  }
  if (!isJsonObject(value)) return [self];
  return [self, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...path, key]))];
}

/** Keys of digits are positions or ids: a list or a map may be shorter than the one that is shown. */
function removals(payload: Json, path: JsonPath): readonly Mutation[] {
  const key = path.at(-1);
  if (key === undefined || /^\d+$/.test(key)) return [];
  return [{ what: `${pointerOf(path)} left out`, results: [withValue(payload, path, undefined)] }];
}

interface Spoiled {
  readonly name: string;
  readonly values: readonly Json[];
}

function spoiled(value: Json): readonly Spoiled[] {
  // What may stand in place of a null is written in the spec; only "anything at all" is wrong.
  if (value === null) return [{ name: 'anything in place of null', values: ['text', true, 0.5, [], {}] }];
  if (typeof value === 'boolean') return [{ name: 'text', values: [String(value)] }];
  if (typeof value === 'number') return [...spoiledInteger(value), { name: 'text', values: [String(value)] }];
  if (typeof value === 'string') return [...spoiledInstant(value), { name: 'a number', values: [17] }];
  return isJsonArray(value) ? [{ name: 'an object', values: [{}] }] : [{ name: 'a list', values: [[]] }];
}

function spoiledInteger(value: number): readonly Spoiled[] {
  return Number.isInteger(value) ? [{ name: 'a fraction', values: [1.5] }] : [];
}

function spoiledInstant(value: string): readonly Spoiled[] {
  return INSTANT.test(value) ? [{ name: 'no instant', values: ['some time ago'] }] : [];
}
