import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/model/finding.ts';
import { failsRun, type Waiver } from '../../src/model/waiver.ts';
import { markWaived, type WaiverScope, weighWaivers } from '../../src/verdict/apply-waivers.ts';
import { detailOf } from '../../src/verdict/detail-of.ts';
import { foldVerdict } from '../../src/verdict/fold-verdict.ts';
import { finding, oneCase } from './case-parts.ts';

const OPERATION = 'example.createThing';
const found = finding({ level: 'must' });

const WAIVER: Waiver = {
  finding: found.fingerprint,
  detail: found.detail,
  operation: OPERATION,
  target: 'mock',
  reason: 'the vendor mends it in May',
  owner: 'desk team',
  ticket: 'DESK-7',
  expires: '2026-05-31',
  place: 'waivers.yaml#/waivers/0',
};

const failedCase = oneCase({ outcome: 'failed', findings: [found], check: 'value-echo' });
const passedCase = oneCase({ outcome: 'passed' });

function scope(cases: readonly Case[], parts: Partial<WaiverScope> = {}): WaiverScope {
  const judged = new Map([[OPERATION, cases]]);
  return { target: 'mock', today: '2026-05-31', known: new Set([OPERATION]), judged, ...parts };
}

describe('weighWaivers', () => {
  const seen = scope([failedCase, passedCase]);
  it.each([
    ['applied', WAIVER, seen, false],
    ['expired', WAIVER, { ...seen, today: '2026-06-01' }, true],
    ['stale', WAIVER, scope([passedCase]), true],
    ['re-opened', { ...WAIVER, detail: 'ffffffffffff' }, seen, false],
    ['unmatched', { ...WAIVER, operation: 'example.destroyThing' }, seen, true],
    ['not-looked-at', { ...WAIVER, target: 'tenant-a' }, seen, false],
    ['not-looked-at', WAIVER, { ...seen, judged: new Map() }, false],
    ['not-looked-at', WAIVER, scope([oneCase({ outcome: 'not-run', reason: 'no token' })]), false],
  ] as const)('%s', (standing, waiver, held, fails) => {
    const [weighed] = weighWaivers([waiver], held);
    expect(weighed?.standing).toBe(standing);
    expect(weighed && failsRun(weighed)).toBe(fails);
    expect(weighed?.problem === null).toBe(standing === 'applied' || standing === 'not-looked-at');
  });

  it('takes the first of two for the same finding and calls the other a duplicate', () => {
    const again = { ...WAIVER, place: 'waivers.yaml#/waivers/1' };
    const elsewhere = { ...WAIVER, target: 'tenant-a' };
    const standings = weighWaivers([WAIVER, again, elsewhere], seen).map(({ standing }) => standing);
    expect(standings).toEqual(['applied', 'duplicate', 'not-looked-at']);
  });
});

describe('markWaived', () => {
  const mark = (cases: readonly Case[]) => markWaived(cases, weighWaivers([WAIVER], scope(cases)));

  it('makes a case of nothing but waived findings waived, never passed', () => {
    const [waived, passed] = mark([failedCase, passedCase]);
    expect(waived?.outcome).toBe('waived');
    expect(waived?.findings[0]?.waiver).toMatchObject({ owner: 'desk team', expires: '2026-05-31' });
    expect(passed).toEqual(passedCase);
  });

  it('leaves a case failed that has another finding as well', () => {
    const other = finding({ level: 'must', fingerprint: 'aaaaaaaaaaaa' });
    const [mixed] = mark([{ ...failedCase, findings: [found, other] }]);
    expect(mixed?.outcome).toBe('failed');
    expect(mixed?.findings.map(({ waiver }) => waiver?.ticket)).toEqual(['DESK-7', undefined]);
  });

  it('lets the verdict follow from the rest, and say so', () => {
    const needed = new Set(['op/described']);
    const cases = [failedCase, passedCase];
    expect(foldVerdict(cases, needed, OPERATION, []).verdict).toBe('nonconformant');
    const { verdict, because } = foldVerdict(mark(cases), needed, OPERATION, []);
    expect(verdict).toBe('conformant');
    expect(because).toMatch(/1 finding waived$/);
    // What is excused proves nothing.
    expect(foldVerdict(mark([failedCase]), needed, OPERATION, []).verdict).toBe('unproven');
  });
});

describe('detailOf', () => {
  const facts = {
    pointer: 'response.body#/status',
    level: 'must',
    blame: 'vendor',
    expected: 'one of "open", "closed"',
    actual: '"lost" (string)',
  } as const;
  it.each([
    ['another value of a closed set', { actual: '"gone" (string)' }, false],
    ['another type', { actual: 'null' }, false],
    ['another level', { level: 'should' }, false],
    ['another status', { pointer: 'response.status', actual: '404' }, false],
  ] as const)('changes with %s', (_, parts, isSame) => {
    expect(detailOf({ ...facts, ...parts }) === detailOf(facts)).toBe(isSame);
  });

  it.each([
    ['ids', '40001 (integer)', '40017 (integer)'],
    ['ids in texts', '"case-40001" (string)', '"case-7" (string)'],
    ['instants', '"2026-01-05T09:00:00Z" (string)', '"2026-01-06T10:00:00Z" (string)'],
    ['names', '"Ada Lovelace" (string)', '"Bertha Benz" (string)'],
    ['waits', 'none within 1000 ms', 'none within 10000 ms'],
  ])('does not change with other %s', (_, one, other) => {
    expect(detailOf({ ...facts, actual: one })).toBe(detailOf({ ...facts, actual: other }));
  });
});
