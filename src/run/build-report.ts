import type { ClaimLedger } from '../model/claim.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan } from '../model/plan.ts';
import type { GateFinding, OperationReport, Report, ReportedExchange } from '../model/report.ts';
import type { Level } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';
import type { ReportedWaiver, Waiver } from '../model/waiver.ts';
import { markWaived, weighWaivers } from '../verdict/apply-waivers.ts';
import { basisOf } from '../verdict/basis-of.ts';
import { countTotals } from '../verdict/count-totals.ts';
import { exchangeDigest } from '../verdict/exchange-digest.ts';
import { exitCodeOfRun } from '../verdict/exit-code.ts';
import type { Relying } from '../verdict/fold-relied-on.ts';
import { foldRun, foldVerdict, gateFindings } from '../verdict/fold-verdict.ts';
import { joinDocumented, joinReliedOn, sayRunVerdict } from '../verdict/join-operations.ts';
import { describeIntent } from './describe-intent.ts';
import { locateFindings, specPointerOf } from './locate-findings.ts';
import { type OperationCases, operationCases } from './operation-cases.ts';
import { reportClaims } from './report-claims.ts';
import { reportDefects } from './report-defects.ts';
import { reportReadings } from './report-readings.ts';
import type { Judged } from './run-suite.ts';
import { undocumentedIn } from './undocumented-in.ts';
import { whyUnsent } from './why-unsent.ts';

export interface ReportParts {
  readonly suite: Suite;
  readonly operations: readonly Operation[];
  readonly plan: Plan;
  readonly judged: readonly Judged[];
  readonly header: Pick<Report, 'tool' | 'run' | 'target' | 'gate'>;
  readonly cleanUp?: Report['cleanUp'];
  readonly waivers?: readonly Waiver[];
  /** The day on which waivers are held against the run, `YYYY-MM-DD`; without it the day it began. */
  readonly today?: string;
}

/** Folds judged exchanges into the report; the texts of documents are added by who has them. */
export function buildReport(parts: ReportParts): Report {
  const { suite, header, cleanUp = [], waivers: given = [] } = parts;
  const outcomes = operationCases({ ...parts, interrupted: header.run.interrupted });
  const waivers = weighWaivers(given, {
    target: header.target.name,
    today: parts.today ?? header.run.startedAt.slice(0, 10),
    known: new Set(suite.specs.flatMap((spec) => spec.operations.map(({ id }) => id))),
    judged: new Map(outcomes.map(({ operation, cases }) => [operation.id, cases])),
  });
  const reports = outcomes.map((one) => reportOperation(parts, one, waivers));
  const cases = reports.flatMap((report) => report.cases);
  const verdict = foldRun(reports.map((report) => report.verdict));
  const gateShutBy = reports.flatMap((report) => shutBy(report, header.gate));
  return {
    schemaVersion: 1,
    ...header,
    planHash: parts.plan.hash,
    verdict,
    because: sayRunVerdict(verdict, reports),
    documented: joinDocumented(reports),
    reliedOn: joinReliedOn(reports),
    gateShutBy,
    exitCode: exitCodeOfRun({ run: header.run, waivers, verdict }, gateShutBy),
    totals: countTotals(cases),
    operations: reports,
    defects: reportDefects(suite, reports),
    basis: basisOf(
      suite,
      parts.operations.map(({ id }) => id),
    ),
    ...reportedChecks(parts),
    documents: suite.documents.filter(({ vendor }) => reports.some((report) => report.vendor === vendor)),
    quotations: [],
    cleanUp,
    waivers,
    stale: [],
  };
}

function reportedChecks({ suite, operations }: ReportParts): Pick<Report, 'checks'> {
  if (suite.checks === undefined) return {};
  const judged = operations.map(({ id }) => id);
  const checks = suite.checks.map(({ id, title, why, from, operations: about }) => {
    return { id, title, why, from, operations: about.filter((one) => judged.includes(one)) };
  });
  return { checks };
}

function shutBy({ operation, cases }: OperationReport, gate: Level): readonly GateFinding[] {
  const findings = gateFindings(
    cases.flatMap((one) => one.findings),
    gate,
  );
  const keyed = findings.map(
    ({ fingerprint, detail }) => [`${fingerprint} ${detail}`, { operation, fingerprint, detail }] as const,
  );
  return [...new Map(keyed).values()];
}

function reportOperation(
  { suite, header }: ReportParts,
  { operation, slots, own, cases: found }: OperationCases,
  waivers: readonly ReportedWaiver[],
): OperationReport {
  const { interrupted } = header.run;
  const needed = new Set(slots.filter(({ origin }) => origin.kind === 'contract').map(({ id }) => id));
  const spec = suite.specs.find(({ vendor }) => vendor === operation.vendor);
  const marked = markWaived(
    found,
    waivers.filter((waiver) => waiver.operation === operation.id),
  );
  const cases = spec === undefined ? marked : locateFindings(marked, { suite, spec, slots });
  const { id, vendor, title, method, path, source, effects } = operation;
  return {
    ...{ operation: id, vendor, title, method, path, source, effects },
    ...(spec !== undefined && { location: spec.placeOf(specPointerOf(operation)) }),
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

function reportExchange({ planned, exchange, reading, digest }: Judged): ReportedExchange {
  return {
    ...exchange,
    title: planned.title,
    origin: planned.origin.kind,
    intent: describeIntent(planned.intent),
    reading: reading === undefined ? null : `${reading.ambiguity}: ${reading.reading}`,
    digest: digest ?? exchangeDigest(exchange),
  };
}
