import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';
import { wordDigest } from './document-words.ts';
import type { Passage } from './trace-passage.ts';

/** What a change of the words may mean for the constraint that rests on them. */
export const CHANGE_KINDS = ['required-mark', 'type', 'status', 'closed-value', 'wording'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

const MARKS = ['required', 'optional', 'mandatory', 'must', 'may', 'conditional', 'yes', 'no', '*'];
const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null', 'date', 'float', 'int'];

type Changed = Extract<Passage, { readonly fate: 'changed' }>;

/** Of a changed passage, by the first kind that fits; `node` is what the spec makes of it. */
export function classifyChange({ words, lost }: Changed, node: Json | undefined): ChangeKind {
  const fresh = words.filter(({ isNew }) => isNew).map(({ text }) => text.toLowerCase());
  const touches = (vocabulary: readonly string[]) =>
    vocabulary.some((word) => fresh.includes(word) || isLost(word, lost));
  if (touches(MARKS)) return 'required-mark';
  if (touches(TYPES)) return 'type';
  if (fresh.some((word) => /^[1-5]\d\d$/.test(word))) return 'status';
  return touchesClosedValues(words, lost, node) ? 'closed-value' : 'wording';
}

/** The word itself is not kept, so it is asked for in the ways it may have been written. */
function isLost(word: string, lost: readonly string[]): boolean {
  const capitalised = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return [word, capitalised, word.toUpperCase()].some((form) => lost.includes(wordDigest(form)));
}

/** A value of a closed set is gone, or a word has come to the passage that closes one. */
function touchesClosedValues(
  words: Changed['words'],
  lost: readonly string[],
  node: Json | undefined,
): boolean {
  if (!isJsonObject(node)) return false;
  const values = [...(isJsonArray(node['enum']) ? node['enum'] : []), node['const']].filter(
    (value): value is string => typeof value === 'string',
  );
  if (values.length === 0) return false;
  const isCome = words.some(
    ({ isNew, text }) => isNew && /^[\p{L}\p{N}_]+$/u.test(text) && !values.includes(text),
  );
  return isCome || values.some((value) => lost.includes(wordDigest(value)));
}
