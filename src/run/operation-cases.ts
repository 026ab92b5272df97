import type { Case } from '../model/finding.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan, PlannedExchange, UnplannedExchange } from '../model/plan.ts';
import type { Judged } from './run-suite.ts';
import { whyUnsent } from './why-unsent.ts';

export interface CasesGround {
  readonly operations: readonly Operation[];
  readonly plan: Plan;
  readonly judged: readonly Judged[];
  readonly interrupted: boolean;
}

/** What came of one operation, before anything is excused. */
export interface OperationCases {
  readonly operation: Operation;
  readonly slots: Plan['exchanges'];
  readonly own: readonly Judged[];
  readonly cases: readonly Case[];
}

/** Every planned exchange leaves a case, also the one that was never sent. */
export function operationCases({
  operations,
  plan,
  judged,
  interrupted,
}: CasesGround): readonly OperationCases[] {
  return operations.map((operation) => {
    const own = judged.filter(({ planned }) => planned.operation === operation.id);
    const slots = plan.exchanges.filter((slot) => slot.operation === operation.id);
    const cases = slots.flatMap(
      (slot) =>
        own.find(({ planned }) => planned.id === slot.id)?.judgement.cases ?? [unsentCase(slot, interrupted)],
    );
    return { operation, slots, own, cases };
  });
}

function unsentCase(slot: PlannedExchange | UnplannedExchange, interrupted: boolean): Case {
  return {
    id: `${slot.id}/exchange`,
    exchange: slot.id,
    judge: 'checks',
    check: 'exchange',
    title: slot.title,
    level: 'must',
    outcome: 'not-run',
    reason: whyUnsent(slot, interrupted),
    // What a contract describes needs nothing but the states of the target.
    blame: slot.kind === 'unplanned' && slot.origin.kind === 'contract' ? 'setup' : null,
    findings: [],
  };
}
