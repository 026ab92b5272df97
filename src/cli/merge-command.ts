import { join } from 'node:path';
import { mergeReports } from '../drift/merge-reports.ts';
import { type Part, whyUnmergeable } from '../drift/why-unmergeable.ts';
import { userErrors } from '../errors/catalogue.ts';
import { loadReport } from '../load/load-report.ts';
import type { Report } from '../model/report.ts';
import { chooseReporters } from './choose-reporters.ts';
import type { SettlingOptions } from './commands/gate-options.ts';
import { openGate } from './open-gate.ts';
import { worstOf } from './worst-of.ts';
import { renderReports, withReport } from './write-reports.ts';

export interface MergeCommandOptions extends SettlingOptions {
  readonly expect?: number;
  readonly out: string;
  readonly reporter: readonly string[];
}

/** Joins parts, those of each target by themselves; the exit code is as if all had been one run. */
export async function merge(runs: readonly string[], options: MergeCommandOptions): Promise<number> {
  const reporters = withReport(chooseReporters(options.reporter));
  const bar = openGate(options);
  const parts = runs.map((file): Part => ({ file, report: loadReport(file) }));
  const targets = [...new Set(parts.map(({ report }) => report.target.name))];
  const codes = targets.map((target) => {
    const own = parts.filter(({ report }) => report.target.name === target);
    const report = bar.settle(joined(own, options.expect));
    const folder =
      targets.length === 1 ? options.out : join(options.out, target.replaceAll(/[^\w.-]+/g, '-'));
    const kept = { folder, shown: join(folder, 'report.json'), isLatest: false };
    renderReports(report, reporters, { folder, kept, tells: true });
    return report.exitCode;
  });
  return worstOf(codes);
}

function joined(parts: readonly Part[], expected: number | undefined): Report {
  const problem = whyUnmergeable(parts, expected);
  if (problem !== undefined)
    throw userErrors.reportsUnmergeable(problem.files, problem.problem, problem.todo);
  const [first, ...others] = parts.map(({ report }) => report);
  if (first === undefined) throw userErrors.optionMissing('a run', 'there is nothing to merge');
  return mergeReports([first, ...others]);
}
