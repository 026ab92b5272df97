// A waiver excuses what a finding says as it was: another difference has another detail, and what differs from run to run
// has not (docs/waivers.md). Waivers are kept from version to version, so a detail must stay what it is.
import { describe, expect, it } from 'vitest';
import { detailOf } from '../../src/verdict/detail-of.ts';

type Facts = Parameters<typeof detailOf>[0];

const FACTS: Facts = {
  pointer: 'response.body#/status',
  level: 'must',
  blame: 'vendor',
  expected: 'one of "open", "in-progress"',
  actual: '"lost" (string)',
};
const detail = (parts: Partial<Facts> = {}) => detailOf({ ...FACTS, ...parts });
const actually = (actual: string) => detail({ actual });

describe('the detail', () => {
  /** First twelve digits of `sha256sum` over the lines: level, blame, expected, actual, without what differs. */
  it.each<readonly [string, Partial<Facts>, string]>([
    ['values of a closed set', {}, '38c5063e8f50'],
    [
      'a text of theirs',
      { level: 'should', blame: 'document', expected: 'an integer', actual: '"Ada Lovelace" (string)' },
      '0168dc0fe8d8',
    ],
    ['numbers', { expected: 'at most 1000 ms', actual: '1250.75 (number)' }, 'd5b904ea9e89'],
    ['a status', { pointer: 'response.status', expected: '200', actual: '404' }, '735f5749d002'],
  ])('of %s is the digest of what is said', (_, parts, digits) => {
    expect(detail(parts)).toBe(digits);
  });

  it.each<readonly [string, Partial<Facts>]>([
    ['another type', { actual: 'null' }],
    ['another level', { level: 'should' }],
    ['another blame', { blame: 'document' }],
    ['another expectation', { expected: 'one of "open", "closed"' }],
  ])('changes with %s', (_, parts) => {
    expect(detail(parts)).not.toBe(detail());
  });

  it.each([
    ['"lost"', '"gone"'],
    ['"in-progress"', '"not-begun"'],
    ['"in_progress"', '"not_begun"'],
    ['"waiting-for-agent"', '"waiting-for-customer"'],
    ['"OPEN"', '"CLOSED"'],
    ['"IN_PROGRESS"', '"NOT_BEGUN"'],
    ['"agentJoined"', '"agentLeft"'],
  ])('changes from %s to %s, as values of a closed set', (one, other) => {
    expect(actually(one)).not.toBe(actually(other));
  });

  it('changes with the status of the answer', () => {
    const status = (actual: string) => detail({ pointer: 'response.status', expected: '200', actual });
    expect(status('404')).not.toBe(status('409'));
  });

  it.each([
    ['ids', '40001 (integer)', '40017 (integer)'],
    ['ids in texts', '"case-40001" (string)', '"case-7" (string)'],
    ['instants', '"2026-01-05T09:00:00Z" (string)', '"2026-01-06T10:00:00Z" (string)'],
    ['names', '"Ada Lovelace" (string)', '"Bertha Benz" (string)'],
    ['small words', '"ada writes" (string)', '"bertha drives" (string)'],
    ['words of one end', '"Ada lovelace"', '"Bertha lovelace"'],
    ['words of one beginning', '"ada Lovelace"', '"ada King"'],
    ['quotations', String.raw`"say \"hi\" (1)"`, String.raw`"say \"bye\" (now)"`],
    ['waits', 'none within 1000 ms', 'none within 10000 ms'],
    ['fractions', 'after 1.25 s', 'after 12 s'],
    ['times', 'at 10:30:45', 'at 9:05'],
    ['thousands', '1,000 bytes', '12 bytes'],
  ])('does not change with other %s', (_, one, other) => {
    expect(actually(one)).toBe(actually(other));
  });
});
