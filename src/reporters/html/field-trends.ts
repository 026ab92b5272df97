import type { ReportHistory } from '../../model/history.ts';
import type { OperationId } from '../../model/operation.ts';

type Runs = ReportHistory['runs'];

/** How one place of an operation's exchanges fared: whatever differed there counts. */
export interface FieldTrend {
  readonly pointer: string;
  /** One a run, the oldest first; null where the operation was not judged. */
  readonly seen: readonly (boolean | null)[];
  readonly times: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** The places that differed in any of the runs, those that did so last first. */
export function fieldTrends(runs: Runs, operation: OperationId): readonly FieldTrend[] {
  const pointers = runs.map(({ operations }) => {
    const judged = operations.find((one) => one.operation === operation);
    return judged === undefined ? null : new Set(judged.findings.map(({ pointer }) => pointer));
  });
  return [...new Set(pointers.flatMap((each) => [...(each ?? [])]))]
    .flatMap((pointer) => {
      const seen = pointers.map((each) => each?.has(pointer) ?? null);
      const at = runs.filter((_, index) => seen[index] === true).map(({ startedAt }) => startedAt);
      const [firstSeen, lastSeen] = [at.at(0), at.at(-1)];
      return firstSeen === undefined || lastSeen === undefined
        ? []
        : [{ pointer, seen, times: at.length, firstSeen, lastSeen }];
    })
    .toSorted((one, other) => other.lastSeen.localeCompare(one.lastSeen) || other.times - one.times);
}
