import { gateOnNew } from '../drift/gate-on-new.ts';
import { loadReport } from '../load/load-report.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { chooseReporters } from './choose-reporters.ts';
import { describeChanges } from './describe-changes.ts';
import { screenOf } from './screen-of.ts';
import { renderReports } from './write-reports.ts';

export interface DiffCommandOptions {
  readonly reporter: readonly string[];
  readonly json: boolean;
}

/** Compares two saved runs; 1 when something that keeps the gate shut is new, or differs in another way. */
export async function diff(before: string, after: string, options: DiffCommandOptions): Promise<number> {
  const reporters = options.reporter.length === 0 ? [] : chooseReporters(options.reporter);
  const report = gateOnNew(loadReport(before), loadReport(after));
  renderReports(report, reporters, { folder: '.', tells: true });
  if (options.json) process.stdout.write(`${JSON.stringify(report.changes, null, 2)}\n`);
  else process.stdout.write(`${describeChanges(report, after, screenOf(process.stdout)).join('\n')}\n`);
  return report.gateShutBy.length > 0 ? EXIT.gateNotMet : EXIT.gateMet;
}
