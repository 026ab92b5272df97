import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Pair } from '../model/exchange.ts';

const decoders: Readonly<Record<string, (bytes: Uint8Array) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** Undoes `Content-Encoding` (RFC 9110, section 8.4), last coding first; an unknown coding leaves the bytes as they are. */
export async function decodeContent(bytes: Uint8Array, headers: readonly Pair[]): Promise<Uint8Array> {
  const codings = headers
    .filter(([name]) => name === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((coding) => coding.trim());
  let decoded = bytes;
  for (const coding of codings.toReversed()) decoded = (await decoders[coding]?.(decoded)) ?? decoded;
  return decoded;
}
