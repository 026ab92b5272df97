import type { Blame, Case, OutcomeName } from '../model/finding.ts';
import type { Report } from '../model/report.ts';

/** Cases about which nothing could be said for the same reason. */
export interface ReasonGroup {
  readonly outcome: OutcomeName;
  readonly operation: string;
  readonly reason: string;
  /** Whose fault it is, where that is known. */
  readonly blame: Blame | null;
  readonly cases: readonly [Case, ...Case[]];
}

/** What broke down first, then what was not run; not-applicable cases are no obstacle. */
const OBSTACLES = ['errored', 'not-run'] as const satisfies readonly OutcomeName[];

export function groupReasons(report: Report): readonly ReasonGroup[] {
  return OBSTACLES.flatMap((outcome) =>
    report.operations.flatMap(({ operation, cases }) => reasonsOf(operation, cases, outcome)),
  );
}

function reasonsOf(operation: string, cases: readonly Case[], outcome: OutcomeName): readonly ReasonGroup[] {
  const groups = new Map<string, ReasonGroup>();
  for (const each of cases.filter((candidate) => candidate.outcome === outcome)) {
    const reason = each.reason ?? 'no reason was recorded';
    const group = groups.get(reason);
    groups.set(
      reason,
      group === undefined
        ? { outcome, operation, reason, blame: each.blame, cases: [each] }
        : { ...group, cases: [...group.cases, each] },
    );
  }
  return [...groups.values()];
}
