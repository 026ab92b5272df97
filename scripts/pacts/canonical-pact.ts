import { isJsonArray, isJsonObject, type Json } from '../../src/model/json.ts';

/** A pact file in one fixed form: members sorted by name, interactions by description. */
export function canonicalPact(text: string): string {
  const pact: Json = JSON.parse(text);
  return `${JSON.stringify(sortInteractions(sortMembers(pact)), undefined, 2)}\n`;
}

function sortMembers(value: Json): Json {
  if (isJsonArray(value)) return value.map(sortMembers);
  if (!isJsonObject(value)) return value;
  const sorted = Object.entries(value).toSorted(([left], [right]) => compare(left, right));
  return Object.fromEntries(sorted.map(([name, member]) => [name, sortMembers(member)]));
}

function sortInteractions(pact: Json): Json {
  if (!isJsonObject(pact) || !isJsonArray(pact['interactions'])) throw new TypeError('no pact file');
  const interactions = pact['interactions'].toSorted((left, right) =>
    compare(descriptionOf(left), descriptionOf(right)),
  );
  return { ...pact, interactions };
}

function descriptionOf(interaction: Json): string {
  return isJsonObject(interaction) ? String(interaction['description']) : '';
}

/** By code unit, whatever the language of the machine. */
function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
