import type { FilePlace } from '../model/file-place.ts';
import type { Report } from '../model/report.ts';
import type { Level } from '../model/source.ts';
import { type FindingGroup, groupReportFindings } from './finding-groups.ts';
import { findingSentence } from './finding-sentence.ts';
import { groupLocation } from './group-location.ts';
import { inertLineReport } from './inert-report.ts';
import { groupReasons, type ReasonGroup } from './reason-groups.ts';
import type { Reporter } from './reporter.ts';
import { plural } from './tally.ts';

/** Code quality of GitLab: one issue a finding that nothing excuses, and one for what could not be looked at. */
const gitlab: Reporter = {
  name: 'gitlab',
  title: 'Code quality JSON of GitLab, for the widget of a merge request',
  file: 'gl-code-quality-report.json',
  onRequest: true,
  render: (report) => `${JSON.stringify(issues(inertLineReport(report)), null, 2)}\n`,
};

export default gitlab;

type Severity = 'critical' | 'minor' | 'info';

const SEVERITY: Readonly<Record<Level, Severity>> = {
  must: 'critical',
  should: 'minor',
  may: 'info',
};

type Place = Pick<FilePlace, 'file' | 'line'>;

function issues(report: Report): readonly unknown[] {
  const findings = groupReportFindings(report).filter(({ finding }) => finding.waiver === undefined);
  const obstacles = groupReasons(report).map((group) => ofObstacle(report, group));
  return [...whole(report), ...findings.map((group) => ofFinding(report, group)), ...obstacles];
}

/** An empty list looks like success, which a run that proved nothing is not. */
function whole({ verdict, because }: Report): readonly unknown[] {
  if (verdict !== 'unproven') return [];
  return [issue('verdict', 'verdict', 'critical', `unproven: ${because}`, { file: 'specs', line: 1 })];
}

function ofFinding(report: Report, group: FindingGroup): unknown {
  const { check, level } = group.finding;
  const place = groupLocation(report, group) ?? likelyPlace(group);
  const words = `${group.operation}: ${findingSentence(group)}`;
  return issue(check, `${group.operation}/${group.id}`, SEVERITY[level], words, place);
}

function ofObstacle(report: Report, group: ReasonGroup): unknown {
  const { operation, outcome, reason, cases } = group;
  const described = report.operations.find((each) => each.operation === operation)?.location;
  const words = `${operation}: ${plural(cases.length, 'case')} ${outcome}: ${reason}`;
  return issue(outcome, `${outcome}/${cases[0].id}`, 'minor', words, described ?? likelyPlace(group));
}

/** GitLab leaves out an issue without a place, and older reports name none. */
function likelyPlace({ operation }: { readonly operation: string }): Place {
  return { file: `specs/${operation.split('.')[0]}.yaml`, line: 1 };
}

function issue(
  check: string,
  fingerprint: string,
  severity: Severity,
  description: string,
  { file, line }: Place,
): unknown {
  return {
    description,
    check_name: check,
    fingerprint,
    severity,
    location: { path: file, lines: { begin: line } },
  };
}
