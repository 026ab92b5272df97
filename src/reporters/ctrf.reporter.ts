import type { Case, OutcomeName } from '../model/finding.ts';
import { instantOf } from '../model/instant.ts';
import type { OperationReport, Report } from '../model/report.ts';
import { type FindingGroup, groupFindings } from './finding-groups.ts';
import { findingSentence } from './finding-sentence.ts';
import { findingText } from './finding-text.ts';
import { groupLocation } from './group-location.ts';
import { targetLabel } from './headline.ts';
import { inertLineReport } from './inert-report.ts';
import type { Reporter } from './reporter.ts';
import { tallyEntries } from './tally.ts';
import { waiversOfCase } from './waiver-sentence.ts';

/** Common Test Report Format: one test a case. */
const ctrf: Reporter = {
  name: 'ctrf',
  title: 'CTRF JSON, for dashboards and chat reporters that read test results',
  file: 'ctrf-report.json',
  render: (report) => `${JSON.stringify(document(inertLineReport(report)), null, 2)}\n`,
};

export default ctrf;

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/** What should have been looked at and was not is pending; a judge that broke down is none of the others. */
const STATUS: Readonly<Record<OutcomeName, Status>> = {
  passed: 'passed',
  failed: 'failed',
  waived: 'skipped',
  'not-applicable': 'skipped',
  'not-run': 'pending',
  errored: 'other',
};

function document(report: Report): unknown {
  const { tool, run, verdict, because, exitCode, gate, documented, reliedOn } = report;
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    runId: run.id,
    timestamp: run.startedAt,
    generatedBy: tool.name,
    results: {
      tool: { name: tool.name, version: tool.version },
      summary: summaryOf(report),
      tests: report.operations.flatMap((operation) =>
        operation.cases.map((one) => testOf(report, operation, one)),
      ),
      environment: { testEnvironment: targetLabel(report) },
      extra: {
        ...{ verdict, because, exitCode, gate },
        ...{ documented: documented.verdict, reliedOn: reliedOn.standing },
      },
    },
  };
}

function summaryOf({ operations, run }: Report): unknown {
  const totals = tallyEntries(operations.flatMap(({ cases }) => cases));
  const start = instantOf(run.startedAt) ?? 0;
  return {
    tests: totals.planned,
    passed: totals.passed,
    failed: totals.failed,
    skipped: totals.waived + totals['not-applicable'],
    pending: totals['not-run'],
    other: totals.errored,
    suites: operations.length,
    start,
    stop: start + Math.round(run.durationMs),
    duration: Math.round(run.durationMs),
    extra: { waived: totals.waived },
  };
}

function testOf(report: Report, operation: OperationReport, one: Case): unknown {
  const groups = groupFindings({ ...operation, cases: [one] });
  const [first] = groups;
  const place = first === undefined ? operation.location : groupLocation(report, first);
  return {
    testId: one.id,
    name: one.id,
    status: STATUS[one.outcome],
    rawStatus: one.outcome,
    duration: durationOf(operation, one),
    suite: [operation.vendor, operation.operation],
    tags: [one.judge, one.level],
    labels: { check: one.check, verdict: operation.verdict, ...blameLabels(one) },
    type: 'contract',
    ...(place !== undefined && { filePath: place.file, line: place.line }),
    ...messageOf(report, one, groups),
  };
}

/** All cases of an exchange share its answer. */
function durationOf({ exchanges }: OperationReport, { exchange }: Case): number {
  return Math.round(exchanges.find(({ id }) => id === exchange)?.timing.responseMs ?? 0);
}

function blameLabels({ blame, findings }: Case): { readonly blame?: readonly string[] } {
  const blames = [...new Set([...(blame === null ? [] : [blame]), ...findings.map((each) => each.blame)])];
  return blames.length === 0 ? {} : { blame: blames };
}

interface Message {
  readonly message?: string;
  readonly trace?: string;
}

function messageOf(report: Report, one: Case, groups: readonly FindingGroup[]): Message {
  if (groups.length === 0) return one.reason === null ? {} : { message: one.reason };
  const sentences = groups.map(findingSentence).join('; ');
  const trace = groups.map((group) => findingText(report, group).join('\n')).join('\n\n');
  return { message: one.outcome === 'waived' ? `${waiversOfCase(one)}. ${sentences}` : sentences, trace };
}
