import { create } from 'xmlbuilder2';
import type { Case } from '../model/finding.ts';
import type { ConsumerImpact, OperationReport, Report } from '../model/report.ts';
import { groupFindings } from './finding-groups.ts';
import { findingSentence } from './finding-sentence.ts';
import { findingText } from './finding-text.ts';
import { targetLabel } from './headline.ts';
import { inertLineReport } from './inert-report.ts';
import type { Reporter } from './reporter.ts';
import { sourceLabel } from './source-label.ts';
import { tallyEntries } from './tally.ts';
import { waiversOfCase } from './waiver-sentence.ts';
import { addElement, type XmlElement } from './xml-element.ts';

/** JUnit XML: one suite an operation, one test case a case. */
const junit: Reporter = {
  name: 'junit',
  title: 'JUnit XML, for the test views of CI engines',
  file: 'junit.xml',
  render: (report) => `${renderDocument(inertLineReport(report))}\n`,
};

export default junit;

function renderDocument(report: Report): string {
  const root = addElement(create({ version: '1.0', encoding: 'UTF-8' }), 'testsuites', {
    name: `${targetLabel(report)}: ${report.verdict}`,
    ...countAttributes(report.operations.flatMap(({ cases }) => cases)),
    time: seconds(report.run.durationMs),
  });
  for (const operation of report.operations) addSuite(root, report, operation);
  return root.end({ prettyPrint: true });
}

function addSuite(root: XmlElement, report: Report, operation: OperationReport): void {
  const suite = addElement(root, 'testsuite', {
    name: operation.operation,
    ...countAttributes(operation.cases),
    time: seconds(operation.exchanges.reduce((sum, { timing }) => sum + timing.responseMs, 0)),
    timestamp: report.run.startedAt,
  });
  const properties = addElement(suite, 'properties', {});
  for (const [name, value] of Object.entries({ run: report.run.id, ...suiteProperties(operation) })) {
    addElement(properties, 'property', { name, value });
  }
  for (const each of operation.cases) addCase(suite, report, operation, each);
}

function suiteProperties(operation: OperationReport): Readonly<Record<string, string>> {
  return {
    verdict: operation.verdict,
    because: operation.because,
    documented: operation.documented.verdict,
    'relied-on': operation.reliedOn.standing,
    ...Object.fromEntries(operation.reliedOn.consumers.map(consumerProperty)),
    source: sourceLabel(operation.source),
  };
}

/** What becomes of a consumer, and by which findings. */
function consumerProperty({ consumer, standing, brokenBy }: ConsumerImpact): readonly [string, string] {
  const fingerprints = brokenBy.map(({ fingerprint }) => fingerprint).join(' ');
  return [`consumer.${consumer}`, fingerprints === '' ? standing : `${standing} ${fingerprints}`];
}

function addCase(suite: XmlElement, report: Report, operation: OperationReport, each: Case): void {
  const element = addElement(suite, 'testcase', {
    classname: operation.operation,
    name: each.id,
  });
  switch (each.outcome) {
    case 'passed':
      return;
    case 'failed':
      addFailure(element, report, operation, each);
      return;
    case 'errored':
      addElement(
        element,
        'error',
        { message: reasonOf(each), type: 'errored' },
        `${reasonOf(each)} (blame: ${each.blame ?? 'unknown'})`,
      );
      return;
    case 'waived':
      addElement(element, 'skipped', { message: `waived: ${waiversOfCase(each)}` });
      return;
    case 'not-applicable':
    case 'not-run':
      addElement(element, 'skipped', { message: `${each.outcome}: ${reasonOf(each)}` });
      return;
    default:
      each.outcome satisfies never;
  }
}

function addFailure(element: XmlElement, report: Report, operation: OperationReport, each: Case): void {
  const groups = groupFindings({ ...operation, cases: [each] });
  const [first] = groups;
  const message = first === undefined ? each.title : findingSentence(first);
  const more = groups.length > 1 ? ` (and ${groups.length - 1} more)` : '';
  const text = groups.map((group) => findingText(report, group).join('\n')).join('\n\n');
  addElement(element, 'failure', { message: message + more, type: each.level }, text);
}

function reasonOf(each: Case): string {
  return each.reason ?? each.title;
}

/** Readers hold them against the test cases that follow. */
function countAttributes(cases: readonly Case[]): Readonly<Record<string, number>> {
  const totals = tallyEntries(cases);
  return {
    tests: totals.planned,
    failures: totals.failed,
    errors: totals.errored,
    skipped: totals.waived + totals['not-applicable'] + totals['not-run'],
  };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
