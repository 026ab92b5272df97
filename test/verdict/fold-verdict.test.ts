// Every combination of two cases against the four rules of docs/verdicts.md, written out as a table.
import { describe, expect, it } from 'vitest';
import type { Blame, Case, Finding, JudgeName, OutcomeName } from '../../src/model/finding.ts';
import type { Verdict } from '../../src/model/report.ts';
import { LEVELS, type Level } from '../../src/model/source.ts';
import { exitCodeOf } from '../../src/verdict/exit-code.ts';
import { foldRun, foldVerdict, gateFindings } from '../../src/verdict/fold-verdict.ts';
import { failedCase, finding, oneCase } from './case-parts.ts';

/** What one case does to the verdict. */
type Weight = 'breaks' | 'doubts' | 'deviates' | 'proves' | 'nothing';

interface Weighed {
  readonly name: string;
  readonly one: Case;
  readonly weight: Weight;
}

const BLAMES: readonly Blame[] = ['vendor', 'document', 'setup', 'suite', 'undetermined'];
const JUDGES: readonly (readonly [JudgeName, string])[] = [
  ['schema', 'response-body-schema'],
  ['checks', 'response-status'],
  ['checks', 'value-echo'],
  ['contract', 'contract'],
  ['contract', 'contract-rule-x'],
];
const NEEDED = new Set(['op/described']);

/** The failures: by whom it is, whether it is of the contract, how strongly it binds, whether it is relied on. */
const FAILURES: readonly Weighed[] = BLAMES.flatMap((blame) =>
  JUDGES.flatMap(([judge, check]) =>
    LEVELS.flatMap((level) =>
      [[], ['desk: it reads it']].map((reliedOnBy): Weighed => {
        const one = failedCase({ blame, level, reliedOnBy }, { judge, check });
        const name = `failed ${check} ${level} ${blame} ${reliedOnBy.length > 0 ? 'relied on' : ''}`;
        return { name, one, weight: weightOf(blame, [judge, check], level, reliedOnBy.length > 0) };
      }),
    ),
  ),
);

function weightOf(
  blame: Blame,
  [judge, check]: readonly [JudgeName, string],
  level: string,
  isRead: boolean,
): Weight {
  if (blame === 'setup' || blame === 'suite') return 'doubts';
  if (judge === 'contract') return 'breaks';
  if (blame === 'undetermined') return 'doubts';
  if (level === 'must') return 'breaks';
  if (level === 'should') return isRead ? 'breaks' : 'deviates';
  // A server that breaks down where no document tells the status: what is documented was not seen.
  if (blame === 'vendor' && check === 'response-status') return 'doubts';
  return 'nothing';
}

/** Needed, besides all of the contract's: that it was sent, its status, its body, its refusal. */
const NEEDED_CHECKS = ['exchange', 'response-status', 'response-body-schema', 'refusal'];
const OTHERS: readonly OutcomeName[] = ['passed', 'not-applicable', 'not-run', 'errored'];

const UNFAILED: readonly Weighed[] = OTHERS.flatMap((outcome) =>
  LEVELS.flatMap((level) =>
    [...JUDGES, ...NEEDED_CHECKS.map((check) => ['checks', check] as const)].flatMap(([judge, check]) =>
      ['op/described', 'op/probe'].map((exchange): Weighed => {
        const isNeeded =
          exchange === 'op/described' && (judge === 'contract' || NEEDED_CHECKS.includes(check));
        const weights = {
          passed: level === 'must' ? 'proves' : 'nothing',
          'not-applicable': 'nothing',
          'not-run': isNeeded ? 'doubts' : 'nothing',
          errored: 'doubts',
          failed: 'nothing',
          waived: 'nothing',
        } as const;
        const one = oneCase({ outcome, level, judge, check, exchange });
        return { name: `${outcome} ${check} ${level} ${exchange}`, one, weight: weights[outcome] };
      }),
    ),
  ),
);

const ALL = [...FAILURES, ...UNFAILED];

function verdictOf(weights: readonly Weight[]): Verdict {
  if (weights.includes('breaks')) return 'nonconformant';
  if (weights.includes('doubts')) return 'unproven';
  if (weights.includes('deviates')) return 'deviating';
  return weights.includes('proves') ? 'conformant' : 'unproven';
}

function codeOf(verdict: Verdict, findings: readonly Finding[], gate: Level): number {
  const shut = gateFindings(findings, gate).map(({ fingerprint, detail }) => ({
    ...{ operation: 'example.createThing', fingerprint, detail },
  }));
  return exitCodeOf(verdict, shut);
}

const fold = (cases: readonly Case[]) => foldVerdict(cases, NEEDED, 'example.createThing', []);

describe('foldVerdict', () => {
  it('follows the rules for every single case', () => {
    for (const { name, one, weight } of ALL)
      expect(`${name}: ${fold([one]).verdict}`).toBe(`${name}: ${verdictOf([weight])}`);
  });

  it('follows the rules for every two cases, in either order', () => {
    const wrong: string[] = [];
    for (const left of ALL)
      for (const right of ALL) {
        const { verdict } = fold([left.one, right.one]);
        if (verdict !== verdictOf([left.weight, right.weight])) wrong.push(`${left.name} & ${right.name}`);
      }
    expect(ALL.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });

  it('is unproven, never conformant, for nothing at all', () => {
    expect(fold([])).toMatchObject({
      verdict: 'unproven',
      because: 'nothing was planned for it: no contract describes a request',
    });
  });

  it('says why in words that name the place or the reason', () => {
    const passed = oneCase({});
    const because = (cases: readonly Case[]) => fold(cases).because;
    expect(because([passed])).toBe('1 binding case passed');
    expect(because([passed, failedCase({ level: 'must' })])).toContain('response.body#/id');
    expect(because([passed, failedCase({ level: 'should' })])).toContain('response.body#/id');
    expect(because([passed, oneCase({ outcome: 'errored', check: 'refusal' })])).toContain('a reason');
    expect(because([passed, failedCase({ blame: 'setup' })])).toContain('in the setup');
    expect(because([passed, failedCase({ blame: 'undetermined' })])).toContain('undetermined');
  });
});

describe('foldRun', () => {
  const order: readonly Verdict[] = ['nonconformant', 'unproven', 'deviating', 'conformant'];

  it('is as bad as the worst operation', () => {
    for (const [at, worse] of order.entries())
      for (const other of order.slice(at)) {
        expect(foldRun([worse, other])).toBe(worse);
        expect(foldRun([other, worse])).toBe(worse);
      }
  });

  it('is unproven for a run of nothing', () => {
    expect(foldRun([])).toBe('unproven');
  });
});

describe('exitCodeOf', () => {
  const proof = oneCase({});

  /** A finding with each weight, and the exit code at the gates must, should and may. */
  it.each([
    ['a must by the vendor', failedCase({ level: 'must' }), [1, 1, 1]],
    ['a should by the vendor', failedCase({ level: 'should' }), [0, 1, 1]],
    ['a should in what is relied on', failedCase({ level: 'should', reliedOnBy: ['desk: x'] }), [1, 1, 1]],
    ['a may by the vendor', failedCase({ level: 'may' }), [0, 0, 1]],
    ['the contract', failedCase({ level: 'must' }, { judge: 'contract', check: 'contract' }), [1, 1, 1]],
    ['a setup fault', failedCase({ level: 'must', blame: 'setup' }), [3, 3, 3]],
    ['a fault of the suite', failedCase({ level: 'must', blame: 'suite' }), [3, 3, 3]],
    ['an undetermined fault', failedCase({ level: 'must', blame: 'undetermined' }), [3, 3, 3]],
    ['an error of ours', oneCase({ outcome: 'errored' }), [3, 3, 3]],
    ['nothing failed', oneCase({ check: 'value-echo' }), [0, 0, 0]],
  ] as const)('after %s', (_, one, codes) => {
    const { verdict } = fold([proof, one]);
    expect(LEVELS.map((gate) => codeOf(verdict, one.findings, gate))).toEqual(codes);
  });

  it.each([
    ['nonconformant', 0],
    ['deviating', 0],
    ['conformant', 0],
    ['unproven', 3],
  ] as const)('of a run that is %s without a finding at the gate is %i', (verdict, code) => {
    expect(exitCodeOf(verdict, [])).toBe(code);
  });

  it('puts what was found before what could not be proven', () => {
    expect(codeOf('unproven', [finding({ level: 'must' })], 'must')).toBe(1);
  });
});
