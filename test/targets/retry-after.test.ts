import { expect, it } from 'vitest';
import type { Pair } from '../../src/model/exchange.ts';
import { retryAfterMs } from '../../src/targets/retry-after.ts';

/** The instant of the examples of RFC 9110, section 5.6.7. */
const THEN = Date.UTC(1994, 10, 6, 8, 49, 37);
const SOON = THEN - 5000;

function waitOf(value: string | undefined, now = SOON, ...others: readonly Pair[]): number | undefined {
  const asked: readonly Pair[] = value === undefined ? [] : [['retry-after', value]];
  return retryAfterMs({ status: 503, headers: [...asked, ...others], body: { text: '' } }, now);
}

it.each([
  ['0', 0],
  ['120', 120_000],
  [' 7 ', 7000],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 5000],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 5000],
  ['Sun Nov  6 08:49:37 1994', 5000],
])('"%s" is a wait', (value, ms) => {
  expect(waitOf(value)).toBe(ms);
});

it.each(['', '-1', '1.5', '1e3', 'soon', '1994-11-06T08:49:37Z', 'Sun, 99 Nov 1994 08:49:37 GMT'])(
  '"%s" is none',
  (value) => {
    expect(waitOf(value)).toBeUndefined();
  },
);

it('is none where nothing is asked', () => {
  expect(waitOf(undefined)).toBeUndefined();
});

it('is over when the instant is past', () => {
  expect(waitOf('Sun, 06 Nov 1994 08:49:37 GMT', THEN + 60_000)).toBe(0);
});

it('goes by the clock of the sender where that is told', () => {
  const date: Pair = ['date', 'Sun, 06 Nov 1994 08:49:07 GMT'];
  expect(waitOf('Sun, 06 Nov 1994 08:49:37 GMT', THEN + 3_600_000, date)).toBe(30_000);
});
