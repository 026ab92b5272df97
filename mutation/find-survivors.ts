import { listClaims } from '../src/claims/list-claims.ts';
import type { Claim } from '../src/model/claim.ts';
import { pointerMatches } from '../src/model/json-pointer.ts';
import type { Operation } from '../src/model/operation.ts';
import { BENIGN_OPERATORS } from './benign-variants.ts';
import { deriveMutants } from './derive-mutants.ts';
import type { Experiment, Laboratory } from './laboratory.ts';
import type { BenignVariant, Mutant } from './mutant.ts';

export interface MutantResult extends Omit<Mutant, 'effect'> {
  /** `named`: a finding names the place; `noticed`: something else was found; `missed`: nothing was. */
  readonly outcome: 'named' | 'noticed' | 'missed';
  readonly found: readonly string[];
}

export interface MutationResult {
  readonly mutants: readonly MutantResult[];
  readonly survivors: readonly MutantResult[];
  /** Claims no mutant could be made of, by kind. */
  readonly unmutated: readonly { readonly claim: string; readonly kind: string }[];
  readonly benign: number;
  readonly falseAlarms: readonly { readonly id: string; readonly found: readonly string[] }[];
}

/** Two cores: a few at once keep them busy while one waits for a deadline. */
const AT_ONCE = 4;

export async function findSurvivors(
  laboratory: Laboratory,
  only: string | undefined,
  onProgress: (done: number, of: number) => void,
): Promise<MutationResult> {
  const operations = laboratory.operations.filter(({ id }) => only === undefined || id === only);
  const prepared = await Promise.all(operations.map((operation) => prepare(laboratory, operation)));
  const mutants = prepared.flatMap((one) => one.mutants);
  const variants = prepared.flatMap((one) => one.variants);
  let done = 0;
  const total = mutants.length + variants.length;
  const step = <Result>(result: Result): Result => {
    done += 1;
    onProgress(done, total);
    return result;
  };
  const results = await inTurns(mutants, async (mutant) => step(await examine(laboratory, mutant)));
  const alarms = await inTurns(variants, async (variant) => step(await tryVariant(laboratory, variant)));
  return {
    mutants: results,
    survivors: results.filter(({ outcome }) => outcome !== 'named'),
    unmutated: prepared.flatMap((one) => one.unmutated),
    benign: variants.length,
    falseAlarms: alarms.filter(({ found }) => found.length > 0),
  };
}

interface Prepared {
  readonly mutants: readonly Mutant[];
  readonly variants: readonly BenignVariant[];
  readonly unmutated: MutationResult['unmutated'];
}

async function prepare(laboratory: Laboratory, operation: Operation): Promise<Prepared> {
  const spec = laboratory.suite.specs.find(({ vendor }) => vendor === operation.vendor);
  if (spec === undefined) throw new Error(`no spec documents ${operation.id}`);
  const { judged, findings } = await laboratory.run(operation.id, undefined, undefined);
  if (findings.length > 0) throw new Error(`${operation.id} has findings without any mutant`);
  const claims: readonly Claim[] = listClaims(spec, operation).map(({ claim }) => claim);
  const derived = claims.map((claim) => ({ claim, mutants: deriveMutants(claim, spec, judged) }));
  const contracted = judged.filter(({ planned }) => planned.origin.kind === 'contract');
  return {
    mutants: derived.flatMap(({ mutants }) => mutants),
    unmutated: derived
      .filter(({ mutants }) => mutants.length === 0)
      .map(({ claim: { id, kind } }) => ({ claim: id, kind })),
    variants: contracted.flatMap(({ planned }) =>
      BENIGN_OPERATORS.map(({ name, change }) => ({
        id: `${planned.id}/${name}`,
        operation: operation.id,
        exchange: planned.id,
        effect: { kind: 'changes', when: 'always', change },
      })),
    ),
  };
}

async function examine(laboratory: Laboratory, { effect, ...mutant }: Mutant): Promise<MutantResult> {
  const { findings } = await laboratory.run(mutant.operation, mutant.exchange, effect);
  const found = [...new Set(findings.map(({ pointer }) => pointer))];
  const isNamed = found.some((pointer) => mutant.places.some((place) => pointerMatches(pointer, place)));
  return { ...mutant, outcome: isNamed ? 'named' : found.length > 0 ? 'noticed' : 'missed', found };
}

async function tryVariant(
  laboratory: Laboratory,
  variant: BenignVariant,
): Promise<{ readonly id: string; readonly found: readonly string[] }> {
  const experiment = await laboratory.run(variant.operation, variant.exchange, variant.effect);
  return { id: variant.id, found: complaintsOf(experiment) };
}

function complaintsOf({ findings, verdict }: Experiment): readonly string[] {
  const named = findings.map(({ check, pointer }) => `${check} at ${pointer}`);
  return verdict === 'conformant' || named.length > 0 ? named : [`verdict ${verdict}`];
}

async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
