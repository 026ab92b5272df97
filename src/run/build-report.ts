import { ownNotifications } from '../judges/awaited-notifications.ts';
import { jsonOf } from '../judges/expression-scope.ts';
import { observeReading } from '../judges/observe-reading.ts';
import type { ClaimLedger } from '../model/claim.ts';
import type { Case } from '../model/finding.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan, PlannedExchange, UnplannedExchange } from '../model/plan.ts';
import type { OperationReport, Report, ReportedExchange, ReportedReading, Verdict } from '../model/report.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';
import { undocumentedFields } from '../schema/undocumented-fields.ts';
import { countTotals } from '../verdict/count-totals.ts';
import { EXIT, exitCodeOf } from '../verdict/exit-code.ts';
import type { Relying } from '../verdict/fold-relied-on.ts';
import { foldRun, foldVerdict } from '../verdict/fold-verdict.ts';
import { joinDocumented, joinReliedOn } from '../verdict/join-operations.ts';
import { describeIntent } from './describe-intent.ts';
import { reportClaims } from './report-claims.ts';
import { reportDefects } from './report-defects.ts';
import type { Judged } from './run-suite.ts';

export interface ReportParts {
  readonly suite: Suite;
  readonly operations: readonly Operation[];
  readonly plan: Plan;
  readonly judged: readonly Judged[];
  readonly header: Pick<Report, 'tool' | 'run' | 'target' | 'gate'>;
  readonly cleanUp?: Report['cleanUp'];
}

/** Folds judged exchanges into the report; the texts of documents are added by who has them. */
export function buildReport(parts: ReportParts): Report {
  const { suite, operations, plan, judged, header, cleanUp = [] } = parts;
  const reports = operations.map((operation) =>
    reportOperation(suite, operation, plan, judged, header.run.interrupted),
  );
  const cases = reports.flatMap((report) => report.cases);
  const verdict = foldRun(reports.map((report) => report.verdict));
  const findings = cases.flatMap((one) => one.findings);
  return {
    schemaVersion: 1,
    ...header,
    planHash: plan.hash,
    verdict,
    because: sayWhy(verdict, reports),
    documented: joinDocumented(reports),
    reliedOn: joinReliedOn(reports),
    exitCode: header.run.interrupted ? EXIT.interrupted : exitCodeOf(verdict, findings, header.gate),
    totals: countTotals(cases),
    operations: reports,
    defects: reportDefects(suite, reports),
    documents: suite.documents.filter(({ vendor }) => reports.some((report) => report.vendor === vendor)),
    quotations: [],
    cleanUp,
    stale: [],
  };
}

/** The reason of the worst operation, and how many are as bad. */
function sayWhy(verdict: Verdict, reports: readonly OperationReport[]): string {
  const alike = reports.filter((report) => report.verdict === verdict);
  const [first] = alike;
  if (first === undefined) return 'no operation was judged';
  if (verdict === 'conformant')
    return reports.length === 1
      ? `${first.operation} holds what is documented and relied on`
      : `all ${reports.length} operations hold what is documented and relied on`;
  const others = alike.length - 1;
  return `${first.operation}: ${first.because}${others === 0 ? '' : ` (and ${others} more)`}`;
}

function reportOperation(
  suite: Suite,
  operation: Operation,
  plan: Plan,
  judged: readonly Judged[],
  interrupted: boolean,
): OperationReport {
  const own = judged.filter(({ planned }) => planned.operation === operation.id);
  const slots = plan.exchanges.filter((slot) => slot.operation === operation.id);
  const cases = slots.flatMap(
    (slot) =>
      own.find(({ planned }) => planned.id === slot.id)?.judgement.cases ?? [unsentCase(slot, interrupted)],
  );
  const needed = new Set(slots.filter(({ origin }) => origin.kind === 'contract').map(({ id }) => id));
  const spec = suite.specs.find(({ vendor }) => vendor === operation.vendor);
  const { id, vendor, title, method, path, source, effects } = operation;
  return {
    ...{ operation: id, vendor, title, method, path, source, effects },
    ...foldVerdict(cases, needed, id, relyingOn(suite, operation, slots)),
    totals: countTotals(cases),
    cases,
    exchanges: own.map(reportExchange),
    readings: spec === undefined ? [] : reportReadings(spec, operation, own),
    undocumented: spec === undefined ? [] : undocumentedIn(spec, own),
    notifications: announcedBy(operation),
    claims:
      spec === undefined
        ? NO_CLAIMS
        : reportClaims(spec, operation, slots, own, (slot) => whyUnsent(slot, interrupted)),
  };
}

function announcedBy({ notifications }: Operation): OperationReport['notifications'] {
  return notifications === undefined
    ? null
    : { endpoint: notifications.endpoint, channel: notifications.channel };
}

/** Who has a contract for the operation, and what of the plan it describes. */
function relyingOn(suite: Suite, { id }: Operation, slots: Plan['exchanges']): readonly Relying[] {
  return suite.contracts
    .filter(({ operation }) => operation === id)
    .map(({ consumer }) => ({
      consumer,
      exchanges: new Set(
        slots
          .filter(({ origin }) => origin.kind === 'contract' && origin.consumer === consumer)
          .map((slot) => slot.id),
      ),
    }));
}

const NO_CLAIMS: ClaimLedger = {
  counts: { confirmed: 0, contradicted: 0, notObserved: 0, untestable: 0, total: 0 },
  list: [],
};

function whyUnsent(slot: PlannedExchange | UnplannedExchange, interrupted: boolean): string {
  if (slot.kind === 'unplanned') return slot.reason;
  return interrupted ? 'the run was interrupted before an answer came' : 'it was not sent';
}

/** Every planned exchange leaves a case, also the one that was never sent. */
function unsentCase(slot: PlannedExchange | UnplannedExchange, interrupted: boolean): Case {
  return {
    id: `${slot.id}/exchange`,
    exchange: slot.id,
    judge: 'checks',
    check: 'exchange',
    title: slot.title,
    level: 'must',
    outcome: 'not-run',
    reason: whyUnsent(slot, interrupted),
    // What a contract describes needs nothing but the states of the target.
    blame: slot.kind === 'unplanned' && slot.origin.kind === 'contract' ? 'setup' : null,
    findings: [],
  };
}

function reportExchange({ planned, exchange, reading }: Judged): ReportedExchange {
  return {
    ...exchange,
    title: planned.title,
    origin: planned.origin.kind,
    intent: describeIntent(planned.intent),
    reading: reading === undefined ? null : `${reading.ambiguity}: ${reading.reading}`,
  };
}

function reportReadings(
  spec: Spec,
  operation: Operation,
  own: readonly Judged[],
): readonly ReportedReading[] {
  const accepted = own.filter(({ planned }) => planned.intent.kind === 'accepted');
  const evidence = accepted.map(({ planned, exchange, reading, superseded, judgement }) => ({
    subject: judgement.subject,
    sent: exchange.request,
    ...{ reading, superseded },
    isVariant: planned.origin.kind === 'variant',
  }));
  return spec.ambiguities
    .filter(({ operations }) => operations.includes(operation.id))
    .map((ambiguity) => {
      const primary = ambiguity.readings.find((reading) => reading.primary);
      const { id, title, conflict } = ambiguity;
      return {
        ambiguity: id,
        title,
        operation: operation.id,
        conflict,
        assumed: primary?.says ?? '',
        ...observeReading(ambiguity, evidence),
      };
    });
}

function undocumentedIn(spec: Spec, own: readonly Judged[]): readonly string[] {
  const found = own.flatMap(({ judgement: { subject } }) => {
    const schema = subject.documented?.schemaPointer;
    const body = subject.body && jsonOf(subject.body);
    const inBody =
      schema === undefined || body === undefined
        ? []
        : undocumentedFields(spec, schema, body).map((pointer) => `response.body#${pointer}`);
    const inMessages = ownNotifications(subject).flatMap(({ kind, notification }) =>
      undocumentedFields(spec, kind.schemaPointer, notification.data).map(
        (pointer) => `notifications.${kind.name}#${pointer}`,
      ),
    );
    return [...inBody, ...inMessages];
  });
  return [...new Set(found)].toSorted();
}
