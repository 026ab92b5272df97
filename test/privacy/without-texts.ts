import type { Case } from '../../src/model/finding.ts';

/** A case without the texts of values, which pseudonyms change; all that is decided stays. */
export function withoutTexts({ findings, reason, ...rest }: Case): object {
  return {
    ...rest,
    hasReason: reason !== null,
    findings: findings.map(({ actual: _actual, expected: _expected, next: _next, ...decided }) => decided),
  };
}
