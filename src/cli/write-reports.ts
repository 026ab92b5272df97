import { join } from 'node:path';
import type { Report } from '../model/report.ts';
import type { ScanArtefact } from '../privacy/scan-artefact.ts';
import json from '../reporters/json.reporter.ts';
import type { ChosenReporter } from './choose-reporters.ts';
import { wantsColour } from './wants-colour.ts';
import { pointLatest, writeArtefact } from './write-run.ts';

/** Writes each chosen format; `report.json` always, since every other format can be made from it again. */
export function writeReports(
  report: Report,
  chosen: readonly ChosenReporter[],
  folder: string,
  out: string,
  scan: ScanArtefact = () => undefined,
): void {
  const options = { colour: wantsColour(process.stdout), columns: process.stdout.columns ?? 100 };
  for (const { reporter, file } of withReport(chosen)) {
    const target = file ?? (reporter.file === null ? undefined : join(folder, reporter.file));
    const content = reporter.render(report, target === undefined ? options : { ...options, colour: false });
    if (target === undefined) scan(reporter.name, content);
    if (target === undefined) process.stdout.write(`${content.trimEnd()}\n`);
    else writeArtefact(target, content, scan);
  }
  pointLatest(out, folder);
  const html = chosen.find(({ reporter, file }) => reporter.name === 'html' && file === undefined);
  const shown = html === undefined ? 'report.json' : (html.reporter.file ?? 'report.json');
  process.stdout.write(`Report: ${join(folder, shown)}\n`);
}

/** The chosen formats and, once, the report itself in the folder of the run. */
function withReport(chosen: readonly ChosenReporter[]): readonly ChosenReporter[] {
  const isThere = chosen.some(({ reporter, file }) => reporter === json && file === undefined);
  return isThere ? chosen : [{ reporter: json, file: undefined }, ...chosen];
}
