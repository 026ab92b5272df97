import type { OperationReport, Report } from '../model/report.ts';
import { byWeight, type FindingGroup, generalPointer, groupFindings } from './finding-groups.ts';

/**
 * What one deviation looks like to all who see it: the document, a contract and a rule may each have something to say
 * of the same place, and a reader has one thing to mend.
 */
export interface CauseGroup {
  readonly operation: string;
  /** Weightiest first; the first one names the cause. */
  readonly groups: readonly [FindingGroup, ...FindingGroup[]];
}

export function groupReportCauses(report: Report): readonly CauseGroup[] {
  return report.operations
    .flatMap(groupCauses)
    .sort((one, other) => byWeight(one.groups[0], other.groups[0]));
}

export function groupCauses(operation: OperationReport): readonly CauseGroup[] {
  const causes: CauseGroup[] = [];
  for (const group of groupFindings(operation)) {
    const at = causes.findIndex(({ groups }) => groups.some((each) => isOfOneCause(each, group)));
    const cause = causes[at];
    if (cause === undefined) causes.push({ operation: operation.operation, groups: [group] });
    else causes[at] = { ...cause, groups: [...cause.groups, group] };
  }
  return causes;
}

/** The same fault of the same party at the same place; what is excused stays apart from what is not. */
function isOfOneCause(one: FindingGroup, other: FindingGroup): boolean {
  return (
    one.finding.blame === other.finding.blame &&
    (one.finding.waiver === undefined) === (other.finding.waiver === undefined) &&
    (placeOf(one) === placeOf(other) || isMeasuredBy(one, other) || isMeasuredBy(other, one)) &&
    exchangesMeet(one, other)
  );
}

/** Its expectation is the value of the place where the other one differs: `"agent" (string) as /data/kind`. */
function isMeasuredBy(one: FindingGroup, other: FindingGroup): boolean {
  const [part, inside] = placeOf(other).split('#');
  return (
    inside !== undefined &&
    placeOf(one).startsWith(`${part}#`) &&
    one.finding.expected.endsWith(` as ${inside}`)
  );
}

/** At the same place of quite other exchanges, something else was provoked. */
function exchangesMeet(one: FindingGroup, other: FindingGroup): boolean {
  const seen = new Set(one.places.map(({ exchange }) => exchange));
  return other.places.some(({ exchange }) => seen.has(exchange));
}

function placeOf({ pointer }: FindingGroup): string {
  return generalPointer(pointer);
}
