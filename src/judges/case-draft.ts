import type { JudgeName, OutcomeName, RawFinding } from '../model/finding.ts';
import type { Level } from '../model/source.ts';

/** A case as a judge leaves it: its findings still without blame. */
export interface CaseDraft {
  readonly judge: JudgeName;
  readonly check: string;
  readonly title: string;
  readonly level: Level;
  readonly outcome: OutcomeName;
  readonly reason: string | null;
  readonly findings: readonly RawFinding[];
}
