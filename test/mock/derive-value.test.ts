import { expect, test } from 'vitest';
import { deriveValue } from '../../src/mock/derive-value.ts';

test.each([
  [1684, expect.any(Number)],
  ['lobby', expect.stringMatching(/^lobby/)],
  ['1976277490', expect.stringMatching(/^[0-9]{10}$/)],
  ['+12025550143', expect.stringMatching(/^\+1202[0-9]{7}$/)],
  ['user@example.com', expect.stringMatching(/^user[^@]*@example\.com$/)],
  ['2021-03-24T10:44:35.000Z', expect.stringMatching(/^2021-03-2\dT10:44:35\.000Z$/)],
  [
    [1, 11],
    [expect.any(Number), expect.any(Number)],
  ],
  [
    { id: 1, name: 'a' },
    { id: expect.any(Number), name: expect.stringMatching(/^a/) },
  ],
])('%o becomes another of its kind at every step', (example, shape) => {
  const [first, second] = [deriveValue(example, 1), deriveValue(example, 2)];
  expect(first).toEqual(shape);
  expect(second).toEqual(shape);
  expect(first).not.toEqual(example);
  expect(second).not.toEqual(example);
  expect(second).not.toEqual(first);
});

test.each([[null], [true]])('%o has no other of its kind', (example) => {
  expect(deriveValue(example, 1)).toBe(example);
});
