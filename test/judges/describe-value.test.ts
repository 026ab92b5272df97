import { expect, it } from 'vitest';
import { describeValue } from '../../src/judges/describe-value.ts';
import type { Json } from '../../src/model/json.ts';

it.each<readonly [Json | undefined, string]>([
  [undefined, 'absent'],
  [null, 'null'],
  [true, 'true'],
  [false, 'false'],
  [7, '7 (integer)'],
  [1.5, '1.5 (number)'],
  ['7', '"7" (string)'],
  [[1, 2], '[1,2] (array)'],
  [{ a: null }, '{"a":null} (object)'],
])('%j is told as %s', (value, words) => {
  expect(describeValue(value)).toBe(words);
});

it('is told whole up to 120 characters of its JSON text, and cut to that beyond', () => {
  const quoted = (length: number) => `"${'x'.repeat(length - 2)}"`;
  expect(describeValue('x'.repeat(118))).toBe(`${quoted(120)} (string)`);
  expect(describeValue('x'.repeat(119))).toBe(`"${'x'.repeat(118)}… (121 characters) (string)`);
});
