import type { Report } from '../model/report.ts';
import { failsRun, type ReportedWaiver } from '../model/waiver.ts';
import { type FindingGroup, groupReportFindings } from './finding-groups.ts';
import { exitCodeLabels, verdictLabels } from './labels.ts';
import { groupReasons, type ReasonGroup } from './reason-groups.ts';
import type { KeptRun } from './reporter.ts';
import { shellCommand } from './shell-command.ts';
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

export function targetLabel(report: Report): string {
  return `Target ${targetWords(report)}`;
}

export function targetWords({ target }: Report): string {
  const faults = target.faults.length === 0 ? '' : ` with planted faults ${target.faults.join(', ')}`;
  const name = target.name === target.kind ? '' : ` ${target.name}`;
  return `${target.kind}${name}${faults}`;
}

export function gateLabel(report: Report): string {
  return `Gate ${report.gate}: ${gateResult(report)}`;
}

export function gateResult({ exitCode }: Report): string {
  return `${exitCodeLabels[exitCode]} (exit code ${exitCode})`;
}

const EXIT_UNPROVEN: Report['exitCode'] = 3;

/** What a reader of the report is to do next depends on this alone. */
type Situation =
  | { readonly kind: 'cut-off' | 'well' | 'unknown' }
  | { readonly kind: 'waiver'; readonly waiver: ReportedWaiver }
  | { readonly kind: 'finding'; readonly group: FindingGroup }
  | { readonly kind: 'reason'; readonly reason: ReasonGroup }
  /** Nothing was found wrong, and not all that is asked for was looked at. */
  | { readonly kind: 'doubt'; readonly remedy: string };

function situationOf(report: Report): Situation {
  if (report.run.interrupted) return { kind: 'cut-off' };
  const [waiver] = report.waivers.filter(failsRun);
  if (waiver !== undefined) return { kind: 'waiver', waiver };
  const groups = groupReportFindings(report);
  if (report.verdict !== 'unproven') {
    const first = groups.find(({ finding }) => finding.waiver === undefined);
    return first === undefined ? doubtOrWell(report) : { kind: 'finding', group: first };
  }
  const group = groups.find(isObstacle);
  if (group !== undefined) return { kind: 'finding', group };
  const [reason] = groupReasons(report);
  return reason === undefined ? doubtOrWell(report) : { kind: 'reason', reason };
}

/** The gate may be in doubt although each operation that was judged holds. */
function doubtOrWell({ exitCode, observation, history }: Report): Situation {
  if (exitCode !== EXIT_UNPROVEN) return { kind: 'well' };
  const [unread] = observation?.unread ?? [];
  if (unread !== undefined)
    return { kind: 'doubt', remedy: `Bring the recording whole: ${unread.at} could not be read.` };
  const unverified = history?.unverified.map(({ operation }) => operation) ?? [];
  return unverified.length === 0
    ? { kind: 'unknown' }
    : { kind: 'doubt', remedy: `Run what was not proven lately: ${unverified.join(', ')}.` };
}

function isObstacle({ finding }: FindingGroup): boolean {
  return finding.blame === 'setup' || finding.blame === 'suite';
}

/** The one thing to do next. */
export function nextStep(report: Report): string {
  const situation = situationOf(report);
  switch (situation.kind) {
    case 'cut-off':
      return 'Run it again: the run was cut off, so what is missing here says nothing.';
    case 'waiver': {
      const { place, problem, standing } = situation.waiver;
      return `Mend the waiver at ${place}: ${problem ?? standing}`;
    }
    case 'finding':
      return `${situation.group.operation}: ${situation.group.finding.next}`;
    case 'reason':
      return `Remove what stood in the way of ${situation.reason.operation}: ${situation.reason.reason}`;
    case 'unknown':
      return `Find out why nothing was proven: ${report.because}`;
    case 'doubt':
      return situation.remedy;
    case 'well':
      return 'Nothing: all that could be looked at is as it should be.';
    default:
      return situation satisfies never;
  }
}

/** The command that does it, or tells all about it; null where there is none. */
export function nextCommand(report: Report, kept: KeptRun | undefined): string | null {
  if (kept === undefined) return null;
  const situation = situationOf(report);
  switch (situation.kind) {
    case 'cut-off':
      return kept.tenant === undefined
        ? null
        : shellCommand(['run', '--tenant', kept.tenant, '--resume', kept.folder]);
    case 'finding': {
      const { operation, finding } = situation.group;
      return finding.blame === 'setup' && kept.tenant !== undefined
        ? shellCommand(['doctor', '--tenant', kept.tenant, '--operation', operation])
        : explaining(finding.fingerprint, kept);
    }
    case 'reason': {
      const { operation } = situation.reason;
      return kept.tenant === undefined
        ? explaining(operation, kept)
        : shellCommand(['doctor', '--tenant', kept.tenant, '--operation', operation]);
    }
    case 'waiver':
    case 'doubt':
    case 'unknown':
    case 'well':
      return null;
    default:
      return situation satisfies never;
  }
}

function explaining(name: string, { folder, isLatest }: KeptRun): string {
  return shellCommand(['explain', name, ...(isLatest ? [] : ['--run', folder])]);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
