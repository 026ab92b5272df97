import { type Case, OUTCOMES } from '../model/finding.ts';
import type { Totals } from '../model/report.ts';

/** Cases by outcome; they add up to `planned` because every case has exactly one. */
export function countTotals(cases: readonly Case[]): Totals {
  const counts = { passed: 0, failed: 0, waived: 0, 'not-applicable': 0, 'not-run': 0, errored: 0 };
  for (const { outcome, times = 1 } of cases) counts[outcome] += times;
  return { ...counts, planned: OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0) };
}
