import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadReport } from '../load/load-report.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { chooseReporters } from './choose-reporters.ts';
import { renderReports } from './write-reports.ts';

export interface ReportCommandOptions {
  readonly out: string;
  readonly reporter: readonly string[];
  readonly exitCode: boolean;
}

/** Renders an earlier run again; nothing is judged, and `report.json` stays as it is. */
export async function report(given: string | undefined, options: ReportCommandOptions): Promise<number> {
  const wanted = options.reporter.length === 0 ? ['terminal'] : options.reporter;
  const reporters = chooseReporters(wanted);
  const run = given ?? join(options.out, 'latest');
  const loaded = loadReport(run);
  const folder = statSync(run).isDirectory() ? run : dirname(run);
  const kept = { folder, shown: join(folder, 'report.json'), isLatest: run === join('reports', 'latest') };
  renderReports(loaded, reporters, { folder, kept, tells: true });
  return options.exitCode ? loaded.exitCode : EXIT.gateMet;
}
