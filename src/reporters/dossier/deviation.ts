import type { OperationReport, Report, ReportedDefect, ReportedExchange } from '../../model/report.ts';
import type { Source } from '../../model/source.ts';
import { byWeight, exchangesOf, type FindingGroup, groupFindings, sourcesOf } from '../finding-groups.ts';

/** A difference that a vendor can do something about, with all the report knows of it. */
export interface Deviation {
  readonly operation: OperationReport;
  readonly group: FindingGroup;
  /** The first exchange it was seen in; undefined where the report does not hold it. */
  readonly exchange: ReportedExchange | undefined;
  /** Exchanges in which the same was judged, whatever came of it. */
  readonly judged: number;
  /** Known defects of the document that lie in the cited lines; only where the document is to blame. */
  readonly defects: readonly ReportedDefect[];
}

export function deviationsOf(report: Report): readonly Deviation[] {
  return report.operations
    .flatMap((operation) =>
      groupFindings(operation)
        .filter((group) => isForVendor(operation, group))
        .map((group) => deviationOf(report, operation, group)),
    )
    .toSorted((one, other) => byWeight(one.group, other.group));
}

/** What binds the vendor by its document, or breaks somebody; and is neither the setup's fault nor ours. */
function isForVendor(operation: OperationReport, group: FindingGroup): boolean {
  const { blame, level } = group.finding;
  if (blame !== 'vendor' && blame !== 'document') return false;
  return level !== 'may' || fingerprintsOf(group).some((each) => breakingOf(operation).has(each));
}

export function fingerprintsOf(group: FindingGroup): readonly string[] {
  return [...new Set(group.places.map(({ fingerprint }) => fingerprint))];
}

function breakingOf({ reliedOn }: OperationReport): ReadonlySet<string> {
  return new Set(
    reliedOn.consumers.flatMap(({ brokenBy }) => brokenBy.map(({ fingerprint }) => fingerprint)),
  );
}

function deviationOf(report: Report, operation: OperationReport, group: FindingGroup): Deviation {
  const seen = exchangesOf(group);
  const judged = operation.cases
    .filter(({ check, outcome }) => check === group.finding.check && isJudged(outcome))
    .map((each) => each.exchange);
  return {
    operation,
    group,
    exchange: operation.exchanges.find(({ id }) => id === seen[0]),
    judged: new Set([...judged, ...seen]).size,
    defects: group.finding.blame === 'document' ? defectsAt(report, operation, group) : [],
  };
}

function isJudged(outcome: OperationReport['cases'][number]['outcome']): boolean {
  return outcome === 'passed' || outcome === 'failed' || outcome === 'waived';
}

function defectsAt(
  report: Report,
  { operation }: OperationReport,
  group: FindingGroup,
): readonly ReportedDefect[] {
  const cited = sourcesOf(group);
  return report.defects.filter(
    ({ operations, sources }) =>
      operations.includes(operation) &&
      sources.some(({ source }) => cited.some((each) => overlap(each, source))),
  );
}

function overlap(one: Source, other: Source): boolean {
  return one.document === other.document && one.lines[0] <= other.lines[1] && other.lines[0] <= one.lines[1];
}
