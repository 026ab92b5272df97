import { OUTCOMES } from '../model/finding.ts';
import type { Totals } from '../model/report.ts';

/** Totals of several operations or parts. */
export function sumTotals(totals: readonly Totals[]): Totals {
  const counts = {
    planned: 0,
    passed: 0,
    failed: 0,
    waived: 0,
    'not-applicable': 0,
    'not-run': 0,
    errored: 0,
  };
  for (const one of totals) {
    counts.planned += one.planned;
    for (const outcome of OUTCOMES) counts[outcome] += one[outcome];
  }
  return counts;
}
