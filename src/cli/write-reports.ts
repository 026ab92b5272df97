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
  if (isInCi() || !chosen.some((one) => one.reporter === terminal && isPrinted(one)))
    process.stdout.write(`Report: ${shown}\n`);
}

/** Standard output in place of a file. */
const STDOUT = '-';

interface Rendering extends Pick<ReportPlace, 'folder' | 'scan'> {
  readonly kept?: KeptRun;
  /** Names each file that is written. */
  readonly tells?: boolean;
}

/** Writes each format that is a file, then prints the others: what a person reads comes last. */
export function renderReports(
  report: Report,
  chosen: readonly ChosenReporter[],
  { folder, scan = () => undefined, kept, tells = false }: Rendering,
): void {
  const screen = { colour: wantsColour(process.stdout), columns: process.stdout.columns ?? 100 };
  const options = { ...screen, ...(kept && { kept }) };
  for (const one of chosen.filter((each) => !isPrinted(each))) {
    const file = one.file ?? join(folder, one.reporter.file ?? one.reporter.name);
    writeArtefact(file, one.reporter.render(report, { ...options, colour: false }), scan);
    if (tells) process.stdout.write(`Written: ${file}\n`);
  }
  for (const { reporter, file } of chosen.filter(isPrinted)) {
    const content = reporter.render(report, options);
    scan(reporter.name, content);
    const section = file === undefined ? logSection(reporter.name, titleOf(report)) : undefined;
    process.stdout.write(`${section?.begin ?? ''}${content.trimEnd()}\n${section?.end ?? ''}`);
  }
  if (isInCi() && chosen.some(goesToLog)) process.stdout.write(`${outcomeOf(report)}\n`);
}

function isPrinted({ reporter, file }: ChosenReporter): boolean {
  return file === undefined ? reporter.file === null : file === STDOUT;
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
