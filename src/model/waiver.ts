import type { OperationId } from './operation.ts';

/** Recorded permission for one exact finding on one target, until a day. */
export interface Waiver {
  /** Fingerprint of the finding. */
  readonly finding: string;
  /** Detail of the finding when it was waived; another detail is another matter. */
  readonly detail: string;
  readonly operation: OperationId;
  /** Name of the target: that of the tenant, or `mock`. */
  readonly target: string;
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  /** The last day it holds, `YYYY-MM-DD`, UTC. */
  readonly expires: string;
  /** Where it stands, for messages: file, line and column. */
  readonly place: string;
}

/** What a report says of the waiver beside the finding it excuses. */
export type WaiverNote = Pick<Waiver, 'reason' | 'owner' | 'ticket' | 'expires'>;

export const WAIVER_STANDINGS = [
  'applied',
  /** Its last day is over. */
  'expired',
  /** The operation was judged, and there is no such finding any more. */
  'stale',
  /** There is such a finding with another detail, which the waiver does not excuse. */
  're-opened',
  /** Another waiver speaks of the same finding and target. */
  'duplicate',
  /** There is no such operation. */
  'unmatched',
  /** Of another target or an operation that was not judged: nothing can be said of it. */
  'not-looked-at',
] as const;
export type WaiverStanding = (typeof WAIVER_STANDINGS)[number];

/** What became of one waiver in a run. */
export interface ReportedWaiver extends Waiver {
  readonly standing: WaiverStanding;
  /** Of a waiver that needs somebody: what is wrong and what to do, one sentence each; null otherwise. */
  readonly problem: string | null;
}

/** Standings that fail a run, whatever else it found. */
export function failsRun({ standing }: ReportedWaiver): boolean {
  return (
    standing === 'expired' || standing === 'stale' || standing === 'duplicate' || standing === 'unmatched'
  );
}
