import type { OperationId } from './operation.ts';
import type { Level } from './source.ts';
import type { Verdict } from './verdict.ts';

/** What is kept of one run in one target, a line of its history. */
export interface HistoryEntry {
  readonly version: 1;
  readonly run: string;
  readonly startedAt: string;
  readonly target: string;
  readonly tool: string;
  readonly verdict: Verdict;
  readonly operations: readonly HistoryOperation[];
}

export interface HistoryOperation {
  readonly operation: OperationId;
  readonly verdict: Verdict;
  readonly findings: readonly HistoryFinding[];
}

export interface HistoryFinding {
  readonly fingerprint: string;
  readonly detail: string;
  readonly pointer: string;
  readonly level: Level;
}

/** How a finding of this run has come and gone in the runs that judged its operation, this one included. */
export interface FindingHistory {
  readonly operation: OperationId;
  readonly fingerprint: string;
  readonly detail: string;
  readonly firstSeen: string;
  readonly times: number;
  readonly of: number;
}

/** An operation that was not proven lately enough. */
export interface Unverified {
  readonly operation: OperationId;
  /** When it was proven last; null where the history knows of no time. */
  readonly last: string | null;
}

/** What a report tells of the runs before it, in the same target. */
export interface ReportHistory {
  /** Oldest first, this run last. */
  readonly runs: readonly Pick<HistoryEntry, 'run' | 'startedAt' | 'verdict' | 'operations'>[];
  readonly findings: readonly FindingHistory[];
  /** Findings that would keep the gate shut, were they not seen in too few of the last runs. */
  readonly flickering: readonly FindingHistory[];
  readonly unverified: readonly Unverified[];
}
