import { describe, expect, it } from 'vitest';
import { instantOf, isBefore } from '../../src/model/instant.ts';

describe('instantOf', () => {
  it.each([
    ['2021-03-24T10:44:48.538Z', Date.UTC(2021, 2, 24, 10, 44, 48, 538)],
    ['2021-03-24T10:44:48Z', Date.UTC(2021, 2, 24, 10, 44, 48)],
    ['2021-03-24T12:44:48+02:00', Date.UTC(2021, 2, 24, 10, 44, 48)],
    ['2021-03-24T02:14:48.5-08:30', Date.UTC(2021, 2, 24, 10, 44, 48, 500)],
    ['2021-03-24t10:44:48.123456z', Date.UTC(2021, 2, 24, 10, 44, 48, 123)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ])('reads %s', (text, milliseconds) => {
    expect(instantOf(text)).toBe(milliseconds);
  });

  it.each([
    null,
    1_616_582_688_000,
    'yesterday',
    '2021-03-24',
    '2021-03-24T10:44:48',
    '2021-03-24 10:44:48Z',
    '2014-01-06 12:14:06.007-0800',
    '2021-02-30T10:44:48Z',
    '2021-13-01T10:44:48Z',
    '2021-03-24T25:44:48Z',
    { at: '2021-03-24T10:44:48Z' },
  ])('takes %j for no instant', (value) => {
    expect(instantOf(value)).toBeUndefined();
  });
});

describe('isBefore', () => {
  // Of one joining, line 43 of the page on joining tells 48.538 and line 108 tells 48.000.
  const told = Date.UTC(2021, 2, 24, 10, 44, 48, 538);
  const cut = Date.UTC(2021, 2, 24, 10, 44, 48);

  it.each([
    [cut, told, 'exact', true],
    [cut, told, 'second', false],
    [cut - 1, told, 'second', true],
    [told, told, 'exact', false],
    [told, cut, 'exact', false],
  ] as const)('%i before %i, %s: %s', (later, earlier, precision, before) => {
    expect(isBefore(later, earlier, precision)).toBe(before);
  });
});
