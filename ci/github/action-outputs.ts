import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Verdict } from '../../src/model/report.ts';
import type { WrittenRun } from './written-runs.ts';

/** The worst first. */
const VERDICTS: readonly Verdict[] = ['nonconformant', 'unproven', 'deviating', 'conformant'];

const FILES = {
  'report-path': /^report\.json$/,
  'html-path': /^index\.html$/,
  'sarif-path': /\.sarif$/,
  'junit-path': /^junit\.xml$/,
} as const;

/** Each output of action.yml by its name; paths are those of the workspace, as other actions want them. */
export function actionOutputs(
  exitCode: number,
  runs: readonly WrittenRun[],
  workspace: string,
): Readonly<Record<string, string>> {
  const last = runs.at(-1);
  const reports = runs.map(({ report }) => report);
  const compared = reports.flatMap(({ changes }) => changes ?? []);
  const folder = last === undefined ? '' : relative(workspace, resolve(last.folder));
  const written = last === undefined ? [] : readdirSync(last.folder);
  return {
    'exit-code': String(exitCode),
    verdict: VERDICTS.find((verdict) => reports.some((report) => report.verdict === verdict)) ?? '',
    'run-id': last?.report.run.id ?? '',
    'run-folder': folder,
    ...Object.fromEntries(
      Object.entries(FILES).map(([name, pattern]) => {
        const file = written.find((one) => pattern.test(one));
        return [name, file === undefined ? '' : join(folder, file)];
      }),
    ),
    'gate-findings': String(reports.reduce((sum, { gateShutBy }) => sum + gateShutBy.length, 0)),
    'new-findings':
      compared.length === 0 ? '' : String(compared.reduce((sum, { counts }) => sum + counts.new, 0)),
  };
}
