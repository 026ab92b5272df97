import type { AnswerChange, FaultEffect } from '../src/mock/faults/fault.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Judged } from '../src/run/run-suite.ts';
import type { Mutant } from './mutant.ts';

/** What a mutant does, and where that must be named. */
export interface Contradiction {
  readonly operator: string;
  readonly change: AnswerChange;
  readonly places: readonly string[];
  readonly mustTell?: Mutant['mustTell'];
}

export function createMutant(
  claim: Claim,
  carriers: readonly Judged[],
  { operator, change, places, mustTell = 'place' }: Contradiction,
): Mutant {
  const effect: FaultEffect = { kind: 'changes', when: 'always', change };
  return {
    id: `${claim.id}/${operator}`,
    operation: claim.operation,
    exchanges: carriers.map(({ planned }) => planned.id),
    claim: claim.id,
    kind: claim.kind,
    level: claim.level,
    operator,
    effect,
    places: [...new Set(places)],
    mustTell,
  };
}
