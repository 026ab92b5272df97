import type { Report } from '../model/report.ts';
import { exitCodeOfRun } from '../verdict/exit-code.ts';
import { compareReports } from './compare-reports.ts';

/** The later report with what has changed since; what was known then does not keep its gate shut. */
export function gateOnNew(baseline: Report, report: Report): Report {
  const changes = compareReports(baseline, report);
  const known = new Set(changes.known.map(keyOf));
  const gateShutBy = report.gateShutBy.filter((finding) => !known.has(keyOf(finding)));
  return { ...report, changes, gateShutBy, exitCode: exitCodeOfRun(report, gateShutBy) };
}

/** A finding with another detail is another matter. */
function keyOf({ operation, fingerprint, detail }: Report['gateShutBy'][number]): string {
  return [operation, fingerprint, detail].join(' ');
}
