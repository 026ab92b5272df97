import type { Case, Finding } from '../model/finding.ts';
import type { OperationReport, Report } from '../model/report.ts';
import { LEVELS } from '../model/source.ts';

/** A finding of a report with everything that showed it. */
export interface SeenFinding {
  readonly operation: OperationReport;
  readonly finding: Finding;
  readonly cases: readonly [Case, ...Case[]];
}

/** Each fingerprint once in an operation, what binds most first. */
export function seenFindings(report: Report | undefined): readonly SeenFinding[] {
  return (report?.operations ?? []).flatMap(findingsOf).toSorted(byLevel);
}

function findingsOf(operation: OperationReport): readonly SeenFinding[] {
  const seen = new Map<string, SeenFinding>();
  for (const each of operation.cases)
    for (const finding of each.findings) {
      const earlier = seen.get(finding.fingerprint);
      seen.set(finding.fingerprint, {
        operation,
        finding: earlier?.finding ?? finding,
        cases: earlier === undefined ? [each] : [...earlier.cases, each],
      });
    }
  return [...seen.values()];
}

function byLevel(one: SeenFinding, other: SeenFinding): number {
  return LEVELS.indexOf(one.finding.level) - LEVELS.indexOf(other.finding.level);
}

const LISTED = 6;

/** One line each, with the word that tells more of it. */
export function findingLines(findings: readonly SeenFinding[]): readonly string[] {
  const shown = findings
    .slice(0, LISTED)
    .map(
      ({ operation, finding: { fingerprint, level, pointer, waiver } }) =>
        `${level} ${operation.operation} ${pointer}: finding ${fingerprint}${waiver === undefined ? '' : ', waived'}`,
    );
  const others = findings.length - LISTED;
  return others > 0 ? [...shown, `… and ${others} more, in the report`] : shown;
}

/** The command that tells more of the first of them that nobody has excused. */
export function findingStep(findings: readonly SeenFinding[]): readonly string[] {
  const first = findings.find(({ finding }) => finding.waiver === undefined);
  return first === undefined ? [] : [`Read more: livechat-conformance explain ${first.finding.fingerprint}`];
}
