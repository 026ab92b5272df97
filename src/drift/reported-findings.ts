import type { Finding } from '../model/finding.ts';
import type { OperationReport, Report } from '../model/report.ts';

/** The same difference wherever an operation shows it. */
export interface ReportedFinding {
  readonly operation: string;
  readonly finding: Finding;
  readonly details: ReadonlySet<string>;
  /** Ids of the exchanges that show it. */
  readonly exchanges: ReadonlySet<string>;
}

/** By operation and fingerprint, so that no two differences share a key. */
export function reportedFindings(report: Report): ReadonlyMap<string, ReportedFinding> {
  const found = new Map<string, ReportedFinding>();
  for (const operation of report.operations)
    for (const [key, finding] of findingsOf(operation)) found.set(key, finding);
  return found;
}

function findingsOf({ operation, cases }: OperationReport): ReadonlyMap<string, ReportedFinding> {
  const found = new Map<string, ReportedFinding>();
  for (const { exchange, findings } of cases)
    for (const finding of findings) {
      const key = `${operation} ${finding.fingerprint}`;
      const earlier = found.get(key);
      found.set(key, {
        operation,
        finding: earlier?.finding ?? finding,
        details: new Set([...(earlier?.details ?? []), finding.detail]),
        exchanges: new Set([...(earlier?.exchanges ?? []), exchange]),
      });
    }
  return found;
}
