import { expect, it } from 'vitest';
import { encodeSegment } from '../../src/model/encode-segment.ts';

it.each([
  ['0000Na9B26EF006E', '0000Na9B26EF006E'],
  ['a/b', 'a%2Fb'],
  ['..', '%2E%2E'],
  ['.', '%2E'],
  ['...', '...'],
  ['a b?c#d', 'a%20b%3Fc%23d'],
])('%s goes into a path as %s', (value, encoded) => {
  expect(encodeSegment(value)).toBe(encoded);
});
