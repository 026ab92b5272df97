import { diffArrays } from 'diff';
import { type Word, type WordDigests, wordDigest } from './document-words.ts';

export type Lines = readonly [from: number, to: number];

/** What has become of the cited lines of a document. */
export type Passage =
  | { readonly fate: 'unchanged' }
  /** The same words on other lines, or broken into lines otherwise. */
  | { readonly fate: 'moved'; readonly lines: Lines }
  | {
      readonly fate: 'changed';
      readonly lines: Lines;
      /** Words of today from the first to the last of the passage; `isNew` where the passage did not have them. */
      readonly words: readonly TracedWord[];
      /** Digests of words that are gone. */
      readonly lost: readonly string[];
      /** Every single difference under a name of its own: passages that share one speak of the same change. */
      readonly differences: readonly string[];
    }
  | { readonly fate: 'gone'; readonly differences: readonly string[] };

export interface TracedWord extends Word {
  readonly isNew: boolean;
}

export interface Tracing {
  trace(lines: Lines): Passage;
  /** Lines of today that hold words no line had before, each run of them once. */
  readonly added: readonly Lines[];
  /** How many of the words that were pinned are still there, from 0 to 1. */
  readonly kept: number;
}

interface OldWord {
  readonly digest: string;
  readonly line: number;
}

/** Aligns the words that were pinned with those of today. */
export function traceDocument(pinned: WordDigests, words: readonly Word[]): Tracing {
  const old = pinned.flatMap((line, index) => line.map((digest): OldWord => ({ digest, line: index + 1 })));
  const places = align(old, words);
  const known = new Set(places.filter((place) => place !== undefined));
  return {
    trace: (lines) => tracePassage(lines, old, places, words, known),
    added: runsOf(words.flatMap(({ line }, index) => (known.has(index) ? [] : [line]))),
    kept: old.length === 0 ? 1 : known.size / old.length,
  };
}

/** For each word that was pinned, the index of the same word today. */
function align(old: readonly OldWord[], words: readonly Word[]): readonly (number | undefined)[] {
  const parts = diffArrays(
    old.map(({ digest }) => digest),
    words.map(({ text }) => wordDigest(text)),
  );
  const places: (number | undefined)[] = [];
  let today = 0;
  for (const { added, removed, count } of parts) {
    if (removed) places.push(...Array.from({ length: count }, () => undefined));
    else {
      if (!added) places.push(...Array.from({ length: count }, (_, index) => today + index));
      today += count;
    }
  }
  return places;
}

function tracePassage(
  [from, to]: Lines,
  old: readonly OldWord[],
  places: readonly (number | undefined)[],
  words: readonly Word[],
  known: ReadonlySet<number>,
): Passage {
  const own = old.flatMap(({ line, digest }, index) =>
    line >= from && line <= to ? [{ digest, index, place: places[index] }] : [],
  );
  const found = own.flatMap(({ place }) => (place === undefined ? [] : [place]));
  const [first, last] = [found.at(0), found.at(-1)];
  if (own.length === 0) return { fate: 'unchanged' };
  // A few marks that happen to be found again are no passage.
  if (first === undefined || last === undefined || found.length * 3 < own.length)
    return { fate: 'gone', differences: own.map(({ index }) => `lost ${index}`) };
  const span = words
    .slice(first, last + 1)
    .map((word, index) => ({ ...word, isNew: !known.has(first + index) }));
  const missing = own.filter(({ place }) => place === undefined);
  const lost = missing.map(({ digest }) => digest);
  const differences = [
    ...missing.map(({ index }) => `lost ${index}`),
    ...span.flatMap(({ isNew }, index) => (isNew ? [`new ${first + index}`] : [])),
  ];
  const lines: Lines = [span.at(0)?.line ?? from, span.at(-1)?.line ?? to];
  if (differences.length > 0) return { fate: 'changed', lines, words: span, lost, differences };
  return lines[0] === from && lines[1] === to ? { fate: 'unchanged' } : { fate: 'moved', lines };
}

function runsOf(lines: readonly number[]): readonly Lines[] {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && line <= last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs;
}
