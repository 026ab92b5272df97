import type { Finding } from '../model/finding.ts';
import type { OperationId } from '../model/operation.ts';
import type { OperationReport, Report, Verdict } from '../model/report.ts';

/** What the judges make of one exchange. */
export type JudgedExchange =
  | {
      readonly kind: 'judged';
      readonly operation: OperationId;
      readonly verdict: Verdict;
      /** Why the verdict is what it is, one sentence. */
      readonly because: string;
      /** `unproven`: it cannot be told. */
      readonly gate: 'met' | 'not-met' | 'unproven';
      readonly cases: OperationReport['cases'];
      readonly findings: readonly ToldFinding[];
      /** All of it as a run would report it. */
      readonly report: Report;
    }
  /** No documented operation is asked for. */
  | { readonly kind: 'unmatched'; readonly reason: string };

export interface ToldFinding extends Finding {
  /** What differs, in one sentence. */
  readonly sentence: string;
  /** The finding with source, who relies on it and what to do next, as the terminal shows it. */
  readonly text: string;
}
