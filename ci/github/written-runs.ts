import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadReport } from '../../src/load/load-report.ts';
import type { Report } from '../../src/model/report.ts';

export interface WrittenRun {
  readonly folder: string;
  readonly report: Report;
}

/** When the report of each folder was written, below the folder for reports and in it itself, where merge puts one. */
export function reportsBelow(out: string): ReadonlyMap<string, number> {
  if (!existsSync(out)) return new Map();
  const children = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = [out, ...children.map(({ name }) => join(out, name)).sort()];
  return new Map(
    folders.flatMap((folder) => {
      const written = statSync(join(folder, 'report.json'), { throwIfNoEntry: false });
      return written === undefined ? [] : [[folder, written.mtimeMs] as const];
    }),
  );
}

/** The runs that were written since; several tenants leave several. */
export function writtenRuns(out: string, before: ReadonlyMap<string, number>): readonly WrittenRun[] {
  return [...reportsBelow(out)]
    .filter(([folder, written]) => before.get(folder) !== written)
    .map(([folder]) => ({ folder, report: loadReport(folder) }));
}
