import { createGunzip, type Gunzip } from 'node:zlib';

/** Of what is compressed, at once: it may become a thousand times as much, and has to be held until somebody takes it. */
const MOST_AT_ONCE = 16 * 1024;

/**
 * What was compressed, as it comes. A stream that fails lets go of what nobody has taken yet; here all of it is passed on
 * before the failure is, however long whoever reads takes.
 */
export async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const plain: Uint8Array[] = [];
  gunzip.on('data', (chunk: Uint8Array) => plain.push(chunk));
  const over = endOf(gunzip);
  try {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length && gunzip.errored === null; at += MOST_AT_ONCE) {
        await Promise.race([over, written(gunzip, chunk.subarray(at, at + MOST_AT_ONCE))]);
        yield* plain.splice(0);
      }
      if (gunzip.errored !== null) break;
    }
    gunzip.end();
    await over;
    yield* plain;
    if (gunzip.errored !== null) throw gunzip.errored;
  } finally {
    gunzip.destroy();
  }
}

function endOf(gunzip: Gunzip): Promise<void> {
  return new Promise((resolve) => {
    gunzip.once('end', resolve).once('error', () => resolve());
  });
}

/** Never told of what it fails on: that ends the whole. */
function written(gunzip: Gunzip, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    gunzip.write(chunk, () => resolve());
  });
}
