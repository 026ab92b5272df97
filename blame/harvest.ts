import { conductExperiment, type Experiment, openMockTarget } from '../mutation/experiment.ts';
import { checks } from '../src/generated/checks.ts';
import type { PactMatcher } from '../src/judges/contract/pact-matcher.ts';
import type { Blame } from '../src/model/finding.ts';
import type { Suite } from '../src/model/suite.ts';
import type { StateResolution, Target } from '../src/model/target.ts';
import type { Plant } from './plant.ts';

/** Something that somebody was blamed for. */
export interface Blamed {
  readonly blame: Blame;
  /** `<check> at <pointer>`, or `<check> errored`. */
  readonly what: string;
}

/** What became of a plant. */
export interface Harvest extends Omit<Plant, 'seeds'> {
  /** Each difference once, however many exchanges show it. */
  readonly blamed: readonly Blamed[];
}

/** Plants one fault, runs every exchange that a contract, a variant or a probe makes of the operation, and judges it. */
export async function harvest(plant: Plant, suite: Suite, matcher: PactMatcher): Promise<Harvest> {
  const { seeds, ...named } = plant;
  const judgedBy = seeds.suite?.(suite) ?? suite;
  const operation = judgedBy.specs
    .flatMap(({ operations }) => operations)
    .find(({ id }) => id === plant.operation);
  if (operation === undefined) throw new Error(`no spec documents ${plant.operation}`);
  const address = await seeds.address?.();
  try {
    const { faults = [], misbehaviours = [], values = {} } = seeds;
    const specs = suite.specs.filter(({ vendor }) => vendor === operation.vendor);
    const mock = await openMockTarget({ specs, faults, misbehaviours }, address?.baseUrl);
    const experiment = await conductExperiment({
      ...{ suite: judgedBy, operation, matcher },
      checks: seeds.check === undefined ? checks : [...checks, seeds.check],
      target: withValues(mock, values),
      isChosen: ({ origin }) => seeds.isSlow === undefined || origin.kind === 'contract',
    });
    return { ...named, blamed: blamedIn(experiment) };
  } finally {
    address?.close();
  }
}

/** The target with other values in its provider states than it would have. */
function withValues(target: Target, values: Readonly<Record<string, string>>): Target {
  return {
    ...target,
    establish: async (request): Promise<StateResolution> => {
      const resolution = await target.establish(request);
      return resolution.kind === 'unavailable'
        ? resolution
        : { ...resolution, values: { ...resolution.values, ...values } };
    },
  };
}

function blamedIn({ cases }: Experiment): readonly Blamed[] {
  const all = cases.flatMap(({ check, outcome, blame, findings }): readonly Blamed[] => [
    ...(outcome === 'errored' && blame !== null ? [{ blame, what: `${check} errored` }] : []),
    ...findings.map((finding) => ({
      blame: finding.blame,
      what: `${check} at ${finding.pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*')}`,
    })),
  ]);
  return [...new Map(all.map((one) => [`${one.blame} ${one.what}`, one])).values()];
}
