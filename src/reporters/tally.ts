import { type Case, type JudgeName, OUTCOMES } from '../model/finding.ts';
import type { OperationReport, Totals, Verdict } from '../model/report.ts';
import { outcomeLabels, VERDICTS, verdictLabels } from './labels.ts';

/** Cases by outcome; one that stands for several exchanges counts as often. */
export function tallyCases(cases: readonly Case[]): Totals {
  return tally(cases, ({ times = 1 }) => times);
}

/** The same for formats that list each case once, and are held to their own counts. */
export function tallyEntries(cases: readonly Case[]): Totals {
  return tally(cases, () => 1);
}

function tally(cases: readonly Case[], weightOf: (one: Case) => number): Totals {
  const sum = (of: readonly Case[]) => of.reduce((total, one) => total + weightOf(one), 0);
  const count = (outcome: Case['outcome']) => sum(cases.filter((each) => each.outcome === outcome));
  return {
    planned: sum(cases),
    passed: count('passed'),
    failed: count('failed'),
    waived: count('waived'),
    'not-applicable': count('not-applicable'),
    'not-run': count('not-run'),
    errored: count('errored'),
  };
}

export function tallyJudge(cases: readonly Case[], judge: JudgeName): Totals {
  return tallyCases(cases.filter((each) => each.judge === judge));
}

/** `12 cases: 9 passed, 2 failed, 1 not run`. */
export function totalsLabel(totals: Totals): string {
  return `${plural(totals.planned, 'case')}: ${outcomesLabel(totals)}`;
}

/** Only passed and failed are named when they are none. */
export function outcomesLabel(totals: Totals): string {
  const named = OUTCOMES.filter((name) => totals[name] > 0 || name === 'passed' || name === 'failed');
  return named.map((name) => `${totals[name]} ${outcomeLabels[name].word}`).join(', ');
}

export function tallyVerdicts(operations: readonly OperationReport[]): Readonly<Record<Verdict, number>> {
  const count = (verdict: Verdict) => operations.filter((each) => each.verdict === verdict).length;
  return {
    conformant: count('conformant'),
    deviating: count('deviating'),
    nonconformant: count('nonconformant'),
    unproven: count('unproven'),
  };
}

export function verdictsLabel(operations: readonly OperationReport[]): string {
  if (operations.length === 0) return 'no operation was judged';
  const counts = tallyVerdicts(operations);
  const parts = VERDICTS.filter((verdict) => counts[verdict] > 0).map(
    (verdict) => `${counts[verdict]} ${verdictLabels[verdict].word}`,
  );
  return `${plural(operations.length, 'operation')}: ${parts.join(', ')}`;
}

export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
