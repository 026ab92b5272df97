import { observeReading } from '../judges/observe-reading.ts';
import type { Operation } from '../model/operation.ts';
import type { ReportedReading } from '../model/report.ts';
import type { Spec } from '../model/spec.ts';
import type { Judged } from './run-suite.ts';

/** Which readings of its documents the target follows, as far as the exchanges of an operation show it. */
export function reportReadings(
  spec: Spec,
  operation: Operation,
  own: readonly Judged[],
): readonly ReportedReading[] {
  const accepted = own.filter(({ planned }) => planned.intent.kind === 'accepted');
  const evidence = accepted.map(({ planned, exchange, reading, superseded, judgement }) => ({
    subject: judgement.subject,
    sent: exchange.request,
    ...{ reading, superseded },
    isVariant: planned.origin.kind === 'variant',
  }));
  return spec.ambiguities
    .filter(({ operations }) => operations.includes(operation.id))
    .map((ambiguity) => {
      const primary = ambiguity.readings.find((reading) => reading.primary);
      const { id, title, conflict } = ambiguity;
      return {
        ambiguity: id,
        title,
        operation: operation.id,
        conflict,
        assumed: primary?.says ?? '',
        ...observeReading(ambiguity, evidence),
      };
    });
}
