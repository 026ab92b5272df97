import type { HistoryEntry, HistoryFinding } from '../model/history.ts';
import type { OperationReport, Report } from '../model/report.ts';

/** What is kept of a run. */
export function historyEntry({ run, target, tool, verdict, operations }: Report): HistoryEntry {
  return {
    version: 1,
    run: run.id,
    startedAt: run.startedAt,
    target: target.name,
    tool: tool.version,
    verdict,
    operations: operations.map((one) => ({
      operation: one.operation,
      verdict: one.verdict,
      findings: findingsOf(one),
    })),
  };
}

/** Each difference once, whatever exchanges show it. */
function findingsOf({ cases }: OperationReport): readonly HistoryFinding[] {
  const found = cases.flatMap(({ findings }) =>
    findings.map(({ fingerprint, detail, pointer, level }) => ({ fingerprint, detail, pointer, level })),
  );
  return [...new Map(found.map((one) => [`${one.fingerprint} ${one.detail}`, one])).values()];
}
