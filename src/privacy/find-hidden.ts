import type { Hit, Needles } from './needles.ts';
import { DEEPEST, unfoldDeeper, unfoldText } from './unfold.ts';

/** What is looked through at once; a text of many megabytes would need several times its size otherwise. */
const PIECE = 1 << 20;
/** The longest escape of one character, twice escaped. */
const WIDEST = 24;

/** Every place of a text that holds a needle, also under escapes; in order, none touching another. */
export function findHidden(text: string, index: Needles): readonly Hit[] {
  if (index.longest === 0) return [];
  const overlap = Math.min(index.longest * WIDEST, PIECE);
  const hits: Hit[] = [];
  for (let from = 0; from < text.length; from += PIECE)
    for (const hit of findInPiece(text.slice(from, from + PIECE + overlap), index))
      hits.push({ ...hit, from: hit.from + from, to: hit.to + from });
  return joined(hits);
}

function findInPiece(text: string, index: Needles): readonly Hit[] {
  const hits = [...index.find(text)];
  let layer = unfoldDeeper(text);
  for (let depth = 1; layer !== undefined && depth <= DEEPEST; depth += 1) {
    const { starts } = layer;
    for (const { from, to, shown } of index.find(layer.text))
      hits.push({ from: starts[from] ?? 0, to: starts[to] ?? text.length, shown });
    layer = unfoldDeeper(layer.text, layer);
  }
  return hits;
}

/**
 * What stands for the needles of each index that are in a text, also under escapes, and not where. Of a text whose
 * escapes are undone only their surroundings are looked at again: the rest has been.
 */
export function shownIn(text: string, indexes: readonly Needles[]): readonly ReadonlySet<string>[] {
  const longest = Math.max(...indexes.map((index) => index.longest));
  const overlap = Math.min(longest * WIDEST, PIECE);
  const shown = indexes.map(() => new Set<string>());
  const look = (part: string): void => {
    for (const [at, index] of indexes.entries())
      for (const hit of index.find(part)) shown[at]?.add(hit.shown);
  };
  for (let from = 0; from < text.length; from += PIECE) {
    const piece = text.slice(from, from + PIECE + overlap);
    look(piece);
    // One more on each side tells whether a needle is a word of its own.
    let layer = surroundings(piece, longest + 1);
    for (let depth = 1; layer !== undefined && depth <= DEEPEST; depth += 1) {
      for (const part of layer.parts) look(part);
      layer = surroundings(layer.text, longest + 1);
    }
  }
  return shown;
}

interface Surroundings {
  readonly text: string;
  readonly parts: readonly string[];
}

/** A text with one layer of its escapes undone, and the parts of it in which there were some. */
function surroundings(folded: string, reach: number): Surroundings | undefined {
  const spans: { readonly from: number; to: number }[] = [];
  let length = 0;
  const text = unfoldText(folded, (from, to, escapes) => {
    const taken = escapes ?? to - from;
    if (escapes !== undefined) {
      const [last, begin, end] = [spans.at(-1), Math.max(0, length - reach), length + taken + reach];
      if (last !== undefined && begin <= last.to) last.to = end;
      else spans.push({ from: begin, to: end });
    }
    length += taken;
  });
  return text === undefined ? undefined : { text, parts: spans.map(({ from, to }) => text.slice(from, to)) };
}

/** Hits that overlap become one, under the name of the first and longest. */
export function joined(hits: readonly Hit[]): readonly Hit[] {
  const result: Hit[] = [];
  for (const hit of hits.toSorted((left, right) => left.from - right.from || right.to - left.to)) {
    const last = result.at(-1);
    if (last === undefined || hit.from >= last.to) result.push(hit);
    else if (hit.to > last.to) result[result.length - 1] = { ...last, to: hit.to };
  }
  return result;
}

/** The text with every hit replaced; `place` gives what stands instead of what was there. */
export function replaceHidden(
  text: string,
  index: Needles,
  place: (shown: string, raw: string) => string = (shown) => shown,
): string {
  return replaceAt(text, findHidden(text, index), place);
}

/** The text with each of the hits, which are in order, replaced. */
export function replaceAt(
  text: string,
  hits: readonly Hit[],
  place: (shown: string, raw: string) => string,
): string {
  if (hits.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, shown } of hits) {
    parts.push(text.slice(done, from), place(shown, text.slice(from, to)));
    done = to;
  }
  return [...parts, text.slice(done)].join('');
}
