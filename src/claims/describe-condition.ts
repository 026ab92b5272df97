import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';
import type { Condition } from './schema-statement.ts';
import { typeWords } from './type-words.ts';

/** In words, when the branch applies; `base` stands before every place. */
export function describeCondition({ schema, negated }: Condition, base: string): string {
  const words = wordsOf(schema, base).join(' and ');
  return negated ? `not (${words})` : words;
}

function wordsOf(schema: Json | undefined, at: string): readonly string[] {
  if (!isJsonObject(schema)) return [];
  const { properties, required, anyOf, allOf, not } = schema;
  const value = 'const' in schema ? [`${at} is ${JSON.stringify(schema['const'])}`] : [];
  const type = schema['type'] === undefined ? [] : [`${at} is ${typeWords(schema['type'])}`];
  const members = isJsonObject(properties)
    ? Object.entries(properties).flatMap(([name, member]) => wordsOf(member, `${at}/${name}`))
    : [];
  const present = listOf(required).map((name) => `${at}/${String(name)} is there`);
  const choices = listOf(anyOf).map((choice) => wordsOf(choice, at).join(' and '));
  return [
    ...value,
    ...type,
    ...present,
    ...members,
    ...(choices.length > 0 ? [choices.join(' or ')] : []),
    ...listOf(allOf).flatMap((part) => wordsOf(part, at)),
    ...(not === undefined ? [] : [`not (${wordsOf(not, at).join(' and ')})`]),
  ];
}

function listOf(value: Json | undefined): readonly Json[] {
  return isJsonArray(value) ? value : [];
}
