import { join, relative } from 'node:path';
import type { Report } from '../model/report.ts';
import type { ScanArtefact } from '../privacy/scan-artefact.ts';
import { gateLabel } from '../reporters/headline.ts';
import json from '../reporters/json.reporter.ts';
import type { KeptRun } from '../reporters/reporter.ts';
import terminal from '../reporters/terminal.reporter.ts';
import type { ChosenReporter } from './choose-reporters.ts';
import { isInCi } from './ci-engine.ts';
import { logSection } from './log-section.ts';
import { wantsColour } from './wants-colour.ts';
import { pointLatest, writeArtefact } from './write-run.ts';

/** Where the report of a run goes. */
export interface ReportPlace {
  readonly folder: string;
  /** The folder of all runs. */
  readonly out: string;
  readonly scan?: ScanArtefact | undefined;
  /** The file of the live tenant that was judged. */
  readonly tenant?: string | undefined;
}

/** Writes each chosen format; `report.json` always, since every other format can be made from it again. */
export function writeReports(
  report: Report,
  chosen: readonly ChosenReporter[],
  { folder, out, scan, tenant }: ReportPlace,
): void {
  const html = chosen.find(({ reporter, file }) => reporter.name === 'html' && file === undefined);
  const shown = join(folder, html?.reporter.file ?? 'report.json');
  const isLatest = relative('reports', out) === '';
  const kept: KeptRun = { folder, shown, isLatest, ...(tenant !== undefined && { tenant }) };
  renderReports(report, withReport(chosen), { folder, scan, kept });
  pointLatest(out, folder);
  // Whoever reads the terminal's text has seen it there.
  if (isInCi() || !chosen.some(isForPeople)) process.stdout.write(`Report: ${shown}\n`);
}

function isForPeople({ reporter, file }: ChosenReporter): boolean {
  return reporter === terminal && (file === undefined || file === STDOUT);
}

/** Standard output in place of a file. */
const STDOUT = '-';

interface Rendering extends Pick<ReportPlace, 'folder' | 'scan'> {
  readonly kept?: KeptRun;
}

/** Writes or prints each format; gives the files written. */
export function renderReports(
  report: Report,
  chosen: readonly ChosenReporter[],
  { folder, scan = () => undefined, kept }: Rendering,
): readonly string[] {
  const screen = { colour: wantsColour(process.stdout), columns: process.stdout.columns ?? 100 };
  const options = { ...screen, ...(kept && { kept }) };
  const written = chosen.flatMap(({ reporter, file }) => {
    const own = reporter.file === null ? STDOUT : join(folder, reporter.file);
    const target = file ?? own;
    if (target !== STDOUT) {
      writeArtefact(target, reporter.render(report, { ...options, colour: false }), scan);
      return [target];
    }
    const content = reporter.render(report, options);
    scan(reporter.name, content);
    const section = file === undefined ? logSection(reporter.name, titleOf(report)) : undefined;
    process.stdout.write(`${section?.begin ?? ''}${content.trimEnd()}\n${section?.end ?? ''}`);
    return [];
  });
  if (isInCi() && chosen.some(goesToLog)) process.stdout.write(`${outcomeOf(report)}\n`);
  return written;
}

function goesToLog({ reporter, file }: ChosenReporter): boolean {
  return reporter.file === null && file === undefined;
}

/** In a log whose parts are folded away the outcome stays in sight. */
function outcomeOf(report: Report): string {
  return `Run ${report.run.id}: ${report.verdict}. ${gateLabel(report)}.`;
}

function titleOf({ run }: Report): string {
  return `Report of run ${run.id}`;
}

/** The chosen formats and, once, the report itself in the folder of the run. */
export function withReport(chosen: readonly ChosenReporter[]): readonly ChosenReporter[] {
  const isThere = chosen.some(({ reporter, file }) => reporter === json && file === undefined);
  return isThere ? chosen : [{ reporter: json, file: undefined }, ...chosen];
}
