import type { Expectation, ExpectedFinding } from './expected-findings.ts';

export type Row = readonly [pointer: string, from: number, to: number];

/** What is found at one operation, by lines of its document. */
export function foundIn(operation: string, document: string) {
  return (...rows: readonly Row[]): Expectation => ({
    kind: 'found',
    gate: 'must',
    findings: rows.map(
      ([pointer, from, to]): ExpectedFinding => ({ operation, pointer, passage: { document, from, to } }),
    ),
  });
}

/** Only against what an example shows and no contract reads. */
export function deviating(expectation: Expectation): Expectation {
  return expectation.kind === 'found' ? { ...expectation, gate: 'should' } : expectation;
}

/** Only against what no document says, though it is needed. */
export function questionable(expectation: Expectation): Expectation {
  return expectation.kind === 'found' ? { ...expectation, gate: 'may' } : expectation;
}
