import type { Report } from '../model/report.ts';
import { type FindingGroup, groupReportFindings, sourcesOf } from './finding-groups.ts';
import { findingDifference } from './finding-sentence.ts';
import { type Annotation, type AnnotationKind, annotationLine } from './github/annotation-line.ts';
import { groupLocation } from './group-location.ts';
import { gateLabel, openingSentences } from './headline.ts';
import { inertLogLine } from './inert-log-line.ts';
import { inertLineReport } from './inert-report.ts';
import { groupReasons } from './reason-groups.ts';
import type { Reporter } from './reporter.ts';
import { sourceLabel } from './source-label.ts';
import { plural } from './tally.ts';

/** Commands that GitHub turns into annotations, at the lines of the specs that were broken. */
const github: Reporter = {
  name: 'github',
  title: 'Annotations of a GitHub workflow, on standard output',
  file: null,
  onRequest: true,
  render: (report) => `${lines(inertLineReport(report)).join('\n')}\n`,
};

export default github;

/** GitHub shows no more of a kind for one step, and leaves out the others without a word. */
const SHOWN = 10;
const KINDS = ['error', 'warning', 'notice'] as const satisfies readonly AnnotationKind[];

function lines(report: Report): readonly string[] {
  const all = annotations(report);
  return [
    ...[...openingSentences(report), gateLabel(report)].map(inertLogLine),
    ...KINDS.flatMap((kind) =>
      shownOf(
        kind,
        all.filter((one) => one.kind === kind),
      ),
    ).map(annotationLine),
  ];
}

/** Where there are too many, the last one that is shown counts the others. */
function shownOf(kind: AnnotationKind, own: readonly Annotation[]): readonly Annotation[] {
  if (own.length <= SHOWN) return own;
  const rest = own.length - SHOWN + 1;
  const message = 'GitHub shows ten of a kind for a step; all of them are in the other reports of this run.';
  return [
    ...own.slice(0, SHOWN - 1),
    { kind, title: `${plural(rest, 'more finding')} of this kind`, message },
  ];
}

/** What is waived is not held up to anybody; what could not be looked at is. */
function annotations(report: Report): readonly Annotation[] {
  const findings = groupReportFindings(report).filter(({ finding }) => finding.waiver === undefined);
  return [...findings.map((group) => ofFinding(report, group)), ...obstacles(report)];
}

const KIND_OF_LEVEL = { must: 'error', should: 'warning', may: 'notice' } as const;

function ofFinding(report: Report, group: FindingGroup): Annotation {
  const { level, blame, next, fingerprint } = group.finding;
  const place = groupLocation(report, group);
  const cited = sourcesOf(group).map(sourceLabel).join(', ');
  return {
    kind: keepsGateShut(report, group) ? 'error' : KIND_OF_LEVEL[level],
    title: `${group.operation}: ${group.title}`,
    message: `${findingDifference(group)} (blame: ${blame}, ${fingerprint})\n${cited}\n${next}`,
    ...(place !== undefined && { place }),
  };
}

/** Whatever its level: a line in red is what has to go for the job to pass. */
function keepsGateShut({ gateShutBy }: Report, { operation, places }: FindingGroup): boolean {
  const prints = places.map((each) => each.fingerprint);
  return gateShutBy.some((each) => each.operation === operation && prints.includes(each.fingerprint));
}

function obstacles(report: Report): readonly Annotation[] {
  return groupReasons(report).map(({ operation, outcome, reason, cases }) => {
    const place = report.operations.find((each) => each.operation === operation)?.location;
    return {
      kind: outcome === 'errored' ? 'error' : 'warning',
      title: `${operation}: ${plural(cases.length, 'case')} ${outcome}`,
      message: reason,
      ...(place !== undefined && { place }),
    };
  });
}
