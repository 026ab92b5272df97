import type { ClaimEvidence } from '../claims/claim-evidence.ts';
import { listClaims } from '../claims/list-claims.ts';
import { weighClaims } from '../claims/weigh-claims.ts';
import type { ClaimLedger } from '../model/claim.ts';
import type { Operation } from '../model/operation.ts';
import type { PlannedExchange, UnplannedExchange } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import type { Judged } from './run-suite.ts';

type Slot = PlannedExchange | UnplannedExchange;

/** The claims of one operation, weighed by what came of its planned exchanges. */
export function reportClaims(
  spec: Spec,
  operation: Operation,
  slots: readonly Slot[],
  own: readonly Judged[],
  whyUnsent: (slot: Slot) => string,
): ClaimLedger {
  const evidence = slots.map((slot): ClaimEvidence => {
    const judged = own.find(({ planned }) => planned.id === slot.id);
    return judged === undefined
      ? { kind: 'unsent', intent: slot.intent, reason: whyUnsent(slot) }
      : { kind: 'judged', ...judged.judgement };
  });
  return weighClaims(spec, listClaims(spec, operation), evidence);
}
