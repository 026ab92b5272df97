import type { ExpectedFinding, FoundExpectation } from './expected-findings.ts';

export type Row = readonly [pointer: string, from: number, to: number];

/** What is found at one operation, by lines of its document. */
export function foundIn(operation: string, document: string) {
  return (...rows: readonly Row[]): FoundExpectation => ({
    kind: 'found',
    findings: rows.map(
      ([pointer, from, to]): ExpectedFinding => ({ operation, pointer, passage: { document, from, to } }),
    ),
  });
}
