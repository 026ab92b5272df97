import type { Case, Finding } from '../model/finding.ts';
import type { OperationReport, Report } from '../model/report.ts';
import { inertLineReport } from './inert-report.ts';
import type { Reporter } from './reporter.ts';
import { shorten } from './shorten.ts';

/** One line of JSON for the run and for each operation, case and finding; each can be read without the others. */
const events: Reporter = {
  name: 'events',
  title: 'NDJSON for log stores and scripts: a line for each operation, case and finding',
  file: 'events.ndjson',
  onRequest: true,
  render: (report) =>
    eventsOf(inertLineReport(report))
      .map((event) => `${JSON.stringify(event)}\n`)
      .join(''),
};

export default events;

const VALUE_LIMIT = 1000;

function eventsOf(report: Report): readonly unknown[] {
  return [
    runEvent(report),
    ...report.operations.flatMap((operation) => [
      operationEvent(report, operation),
      ...operation.cases.flatMap((one) => [
        caseEvent(report, operation, one),
        ...one.findings.map((finding) => findingEvent(report, operation, one, finding)),
      ]),
    ]),
  ];
}

function runEvent({
  tool,
  run,
  target,
  gate,
  verdict,
  because,
  exitCode,
  totals,
  ...report
}: Report): unknown {
  return {
    ...{ event: 'run', schemaVersion: 1, run: run.id, tool: tool.name, version: tool.version },
    ...{ startedAt: run.startedAt, durationMs: run.durationMs, interrupted: run.interrupted },
    ...{ target: target.kind, targetName: target.name, gate, exitCode, verdict, because },
    ...{ documented: report.documented.verdict, reliedOn: report.reliedOn.standing, totals },
  };
}

function operationEvent({ run }: Report, each: OperationReport): unknown {
  const { operation, vendor, title, method, path, verdict, because, documented, reliedOn, totals } = each;
  return {
    ...{ event: 'operation', run: run.id, operation, vendor, title, method, path, verdict, because },
    ...{ documented: documented.verdict, reliedOn: reliedOn.standing, totals },
  };
}

function caseEvent({ run }: Report, { operation, vendor }: OperationReport, one: Case): unknown {
  const { id, exchange, judge, check, title, level, outcome, reason, blame, times = 1 } = one;
  return {
    ...{ event: 'case', run: run.id, operation, vendor, case: id, exchange, judge, check, title, level },
    ...{ outcome, reason, blame, times, findings: one.findings.map(({ fingerprint }) => fingerprint) },
  };
}

function findingEvent(
  { run }: Report,
  { operation, vendor }: OperationReport,
  { id }: Case,
  finding: Finding,
): unknown {
  const { fingerprint, detail, check, level, blame, pointer, expected, actual, source } = finding;
  const { specPointer, reliedOnBy, next, location, waiver } = finding;
  return {
    ...{
      event: 'finding',
      run: run.id,
      operation,
      vendor,
      case: id,
      fingerprint,
      detail,
      check,
      level,
      blame,
    },
    ...{ pointer, expected: shorten(expected, VALUE_LIMIT), actual: shorten(actual, VALUE_LIMIT), source },
    ...{ specPointer, location: location ?? null, reliedOnBy, next, waiver: waiver ?? null },
  };
}
