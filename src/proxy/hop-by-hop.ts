import type { Pair } from '../model/exchange.ts';

/** Fields that speak of one connection alone (RFC 9110, section 7.6.1). */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'upgrade',
  'proxy-authenticate',
  'proxy-authorization',
]);

/** Names and values in turn, as Node has them, in pairs. */
export function pairsOf(rawHeaders: readonly string[]): readonly Pair[] {
  return rawHeaders.flatMap((name, index): Pair[] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
}

/** Say where a body ends. What came in chunks goes on in chunks, and nobody may talk us into forgetting a length. */
const FRAMING: ReadonlySet<string> = new Set(['transfer-encoding', 'content-length']);

/** What is meant for the other end, in the order and case it came in. */
export function endToEnd(rawHeaders: readonly string[]): readonly Pair[] {
  const pairs = pairsOf(rawHeaders);
  const named = new Set(tokensIn(pairs, 'connection'));
  return pairs.filter(([name]) => {
    const lower = name.toLowerCase();
    return !HOP_BY_HOP.has(lower) && (FRAMING.has(lower) || !named.has(lower));
  });
}

export function isChunked(pairs: readonly Pair[]): boolean {
  return tokensIn(pairs, 'transfer-encoding').at(-1) === 'chunked';
}

/** Trailers are announced where they can follow alone: after a body in chunks. Node refuses to write it elsewhere. */
export function withoutVainTrailer(pairs: readonly Pair[], canFollow: boolean): readonly Pair[] {
  return canFollow ? pairs : pairs.filter(([name]) => name.toLowerCase() !== 'trailer');
}

/** The members of a list that a field holds, in lower case. */
export function tokensIn(pairs: readonly Pair[], field: string): readonly string[] {
  return pairs
    .filter(([name]) => name.toLowerCase() === field)
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((token) => token.trim())
    .filter((token) => token !== '');
}

export function hasField(pairs: readonly Pair[], field: string): boolean {
  return pairs.some(([name]) => name.toLowerCase() === field);
}

/** In the form in which Node takes them. */
export function trailersOf({
  rawTrailers,
}: {
  readonly rawTrailers: readonly string[];
}): readonly [string, string][] {
  return pairsOf(rawTrailers).map(([name, value]) => [name, value]);
}
