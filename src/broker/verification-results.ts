import type { Json } from '../model/json.ts';
import type { ConsumerImpact, Report } from '../model/report.ts';

/** What a run has shown of one consumer's pact with one vendor. */
export type PactResult =
  | { readonly kind: 'shown'; readonly success: boolean; readonly testResults: Json }
  /** Neither a success nor a failure may be claimed. */
  | { readonly kind: 'open'; readonly reason: string };

/**
 * The result of a pact, by what becomes of its consumer. A failure is one wherever it is; a success has to be of every
 * operation the pact is about, and of all of it.
 */
export function resultOf(
  report: Report,
  consumer: string,
  vendor: string,
  operations: readonly string[],
  unjudged: number,
): PactResult {
  const impacts = report.operations
    .filter((one) => one.vendor === vendor)
    .flatMap(({ operation, reliedOn }) =>
      reliedOn.consumers.filter((one) => one.consumer === consumer).map((impact) => ({ operation, impact })),
    );
  const testResults = impacts.map(({ operation, impact }) => summaryOf(operation, impact));
  if (impacts.some(({ impact }) => impact.standing === 'broken'))
    return { kind: 'shown', success: false, testResults };
  const kept = impacts.filter(({ impact }) => impact.standing === 'kept').map(({ operation }) => operation);
  const missing = operations.filter((operation) => !kept.includes(operation));
  if (missing.length > 0) return { kind: 'open', reason: `not proven for ${missing.join(', ')}` };
  if (report.observation !== undefined)
    return { kind: 'open', reason: 'what was observed need not be all that the pact describes' };
  if (unjudged > 0) return { kind: 'open', reason: `${unjudged} of its interactions were not judged` };
  return impacts.length === 0
    ? { kind: 'open', reason: 'the report does not have it' }
    : { kind: 'shown', success: true, testResults };
}

function summaryOf(operation: string, { standing, brokenBy }: ConsumerImpact): Json {
  return {
    operation,
    standing,
    brokenBy: brokenBy.map(({ pointer, fingerprint }) => ({ pointer, fingerprint })),
  };
}
