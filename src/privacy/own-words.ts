import { oncePer } from '../model/once-per.ts';
import type { Suite } from '../model/suite.ts';

type Said = Pick<Suite, 'specs' | 'contracts'>;

/** Words that the specs, contracts and whatever else is said use: who looks for them in a report finds nobody. */
export function wordsOf({ specs, contracts }: Said, said?: unknown): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { document } of specs) addAll(words, wordsOfPart(document));
  for (const contract of contracts) addAll(words, wordsOfPart(contract));
  addAll(words, wordsIn(said));
  return words;
}

function addAll(words: Set<string>, more: ReadonlySet<string>): void {
  for (const word of more) words.add(word);
}

/** Specs and contracts are frozen, and asked for their words with every run. */
const wordsOfPart: (part: object) => ReadonlySet<string> = oncePer(wordsIn);

function wordsIn(said: unknown): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of textsIn(said)) {
    words.add(text);
    for (const [word] of text.matchAll(/[\p{L}\p{N}_]+/gu)) words.add(word);
  }
  return words;
}

/** Texts of the requests that contracts describe: they are ours, and no person's. */
export function ownTexts({ contracts }: Said): ReadonlySet<string> {
  const requests = contracts.flatMap(({ interactions }) => interactions.map(({ request }) => request.body));
  return new Set(requests.flatMap((body) => [...textsIn(body)]));
}

/** Every text and key in a value. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    yield key;
    yield* textsIn(member);
  }
}
