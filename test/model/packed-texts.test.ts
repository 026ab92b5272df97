import { expect, test } from 'vitest';
import { packTexts, textAt } from '../../src/model/packed-texts.ts';

const FILE = Buffer.from('[{"a":"é"},\n{"b":2},                    {"c":3}{"d":4}]');
const part = (text: string): Uint8Array => {
  const start = FILE.indexOf(text);
  return FILE.subarray(start, start + Buffer.byteLength(text));
};

test.each<[string, readonly string[]]>([
  ['side by side, near, and far from each other', ['{"a":"é"}', '{"b":2}', '{"c":3}', '{"d":4}']],
  ['in another order than they stand in', ['{"d":4}', '{"a":"é"}', '{"c":3}']],
  ['one of them twice', ['{"b":2}', '{"b":2}', '{"b":2}']],
  ['of which one lies in another', ['{"a":"é"}', '"é"', '{"b":2}']],
])('texts of one file, %s', (_, texts) => {
  const packed = packTexts(texts.map(part));
  expect(texts.map((__, at) => textAt(packed, at))).toEqual(texts);
  expect(textAt(structuredClone(packed), texts.length - 1)).toBe(texts.at(-1));
});

test('texts of several files, empty ones, and none', () => {
  const texts = ['one', '', 'three', '€'];
  const packed = packTexts(texts.map((text) => new TextEncoder().encode(text)));
  expect(texts.map((_, at) => textAt(packed, at))).toEqual(texts);
  expect(packed.memory.byteLength).toBe(11);
  expect(textAt(packTexts([]), 0)).toBe('');
});
