import type { Suite } from '../model/suite.ts';

type Said = Pick<Suite, 'specs' | 'contracts'>;

/** Words that the specs, contracts and whatever else is said use: who looks for them in a report finds nobody. */
export function wordsOf({ specs, contracts }: Said, said?: unknown): ReadonlySet<string> {
  const words = new Set<string>();
  const texts = [...specs.map(({ document }) => document), ...contracts, said];
  for (const text of texts)
    for (const value of textsIn(text)) {
      words.add(value);
      for (const [word] of value.matchAll(/[\p{L}\p{N}_]+/gu)) words.add(word);
    }
  return words;
}

/** Texts of the requests that contracts describe: they are ours, and no person's. */
export function ownTexts({ contracts }: Said): ReadonlySet<string> {
  const requests = contracts.flatMap(({ interactions }) => interactions.map(({ request }) => request.body));
  return new Set(requests.flatMap(textsIn));
}

/** Every text and key in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...textsIn(member)]);
}
