import type { Blame, Case, Finding, JudgeName } from '../model/finding.ts';
import type { OperationReport, Report } from '../model/report.ts';
import { LEVELS, type Source } from '../model/source.ts';

/** One place at which a grouped finding was seen. */
export interface FindingPlace {
  readonly exchange: string;
  readonly pointer: string;
  readonly actual: string;
  readonly fingerprint: string;
  readonly source: Source;
}

/** The same difference, however often it was seen: one cause, one card. */
export interface FindingGroup {
  readonly operation: string;
  /** Unique within the operation: the fingerprint, numbered in the rare case that another group has it too. */
  readonly id: string;
  readonly title: string;
  readonly judge: JudgeName;
  /** The first of them; check, level, blame and expected are the same for all. */
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
  const ids = new Set<string>();
  for (const each of operation.cases) {
    for (const finding of each.findings) {
      const key = groupKey(finding);
      const group = groups.get(key);
      groups.set(
        key,
        group === undefined ? openGroup(operation, each, finding, ids) : joinGroup(group, each, finding),
      );
    }
  }
  return [...groups.values()].sort(byWeight);
}

/** Advice and source are left out: they may name the one member or request they were written for. */
function groupKey(finding: Finding): string {
  const { check, level, blame, expected, waiver } = finding;
  return JSON.stringify([check, level, blame, expected, waiver, generalPointer(finding.pointer)]);
}

function openGroup(
  { operation }: OperationReport,
  each: Case,
  finding: Finding,
  ids: Set<string>,
): FindingGroup {
  const { fingerprint, pointer } = finding;
  const id = ids.has(fingerprint) ? `${fingerprint}-${ids.size}` : fingerprint;
  ids.add(id);
  const { judge, title } = each;
  return { operation, id, title, judge, finding, pointer, places: [placeOf(each, finding)] };
}

function joinGroup(group: FindingGroup, each: Case, finding: Finding): FindingGroup {
  const { pointer } = finding;
  return {
    ...group,
    pointer: group.pointer === pointer ? pointer : generalPointer(pointer),
    places: [...group.places, placeOf(each, finding)],
  };
}

function placeOf({ exchange }: Case, { pointer, actual, fingerprint, source }: Finding): FindingPlace {
  return { exchange, pointer, actual, fingerprint, source };
}

/** List positions and ids made of digits tell members apart, not rules. */
export function generalPointer(pointer: string): string {
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

/** The cited passages, each once, in the order they were met. */
export function sourcesOf(group: FindingGroup): readonly Source[] {
  const byName = new Map(group.places.map(({ source }) => [JSON.stringify(source), source]));
  return [...byName.values()];
}
