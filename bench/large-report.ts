import type { OperationReport, Report } from '../src/model/report.ts';
import { tallyCases } from '../src/reporters/tally.ts';

const CASES = 10_000;

/** The operations of a report again and again under other names, until there are so many cases. */
export function largeReport(report: Report): Report {
  const operations: OperationReport[] = [];
  for (let round = 0, cases = 0; cases < CASES && report.operations.length > 0; round += 1)
    for (const each of report.operations) {
      operations.push(renamed(each, `${each.operation}${round}`));
      cases += each.cases.length;
    }
  return { ...report, operations, totals: tallyCases(operations.flatMap(({ cases }) => cases)) };
}

function renamed(operation: OperationReport, name: string): OperationReport {
  return JSON.parse(JSON.stringify(operation).replaceAll(operation.operation, name)) as OperationReport;
}
