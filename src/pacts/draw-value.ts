import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../model/json.ts';

type Draw = (generator: JsonObject, seed: Buffer) => Json;

const DRAWS: Readonly<Record<string, Draw>> = {
  RandomInt: ({ min = 0, max = 2_147_483_647 }, seed) => {
    const [least, most] = [Number(min), Number(max)];
    return least + (seed.readUInt32BE(0) % (most - least + 1));
  },
  RandomDecimal: ({ digits = 10 }, seed) => {
    const figures = digitsOf(seed, Math.max(2, Number(digits)));
    return Number(`${figures[0]}.${figures.slice(1, -1)}5`);
  },
  RandomHexadecimal: ({ digits = 10 }, seed) => hexadecimal(seed, Number(digits)),
  RandomString: ({ size = 20 }, seed) => hexadecimal(seed, Number(size)),
  RandomBoolean: (_, seed) => seed.readUInt8(0) % 2 === 0,
  Uuid: ({ format }, seed) => uuidOf(seed, String(format ?? 'lower-case-hyphenated')),
};

/** Can a value be drawn for it without a clock and without chance? */
export function isDrawn({ type }: JsonObject): boolean {
  return typeof type === 'string' && Object.hasOwn(DRAWS, type);
}

/** A value as the generator asks for, the same for the same place in every run. */
export function drawValue(generator: JsonObject, place: string): Json {
  const draw = DRAWS[String(generator['type'])];
  return draw === undefined ? null : draw(generator, createHash('sha256').update(place).digest());
}

function hexadecimal(seed: Buffer, length: number): string {
  const figures = seed.toString('hex');
  return figures.repeat(Math.ceil(length / figures.length)).slice(0, length);
}

function digitsOf(seed: Buffer, count: number): string {
  return [...seed]
    .map((byte) => String(1 + (byte % 9)))
    .join('')
    .slice(0, count);
}

/** Version 4 by its marks (RFC 9562, section 5.4). */
function uuidOf(seed: Buffer, format: string): string {
  const hex = seed.toString('hex');
  const plain = `${hex.slice(0, 12)}4${hex.slice(13, 16)}a${hex.slice(17, 32)}`;
  const hyphenated = plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  switch (format) {
    case 'simple':
      return plain;
    case 'upper-case-hyphenated':
      return hyphenated.toUpperCase();
    case 'URN':
      return `urn:uuid:${hyphenated}`;
    default:
      return hyphenated;
  }
}
