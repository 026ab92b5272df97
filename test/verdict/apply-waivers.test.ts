import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/model/finding.ts';
import { failsRun, type Waiver } from '../../src/model/waiver.ts';
import { markWaived, type WaiverScope, weighWaivers } from '../../src/verdict/apply-waivers.ts';
import { foldVerdict, gateFindings } from '../../src/verdict/fold-verdict.ts';
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
const notRun = oneCase({ outcome: 'not-run', reason: 'no token' });
/** Says the same of another place. */
const elsewhere = finding({ level: 'must', fingerprint: 'aaaaaaaaaaaa' });

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
    ['stale', WAIVER, scope([notRun, passedCase]), true],
    ['stale', WAIVER, scope([{ ...failedCase, findings: [elsewhere] }]), true],
    ['re-opened', { ...WAIVER, detail: 'ffffffffffff' }, seen, false],
    ['unmatched', { ...WAIVER, operation: 'example.destroyThing' }, seen, true],
    ['not-looked-at', { ...WAIVER, target: 'tenant-a' }, seen, false],
    ['not-looked-at', WAIVER, { ...seen, judged: new Map() }, false],
    ['not-looked-at', WAIVER, scope([notRun]), false],
  ] as const)('%s', (standing, waiver, held, fails) => {
    const [weighed] = weighWaivers([waiver], held);
    expect(weighed?.standing).toBe(standing);
    expect(weighed && failsRun(weighed)).toBe(fails);
    expect(weighed?.problem === null).toBe(standing === 'applied' || standing === 'not-looked-at');
  });

  it('takes the first of two for the same finding and calls the other a duplicate', () => {
    const again = { ...WAIVER, place: 'waivers.yaml#/waivers/1' };
    const ofTenant = { ...WAIVER, target: 'tenant-a' };
    const ofOther = { ...WAIVER, finding: 'aaaaaaaaaaaa' };
    const standings = weighWaivers([WAIVER, again, ofTenant, ofOther], seen).map(({ standing }) => standing);
    expect(standings).toEqual(['applied', 'duplicate', 'not-looked-at', 'stale']);
  });

  it('calls a second one a duplicate whatever operation it names, unless there is no such operation', () => {
    const known = new Set([OPERATION, 'example.readThing']);
    const again = ['example.readThing', 'example.destroyThing'].map((operation) => ({
      ...WAIVER,
      operation,
    }));
    const standings = weighWaivers([WAIVER, ...again], { ...seen, known }).map(({ standing }) => standing);
    expect(standings).toEqual(['applied', 'duplicate', 'unmatched']);
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
    const [mixed] = mark([{ ...failedCase, findings: [found, elsewhere] }]);
    expect(mixed?.outcome).toBe('failed');
    expect(mixed?.findings[0]?.waiver?.ticket).toBe('DESK-7');
    expect(mixed?.findings[1]).toStrictEqual(elsewhere);
  });

  it.each(['expired', 're-opened'] as const)('excuses nothing by a waiver that is %s', (standing) => {
    const reported = { ...WAIVER, standing, problem: 'it does not hold' };
    expect(markWaived([failedCase], [reported])).toStrictEqual([failedCase]);
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

  it('counts what is waived by its place, however many cases show it', () => {
    const waived = (fingerprint: string) => ({
      ...failedCase,
      outcome: 'waived' as const,
      findings: [{ ...found, fingerprint, waiver: WAIVER }],
    });
    const because = (...cases: readonly Case[]) =>
      foldVerdict([passedCase, ...cases], new Set(), OPERATION, []).because;
    expect(because(waived('aaaaaaaaaaaa'), waived('aaaaaaaaaaaa'))).toMatch(/; 1 finding waived$/);
    expect(because(waived('aaaaaaaaaaaa'), waived('bbbbbbbbbbbb'))).toMatch(/; 2 findings waived$/);
  });

  it('keeps no gate shut by what is waived', () => {
    const [one] = mark([{ ...failedCase, findings: [found, elsewhere] }]);
    expect(gateFindings(one?.findings ?? [], 'must')).toEqual([elsewhere]);
  });
});
