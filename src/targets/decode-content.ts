import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Pair } from '../model/exchange.ts';

type Decoder = (bytes: Uint8Array, limit: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

/**
 * Undoes `Content-Encoding` (RFC 9110, section 8.4), last coding first; an unknown coding leaves the bytes as they
 * are. Rejects when more than `maxBytes` come out: few bytes may stand for very many.
 */
export async function decodeContent(
  bytes: Uint8Array,
  headers: readonly Pair[],
  maxBytes: number,
): Promise<Uint8Array> {
  const codings = headers
    .filter(([name]) => name === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((coding) => coding.trim());
  let decoded = bytes;
  for (const coding of codings.toReversed()) {
    // An answer without a body may still name the coding it would have had.
    if (decoded.length === 0) break;
    decoded = (await decoders.get(coding)?.(decoded, { maxOutputLength: maxBytes })) ?? decoded;
  }
  return decoded;
}
