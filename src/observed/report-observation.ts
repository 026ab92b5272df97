import { createHash } from 'node:crypto';
import type { Case, Finding } from '../model/finding.ts';
import type { ReportedObservation } from '../model/observation.ts';
import type { Operation } from '../model/operation.ts';
import type { OperationReport, Report } from '../model/report.ts';
import { buildReport, type ReportParts } from '../run/build-report.ts';
import type { Judged } from '../run/run-suite.ts';
import { EXIT } from '../verdict/exit-code.ts';
import type { Observed } from './observed-so-far.ts';
import type { OperationObservation } from './operation-observation.ts';

/** The report of all that was observed so far. */
export function reportObservation(seen: Observed, header: ReportParts['header']): Report {
  const { suite, masker } = seen.ground;
  const { waivers, today } = seen.options;
  const operations = reportedOperations(seen);
  const observed = operations.flatMap(({ id }) => seen.operations.get(id) ?? []);
  const judged = observed.flatMap(withTimes);
  const byId = new Map(
    [...judged.map(({ planned }) => planned), ...seen.slots.values()].map((slot) => [slot.id, slot]),
  );
  const slots = [...seen.order].flatMap((id) => byId.get(id) ?? []);
  const hash = createHash('sha256')
    .update(slots.map(({ id }) => id).join('\n'))
    .digest('hex');
  const report = buildReport({
    ...{ suite, operations, judged, header },
    plan: { target: header.target.name, exchanges: slots, hash },
    ...(waivers && { waivers }),
    ...(today !== undefined && { today }),
  });
  const told = report.operations.map((one) => {
    const own = seen.operations.get(one.operation);
    return own === undefined ? one : tellOperation(one, own, masker.text);
  });
  return unprovenWhereUnread({ ...report, operations: told, observation: tellObservation(seen) });
}

/** In the order of the suite: what was asked for, or else what was observed. */
function reportedOperations({
  ground: { suite },
  options,
  operations,
  slots,
}: Observed): readonly Operation[] {
  if (options.operations !== undefined) return options.operations;
  const planned = new Set([...slots.values()].map(({ operation }) => operation));
  return suite.specs
    .flatMap((spec) => spec.operations)
    .filter(({ id }) => operations.has(id) || planned.has(id));
}

/** Each kept exchange with how many others its cases stand for. */
function withTimes({ kept, kinds }: OperationObservation): readonly Judged[] {
  return kept.map((judged) => {
    const cases = judged.judgement.cases.map((one): Case => {
      const times = kinds.timesOf(one);
      return times === 1 ? one : { ...one, times };
    });
    return { ...judged, judgement: { ...judged.judgement, cases } };
  });
}

function tellOperation(
  report: OperationReport,
  own: OperationObservation,
  discreet: (text: string) => string,
): OperationReport {
  const fields = own.fields.seen().map((field) => ({
    ...field,
    values: field.values.map(({ value, times }) => ({
      value: typeof value === 'string' ? discreet(value) : value,
      times,
    })),
  }));
  const observed = { exchanges: own.exchanges, ...own.sample.counts() };
  return { ...report, fields, observed, cases: withSeen(report.cases) };
}

/** Each finding with how often it was seen where its check has come to a judgement. */
function withSeen(cases: readonly Case[]): readonly Case[] {
  const judged = new Map<string, number>();
  const seen = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string, times: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + times);
  };
  for (const one of cases) {
    const times = one.times ?? 1;
    if (one.outcome === 'passed' || one.findings.length > 0) add(judged, keyOf(one), times);
    const fingerprints = new Set(one.findings.map(({ fingerprint }) => fingerprint));
    for (const fingerprint of fingerprints) add(seen, `${keyOf(one)} ${fingerprint}`, times);
  }
  const countsOf = (one: Case, { fingerprint }: Finding) => ({
    times: seen.get(`${keyOf(one)} ${fingerprint}`) ?? 0,
    of: judged.get(keyOf(one)) ?? 0,
  });
  return cases.map((one) =>
    one.findings.length === 0
      ? one
      : { ...one, findings: one.findings.map((finding) => ({ ...finding, seen: countsOf(one, finding) })) },
  );
}

function keyOf({ judge, check }: Case): string {
  return `${judge} ${check}`;
}

function tellObservation(seen: Observed): ReportedObservation {
  const { ground, exchanges, unmatched, leftOut, unread, unreadTotal } = seen;
  const matched = exchanges - unmatched.total - leftOut;
  return {
    ...{ exchanges, matched, leftOut, unreadTotal },
    unmatched: unmatched.list(ground.masker.text),
    unmatchedTotal: unmatched.total,
    unread: unread.map(({ at, reason }) => ({ at, reason: ground.masker.text(reason) })),
  };
}

/** Where part of a recording could not be read, nobody can say that the gate is met. */
export function unprovenWhereUnread(report: Report): Report {
  const isDoubtful = (report.observation?.unreadTotal ?? 0) > 0 && report.exitCode === EXIT.gateMet;
  return isDoubtful ? { ...report, exitCode: EXIT.unproven } : report;
}
