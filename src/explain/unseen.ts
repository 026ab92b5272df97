import type { OperationId } from '../model/operation.ts';
import type { OperationReport, Report } from '../model/report.ts';
import type { Knowledge } from './explanation.ts';

/** Said in place of what only a report could tell. */
export const NO_REPORT = 'not known: there is no report of a run';

export function runStep(operation: OperationId | undefined): string {
  const only = operation === undefined ? '' : ` --operation ${operation}`;
  return `Run it: livechat-conformance run${only}`;
}

export function operationReport({ report }: Knowledge, id: OperationId): OperationReport | undefined {
  return report?.operations.find(({ operation }) => operation === id);
}

/** Cases that came to nothing for a reason in which the words stand, one line an operation and reason. */
export function reasonsWith(report: Report | undefined, words: string): readonly string[] {
  const lines = (report?.operations ?? []).flatMap(({ operation, cases }) =>
    cases.flatMap(({ reason }) => (reason?.includes(words) === true ? [`${operation}: ${reason}`] : [])),
  );
  return [...new Set(lines)];
}
