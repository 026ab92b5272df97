import type { Case } from '../src/model/finding.ts';
import { type Baseline, takeBaseline } from './baseline.ts';
import { benignVariants } from './benign-variants.ts';
import { chooseSample } from './choose-sample.ts';
import { PATIENT_MS } from './deadline.ts';
import { deriveMutants } from './derive-mutants.ts';
import { type Examined, examineMutant } from './examine-mutant.ts';
import { explainUnmutated } from './explain-unmutated.ts';
import { inTurns } from './in-turns.ts';
import type { Experiment, Laboratory } from './laboratory.ts';
import type { BenignVariant, Mutant } from './mutant.ts';
import type { BenignResult, MutationResult, UnbrokenCheck, UnmutatedClaim } from './mutation-result.ts';
import { otherRefusals } from './refusal-mutants.ts';

export interface Scope {
  /** Undefined takes every operation. */
  readonly operation?: string | undefined;
  /** One mutant of each kind of claim and operator, and one benign variant of each name, instead of all. */
  readonly isSample?: boolean;
}

export async function findSurvivors(
  laboratory: Laboratory,
  { operation, isSample = false }: Scope,
  onProgress: (done: number, of: number) => void,
): Promise<MutationResult> {
  const operations = laboratory.operations.filter(({ id }) => operation === undefined || id === operation);
  const baselines = await inTurns(operations, (one) => takeBaseline(laboratory, one));
  const prepared = baselines.map(prepare);
  const every = prepared.flatMap(({ experiments }) => experiments);
  const chosen = isSample ? sampleOf(every) : every;
  let done = 0;
  const results = await inTurns(chosen, async (experiment) => {
    const result = await carryOut(laboratory, experiment);
    done += 1;
    onProgress(done, chosen.length);
    return result;
  });
  const examined = results.flatMap((one) => (one.kind === 'mutant' ? [one.examined] : []));
  const benign = results.flatMap((one) => (one.kind === 'benign' ? [one.result] : []));
  const mutants = examined.map(({ result }) => result);
  return {
    mutants,
    survivors: mutants.filter(({ outcome }) => outcome !== 'named'),
    unmutated: prepared.flatMap(({ unmutated }) => unmutated),
    unbroken: isSample ? [] : baselines.flatMap((one) => unbrokenChecks(one, examined)),
    benign,
    falseAlarms: benign.filter(({ found }) => found.length > 0),
  };
}

type Planned =
  | { readonly kind: 'mutant'; readonly mutant: Mutant; readonly baseline: Baseline }
  | { readonly kind: 'benign'; readonly variant: BenignVariant };

type Outcome =
  | { readonly kind: 'mutant'; readonly examined: Examined }
  | { readonly kind: 'benign'; readonly result: BenignResult };

function prepare(baseline: Baseline): {
  readonly experiments: readonly Planned[];
  readonly unmutated: readonly UnmutatedClaim[];
} {
  const derived = baseline.claims.map((shown) => ({ shown, mutants: deriveMutants(shown, baseline) }));
  const ofClaims = derived.flatMap(({ mutants }) => mutants);
  const mutants = [...ofClaims, ...otherRefusals(baseline, ofClaims)];
  const mutated = new Set(mutants.map(({ claim }) => claim));
  return {
    experiments: [
      ...mutants.map((mutant) => ({ kind: 'mutant', mutant, baseline }) as const),
      ...benignVariants(baseline).map((variant) => ({ kind: 'benign', variant }) as const),
    ],
    unmutated: derived
      .filter(({ shown }) => !mutated.has(shown.testable.claim.id))
      .map(({ shown }) => explainUnmutated(shown, baseline)),
  };
}

function sampleOf(experiments: readonly Planned[]): readonly Planned[] {
  return chooseSample(experiments, (one) =>
    one.kind === 'mutant' ? `${one.mutant.kind} ${one.mutant.operator}` : one.variant.name,
  );
}

async function carryOut(laboratory: Laboratory, planned: Planned): Promise<Outcome> {
  if (planned.kind === 'mutant') {
    const examined = await examineMutant(laboratory, planned.baseline, planned.mutant);
    return { kind: 'mutant', examined };
  }
  const { effect, ...variant } = planned.variant;
  const experiment = await laboratory.run(variant.operation, [variant.exchange], effect, PATIENT_MS);
  return { kind: 'benign', result: { ...variant, found: complaintsOf(experiment) } };
}

function complaintsOf({ findings, verdict }: Experiment): readonly string[] {
  const named = findings.map(({ check, pointer }) => `${check} at ${pointer}`);
  return verdict === 'conformant' || named.length > 0 ? named : [`verdict ${verdict}`];
}

/** What passed on the conformant mock and failed under no mutant has not been shown to bite. */
function unbrokenChecks(
  { operation, judged }: Baseline,
  examined: readonly Examined[],
): readonly UnbrokenCheck[] {
  const failed = new Set(
    examined.flatMap(({ result, failed: checks }) => (result.operation === operation.id ? checks : [])),
  );
  const passed = judged
    .flatMap(({ judgement }) => judgement.cases.filter(isAboutVendor))
    .map(({ check }) => check);
  return [...new Set(passed)]
    .filter((check) => !failed.has(check))
    .map((check) => ({ operation: operation.id, check }));
}

/** Our own request is judged as well; nothing a vendor answers can make it another. */
function isAboutVendor({ outcome, judge, check }: Case): boolean {
  return outcome === 'passed' && !(judge === 'schema' && check.startsWith('request-'));
}
