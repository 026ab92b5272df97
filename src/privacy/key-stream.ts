import { createCipheriv, createHmac } from 'node:crypto';

/** Bytes that depend on a value and a key, and tell nothing of the value to who has no key. */
export interface KeyStream {
  /** The next number below `bound`, which is small. */
  below(bound: number): number;
}

export function keyStream(key: Buffer, kind: string, value: string): KeyStream {
  const seed = createHmac('sha256', key).update(`${kind}\0${value}`).digest();
  const cipher = createCipheriv('aes-128-ctr', seed.subarray(0, 16), seed.subarray(16, 32));
  let block = Buffer.alloc(0);
  let at = 0;
  const byte = (): number => {
    if (at >= block.length) {
      block = cipher.update(Buffer.alloc(64));
      at = 0;
    }
    at += 1;
    return block[at - 1] ?? 0;
  };
  return { below: (bound) => (((byte() << 16) | (byte() << 8) | byte()) >>> 0) % bound };
}
