import { gateOnNew } from '../drift/gate-on-new.ts';
import { loadReport } from '../load/load-report.ts';
import type { ReportChanges } from '../model/changes.ts';
import { changeLines, changesLabel } from '../reporters/change-lines.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { chooseReporters } from './choose-reporters.ts';
import { renderReports } from './write-reports.ts';

export interface DiffCommandOptions {
  readonly reporter: readonly string[];
  readonly json: boolean;
}

/** Compares two saved runs; 1 when something that keeps the gate shut is new, or differs in another way. */
export async function diff(before: string, after: string, options: DiffCommandOptions): Promise<number> {
  const reporters = options.reporter.length === 0 ? [] : chooseReporters(options.reporter);
  const report = gateOnNew(loadReport(before), loadReport(after));
  const { changes } = report;
  if (changes !== undefined)
    process.stdout.write(`${options.json ? JSON.stringify(changes, null, 2) : text(changes)}\n`);
  for (const file of renderReports(report, reporters, { folder: '.' }))
    process.stdout.write(`Written: ${file}\n`);
  return report.gateShutBy.length > 0 ? EXIT.gateNotMet : EXIT.gateMet;
}

function text(changes: ReportChanges): string {
  const lines = changeLines(changes);
  return [changesLabel(changes), ...lines.map((line) => `  ${line}`)].join('\n');
}
