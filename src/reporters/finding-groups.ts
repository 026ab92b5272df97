import type { Blame, Case, Finding } from '../model/finding.ts';
import type { OperationReport, Report } from '../model/report.ts';
import { LEVELS } from '../model/source.ts';

/** One place at which a grouped finding was seen. */
export interface FindingPlace {
  readonly exchange: string;
  readonly pointer: string;
  readonly actual: string;
  readonly fingerprint: string;
}

/** The same difference, however often it was seen: one cause, one card. */
export interface FindingGroup {
  readonly operation: string;
  readonly title: string;
  /** The first of them; check, level, blame, expected and source are the same for all. */
  readonly finding: Finding;
  /** The pointer; members of lists and maps of ids become `*` when it was seen at more than one. */
  readonly pointer: string;
  readonly places: readonly [FindingPlace, ...FindingPlace[]];
}

/** Whom a reader can do most about comes first. */
const BLAMES = ['vendor', 'document', 'undetermined', 'setup', 'suite'] as const satisfies readonly Blame[];

export function groupReportFindings(report: Report): readonly FindingGroup[] {
  return report.operations.flatMap(groupFindings).sort(byWeight);
}

export function groupFindings(operation: OperationReport): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const each of operation.cases) {
    for (const finding of each.findings) {
      const key = groupKey(finding);
      groups.set(key, joinGroup(groups.get(key), operation.operation, each, finding));
    }
  }
  return [...groups.values()].sort(byWeight);
}

/** Advice is left out: it may name the one exchange it was written for. */
function groupKey(finding: Finding): string {
  const { check, level, blame, expected, source } = finding;
  return JSON.stringify([check, level, blame, expected, source, generalPointer(finding.pointer)]);
}

function joinGroup(
  group: FindingGroup | undefined,
  operation: string,
  { title, exchange }: Case,
  finding: Finding,
): FindingGroup {
  const { pointer, actual, fingerprint } = finding;
  const place = { exchange, pointer, actual, fingerprint };
  if (group === undefined) return { operation, title, finding, pointer, places: [place] };
  return {
    ...group,
    pointer: group.pointer === pointer ? pointer : generalPointer(pointer),
    places: [...group.places, place],
  };
}

/** List positions and ids made of digits tell members apart, not rules. */
function generalPointer(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/gu, '/*');
}

export function byWeight(one: FindingGroup, other: FindingGroup): number {
  return weight(one) - weight(other);
}

function weight({ finding }: FindingGroup): number {
  return LEVELS.indexOf(finding.level) * BLAMES.length + BLAMES.indexOf(finding.blame);
}

/** The different values that were found, in the order they were seen. */
export function distinctActuals(group: FindingGroup): readonly string[] {
  return [...new Set(group.places.map((place) => place.actual))];
}

export function exchangesOf(group: FindingGroup): readonly string[] {
  return [...new Set(group.places.map((place) => place.exchange))];
}
