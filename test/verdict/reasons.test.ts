// The reason of a verdict is that of the answer it follows from.
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/model/finding.ts';
import type { Verdict } from '../../src/model/report.ts';
import { foldVerdict } from '../../src/verdict/fold-verdict.ts';
import { sayRunVerdict } from '../../src/verdict/join-operations.ts';
import { failedCase, oneCase } from './case-parts.ts';

const DESCRIBED = new Set(['op/described']);
const DESK = { consumer: 'desk', exchanges: DESCRIBED };
const kept = oneCase({ judge: 'contract', check: 'contract' });
const read = failedCase({ reliedOnBy: ['desk: reads it'] });

const fold = (cases: readonly Case[]) => foldVerdict(cases, DESCRIBED, 'example.createThing', [DESK]);

describe('the reason', () => {
  it.each<readonly [string, readonly Case[], string]>([
    ['both kept', [kept], '1 binding case passed'],
    [
      'an example not kept to',
      [kept, failedCase({})],
      'response.body#/id differs from what the documents show',
    ],
    ['an example not kept to that somebody reads', [kept, read], 'response.body#/id breaks desk'],
    [
      'a sentence not kept to that somebody reads',
      [kept, failedCase({ level: 'must', reliedOnBy: ['desk: reads it'] })],
      'response.body#/id breaks desk; response.body#/id contradicts what is stated',
    ],
    [
      'a sentence not kept to that nobody reads',
      [kept, failedCase({ level: 'must' })],
      'response.body#/id contradicts what is stated',
    ],
    [
      'a contract that was not run',
      [oneCase({}), oneCase({ judge: 'contract', check: 'contract', outcome: 'not-run' })],
      'contract was not run: a reason',
    ],
    [
      'a contract that was not run, and a sentence not kept to',
      [failedCase({ level: 'must' }), oneCase({ judge: 'contract', check: 'contract', outcome: 'not-run' })],
      'response.body#/id contradicts what is stated',
    ],
    [
      'a status that was not seen',
      [kept, oneCase({ check: 'response-status', outcome: 'not-run' })],
      'response-status was not run: a reason',
    ],
    [
      'neither seen',
      [
        oneCase({ check: 'response-status', outcome: 'not-run' }),
        oneCase({ judge: 'contract', check: 'contract', outcome: 'errored' }),
      ],
      'response-status was not run: a reason',
    ],
  ])('of %s', (_, cases, because) => {
    expect(fold(cases).because).toBe(because);
  });

  it('of a fault of ours names the check, whichever exchange it lies in', () => {
    for (const exchange of ['op/described', 'op/probe']) {
      const one = failedCase({ blame: 'suite' }, { exchange });
      expect(fold([kept, one])).toMatchObject({
        verdict: 'unproven',
        because: 'response-body-schema failed and the fault is in the suite',
      });
    }
  });
});

describe('the reason of a run', () => {
  const judged = (operation: string, verdict: Verdict) => ({
    ...{ operation: `example.${operation}`, verdict, because: `${operation} is ${verdict}` },
  });
  const fine = judged('readThing', 'conformant');
  const open = judged('dropThing', 'unproven');
  const broken = judged('createThing', 'nonconformant');

  it('is that of the first of the worst operations, and how many are as bad', () => {
    const because = 'example.createThing: createThing is nonconformant';
    expect(sayRunVerdict('nonconformant', [fine, open, broken])).toBe(because);
    expect(sayRunVerdict('nonconformant', [broken, fine, judged('x', 'nonconformant'), open])).toBe(
      `${because} (and 1 more)`,
    );
    expect(sayRunVerdict('unproven', [fine, open])).toBe('example.dropThing: dropThing is unproven');
  });

  it('is all that was asked where every operation holds', () => {
    expect(sayRunVerdict('conformant', [fine])).toBe(
      'example.readThing holds what is documented and relied on',
    );
    expect(sayRunVerdict('conformant', [fine, fine, fine])).toBe(
      'all 3 operations hold what is documented and relied on',
    );
  });

  it('is that nothing was judged, in a run of nothing', () => {
    for (const verdict of ['unproven', 'conformant'] as const)
      expect(sayRunVerdict(verdict, [])).toBe('no operation was judged');
  });
});
