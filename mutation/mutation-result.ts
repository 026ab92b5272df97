import type { ClaimKind } from '../src/model/claim.ts';
import type { BenignVariant, Mutant } from './mutant.ts';

export interface MutantResult extends Omit<Mutant, 'effect'> {
  /** `named`: a finding names what was broken; `noticed`: something else was found; `missed`: nothing was. */
  readonly outcome: 'named' | 'noticed' | 'missed';
  /** Does the ledger of claims say that it is this claim that does not hold? */
  readonly contradicted: boolean;
  readonly found: readonly string[];
}

export interface BenignResult extends Omit<BenignVariant, 'effect'> {
  /** Complaints about what no document forbids; empty when there is no false alarm. */
  readonly found: readonly string[];
}

/** A claim that no mutant could be made of, and why: what the run of the conformant mock says of it. */
export interface UnmutatedClaim {
  readonly claim: string;
  readonly kind: ClaimKind;
  readonly operation: string;
  readonly standing: 'not-observed' | 'untestable' | 'disputed' | 'unexplained';
  readonly reason: string;
}

/** A check that judged the conformant mock and that nothing made fail. */
export interface UnbrokenCheck {
  readonly operation: string;
  readonly check: string;
}

export interface MutationResult {
  readonly mutants: readonly MutantResult[];
  readonly survivors: readonly MutantResult[];
  readonly unmutated: readonly UnmutatedClaim[];
  readonly unbroken: readonly UnbrokenCheck[];
  readonly benign: readonly BenignResult[];
  readonly falseAlarms: readonly BenignResult[];
}

/** Nothing survived, nothing was complained of without cause, and every claim without a mutant is accounted for. */
export function isProof({ survivors, falseAlarms, unmutated, unbroken }: MutationResult): boolean {
  const unexplained = unmutated.filter(({ standing }) => standing === 'unexplained');
  return [survivors, falseAlarms, unexplained, unbroken].every(({ length }) => length === 0);
}
