import type { ClaimEvidence } from '../src/claims/claim-evidence.ts';
import { weighClaims } from '../src/claims/weigh-claims.ts';
import { pointerMatches } from '../src/model/json-pointer.ts';
import type { Baseline } from './baseline.ts';
import { DEADLINE_MS, PATIENT_MS } from './deadline.ts';
import type { Experiment, Laboratory } from './laboratory.ts';
import type { Mutant } from './mutant.ts';
import type { MutantResult } from './mutation-result.ts';

export interface Examined {
  readonly result: MutantResult;
  /** Checks that failed, by id. */
  readonly failed: readonly string[];
}

/** Runs a mutant and looks for the finding that names what it broke; if there is none, once more with patience. */
export async function examineMutant(
  laboratory: Laboratory,
  baseline: Baseline,
  mutant: Mutant,
): Promise<Examined> {
  const examined = await examineWithin(DEADLINE_MS, laboratory, baseline, mutant);
  if (examined.result.outcome === 'named') return examined;
  return examineWithin(PATIENT_MS, laboratory, baseline, mutant);
}

async function examineWithin(
  deadlineMs: number,
  laboratory: Laboratory,
  baseline: Baseline,
  { effect, ...mutant }: Mutant,
): Promise<Examined> {
  const experiment = await laboratory.run(mutant.operation, mutant.exchanges, effect, deadlineMs);
  const found = [...new Set(experiment.findings.map(({ pointer }) => pointer))];
  const isPlaceNamed = found.some((pointer) => mutant.places.some((place) => pointerMatches(pointer, place)));
  const contradicted = isContradicted(mutant.claim, baseline, experiment);
  const isNamed = isPlaceNamed && (mutant.mustTell === 'place' || contradicted);
  return {
    result: {
      ...mutant,
      outcome: isNamed ? 'named' : found.length > 0 ? 'noticed' : 'missed',
      contradicted,
      found,
    },
    failed: experiment.judged.flatMap(({ judgement }) =>
      judgement.cases.flatMap(({ check, outcome }) => (outcome === 'failed' ? [check] : [])),
    ),
  };
}

/** What the ledger says of the claim when the mutated exchanges stand among the sound ones. */
function isContradicted(id: string, { spec, claims, judged }: Baseline, experiment: Experiment): boolean {
  const own = claims.find(({ testable }) => testable.claim.id === id);
  if (own === undefined) return false;
  const mutated = new Map(experiment.judged.map((one) => [one.planned.id, one]));
  const isAcceptance = own.testable.basis.kind === 'acceptance';
  // What a request may hold is weighed by all requests together; everything else by each exchange alone.
  const weighed = claims
    .map(({ testable }) => testable)
    .filter((one) => one === own.testable || (isAcceptance && one.basis.kind === 'acceptance'));
  const evidence = (isAcceptance ? judged : experiment.judged).map((one): ClaimEvidence => {
    const { judgement } = mutated.get(one.planned.id) ?? one;
    return { kind: 'judged', ...judgement };
  });
  const { list } = weighClaims(spec, weighed, evidence);
  return list.some((claim) => claim.id === id && claim.status === 'contradicted');
}
