import type { Case } from '../../model/finding.ts';
import type { OperationReport, Report } from '../../model/report.ts';
import { outcomeLabels } from '../labels.ts';
import { sarifName, sarifPlace } from './sarif-places.ts';
import { sarifText } from './sarif-text.ts';

/** Every case about which nothing could be said: what broke down is an error, what was not run a warning. */
export function sarifNotifications({ operations }: Report): readonly unknown[] {
  return operations.flatMap((operation) =>
    operation.cases.flatMap((one) => {
      if (one.outcome === 'errored') return [notification(operation, one, 'error')];
      return one.outcome === 'not-run' ? [notification(operation, one, 'warning')] : [];
    }),
  );
}

function notification(operation: OperationReport, one: Case, level: 'error' | 'warning'): unknown {
  const { location } = operation;
  const text = `${one.id} ${outcomeLabels[one.outcome].word}: ${one.reason ?? one.title}`;
  return {
    level,
    message: { text: sarifText(text) },
    locations: [
      {
        ...(location !== undefined && { physicalLocation: sarifPlace(location) }),
        logicalLocations: [sarifName(operation)],
      },
    ],
    properties: { case: one.id, outcome: one.outcome, blame: one.blame },
  };
}
