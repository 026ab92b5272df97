import type { Case } from '../../src/model/finding.ts';

/** A case without the texts of values, which pseudonyms change; all that is decided stays. */
export function withoutTexts({ findings, reason, ...rest }: Case): object {
  return {
    ...rest,
    hasReason: reason !== null,
    findings: findings.map(
      // What a finding says hangs on the texts it quotes.
      ({ actual: _actual, expected: _expected, next: _next, detail: _detail, ...decided }) => decided,
    ),
  };
}
