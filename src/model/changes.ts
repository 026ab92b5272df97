import type { Blame } from './finding.ts';
import type { OperationId } from './operation.ts';
import type { Level } from './source.ts';
import type { GateFinding, Verdict } from './verdict.ts';

/**
 * What became of a finding between two reports: `changed` is the same place with another detail; `fixed` was looked at
 * and is as it should be; `gone` was not looked at, so nothing is known of it.
 */
export const CHANGE_KINDS = ['new', 'changed', 'fixed', 'gone'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Whose doing a change is: what was observed, or the specs and contracts that judged it. */
export const CHANGE_CAUSES = ['observed', 'judged-by', 'undetermined'] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

export interface FindingChange {
  readonly kind: ChangeKind;
  readonly operation: OperationId;
  readonly fingerprint: string;
  readonly check: string;
  readonly pointer: string;
  readonly level: Level;
  readonly blame: Blame;
  readonly expected: string;
  /** What was there before and is there after; null where the finding was not, or is not. */
  readonly before: string | null;
  readonly after: string | null;
  readonly cause: ChangeCause;
  /** Of what is gone: why it was not looked at. */
  readonly because: string | null;
}

export interface VerdictChange {
  readonly operation: OperationId;
  /** Null where the operation was not in the report. */
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  readonly cause: ChangeCause;
}

export interface ReadingChange {
  readonly operation: OperationId;
  readonly ambiguity: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Fields that no document mentions. */
export interface UndocumentedChange {
  readonly operation: OperationId;
  readonly came: readonly string[];
  readonly went: readonly string[];
}

/** What is otherwise than in an earlier report. */
export interface ReportChanges {
  readonly since: { readonly run: string; readonly startedAt: string; readonly target: string };
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly findings: readonly FindingChange[];
  /** In both reports with the same detail. */
  readonly known: readonly GateFinding[];
  readonly verdicts: readonly VerdictChange[];
  readonly readings: readonly ReadingChange[];
  readonly undocumented: readonly UndocumentedChange[];
  /** What makes the two hard to compare: another target, other specs, another version; a sentence each. */
  readonly doubts: readonly string[];
}
