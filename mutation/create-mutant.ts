import type { AnswerChange } from '../src/mock/faults/fault.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Judged } from '../src/run/run-suite.ts';
import type { Mutant } from './mutant.ts';

export function createMutant(
  claim: Claim,
  { planned }: Judged,
  operator: string,
  change: AnswerChange,
  places: readonly string[],
): Mutant {
  return {
    id: `${claim.id}/${operator}`,
    operation: claim.operation,
    exchange: planned.id,
    claim: claim.id,
    kind: claim.kind,
    level: claim.level,
    operator,
    effect: { kind: 'changes', when: 'always', change },
    places: [...new Set(places)],
  };
}
