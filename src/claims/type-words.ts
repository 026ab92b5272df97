import { isJsonArray, type Json } from '../model/json.ts';

const WORDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'an integer',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'text',
};

/** JSON types in words: `an integer or text`. */
export function typeWords(types: Json): string {
  const names = isJsonArray(types) ? types : [types];
  return names.map((name) => (typeof name === 'string' ? (WORDS[name] ?? name) : '')).join(' or ');
}
