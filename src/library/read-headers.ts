import type { Pair } from '../model/exchange.ts';
import { type Members, membersOf } from './members-of.ts';

/** Header pairs of `Headers`, of a list of pairs, of a flat list as Node has it raw, or of an object. */
export function readHeaders(given: unknown): readonly Pair[] {
  if (given === undefined || given === null) return [];
  if (Array.isArray(given)) return pairsOfList(given);
  if (isIterable(given)) return pairsOfList([...given]);
  const members = membersOf(given);
  if (members === undefined) return [];
  const toJson = members['toJSON'];
  // Headers of clients that keep more than headers in their object.
  const plain = typeof toJson === 'function' ? membersOf(toJson.call(given)) : members;
  return pairsOfObject(plain ?? {});
}

function pairsOfList(list: readonly unknown[]): readonly Pair[] {
  if (list.every((member) => typeof member === 'string')) return pairsOfRaw(list);
  return list.flatMap((member): readonly Pair[] => {
    if (!Array.isArray(member)) return [];
    const [name, value]: readonly unknown[] = member;
    return typeof name === 'string' ? [[name, String(value)]] : [];
  });
}

function pairsOfRaw(list: readonly string[]): readonly Pair[] {
  return list.flatMap((name, index): readonly Pair[] =>
    index % 2 === 0 ? [[name, list[index + 1] ?? '']] : [],
  );
}

function pairsOfObject(headers: Members): readonly Pair[] {
  return Object.entries(headers).flatMap(([name, value]): readonly Pair[] => {
    if (Array.isArray(value)) return value.map((one) => [name, String(one)]);
    const isValue = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isValue ? [[name, String(value)]] : [];
  });
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
