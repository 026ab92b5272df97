import type { Report } from '../model/report.ts';
import { failsRun } from '../model/waiver.ts';
import { type FindingGroup, groupReportFindings } from './finding-groups.ts';
import { exitCodeLabels, verdictLabels } from './labels.ts';
import { groupReasons } from './reason-groups.ts';
import { totalsLabel, verdictsLabel } from './tally.ts';

/** The verdict with what it is about, before anything else is said. */
function headline(report: Report): string {
  const { verdict, operations, totals } = report;
  return `${targetLabel(report)} is ${verdictLabels[verdict].word}. ${sentence(verdictsLabel(operations))} ${sentence(totalsLabel(totals))}`;
}

/** What is read first: why, and what about. A reason that only repeats the counts is not said twice. */
export function openingSentences(report: Report): readonly string[] {
  const line = headline(report);
  return line.includes(report.because) ? [line] : [report.because, line];
}

export function targetLabel({ target }: Report): string {
  const faults = target.faults.length === 0 ? '' : ` with planted faults ${target.faults.join(', ')}`;
  const name = target.name === target.kind ? '' : ` ${target.name}`;
  return `Target ${target.kind}${name}${faults}`;
}

export function gateLabel(report: Report): string {
  return `Gate ${report.gate}: ${gateResult(report)}`;
}

export function gateResult({ exitCode }: Report): string {
  return `${exitCodeLabels[exitCode]} (exit code ${exitCode})`;
}

/** The one thing to do next. */
export function nextStep(report: Report): string {
  if (report.run.interrupted)
    return 'Run it again: the run was cut off, so what is missing here says nothing.';
  const [waiver] = report.waivers.filter(failsRun);
  if (waiver !== undefined) return `Mend the waiver at ${waiver.place}: ${waiver.problem ?? waiver.standing}`;
  if (report.verdict === 'unproven') return obstacleStep(report);
  const [first] = groupReportFindings(report).filter(({ finding }) => finding.waiver === undefined);
  return first === undefined
    ? 'Nothing: all that could be looked at is as it should be.'
    : findingStep(first);
}

function obstacleStep(report: Report): string {
  const finding = groupReportFindings(report).find((group) => isObstacle(group));
  if (finding !== undefined) return findingStep(finding);
  const [reason] = groupReasons(report);
  if (reason === undefined) return `Find out why nothing was proven: ${report.because}`;
  return `Remove what stood in the way of ${reason.operation}: ${reason.reason}`;
}

function isObstacle({ finding }: FindingGroup): boolean {
  return finding.blame === 'setup' || finding.blame === 'suite';
}

function findingStep({ finding, operation }: FindingGroup): string {
  return `${operation}: ${finding.next}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
