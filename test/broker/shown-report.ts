import type { OperationReport, Report } from '../../src/model/report.ts';
import { sampleRun } from '../fixtures/sample-run.ts';

export interface ShownChange {
  /** The operation that breaks the consumer; without one, none does. */
  readonly broken?: string;
  /** The only vendor that was judged. */
  readonly vendor?: string;
  /** An operation that was not judged. */
  readonly without?: string;
  readonly kind?: string;
  /** Nothing was sent to see it. */
  readonly isObserved?: boolean;
}

/** The report of a run in which our consumer is kept wherever nothing else is said. */
export function shownReport({
  broken,
  vendor,
  without,
  kind = 'live',
  isObserved = false,
}: ShownChange): Report {
  return {
    ...sampleRun,
    target: { ...sampleRun.target, kind },
    ...(isObserved && { observation: OBSERVED }),
    operations: sampleRun.operations
      .filter((one) => one.operation !== without && (vendor ?? one.vendor) === one.vendor)
      .map(
        (one): OperationReport => ({ ...one, reliedOn: answerOf(one.operation, one.operation === broken) }),
      ),
  };
}

const OBSERVED: NonNullable<Report['observation']> = {
  ...{ exchanges: 7, matched: 7, leftOut: 0, unmatched: [], unmatchedTotal: 0, unread: [], unreadTotal: 0 },
};

function answerOf(operation: string, isBroken: boolean): OperationReport['reliedOn'] {
  const standing = isBroken ? 'broken' : 'kept';
  const place = { operation, fingerprint: '0123456789ab', pointer: 'response.body#/data/id', why: [] };
  return {
    standing,
    because: `the consumer is ${standing}`,
    consumers: [{ consumer: 'support-desk', standing, brokenBy: isBroken ? [place] : [] }],
  };
}
