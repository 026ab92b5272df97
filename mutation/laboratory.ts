import { checks as allChecks } from '../src/generated/checks.ts';
import { contracts } from '../src/generated/contracts.ts';
import type { PactMatcher } from '../src/judges/contract/pact-matcher.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import type { Fault, FaultEffect } from '../src/mock/faults/fault.ts';
import type { Check } from '../src/model/check.ts';
import type { Operation } from '../src/model/operation.ts';
import type { Suite } from '../src/model/suite.ts';
import { conductExperiment, type Experiment, openMockTarget } from './experiment.ts';

export type { Experiment } from './experiment.ts';

/** Runs exchanges against a mock over sockets, with one change to what it answers. */
export interface Laboratory {
  readonly suite: Suite;
  readonly operations: readonly Operation[];
  /** The named exchanges under a change; every exchange of the operation when none are named. */
  run(
    operation: string,
    exchanges: readonly string[] | undefined,
    effect: FaultEffect | undefined,
    deadlineMs?: number,
  ): Promise<Experiment>;
}

/** With all checks, unless it is to be seen what becomes of a run with others. */
export function openLaboratory(matcher: PactMatcher, checks: readonly Check[] = allChecks): Laboratory {
  const suite = loadSuite(ownFolders(), contracts);
  const operations = suite.specs.flatMap((spec) => spec.operations);
  return {
    suite,
    operations,
    run: async (id, exchanges, effect, deadlineMs) => {
      const operation = operations.find((one) => one.id === id);
      if (operation === undefined) throw new Error(`no spec documents ${id}`);
      const specs = suite.specs.filter(({ vendor }) => vendor === operation.vendor);
      const misbehaviours = effect === undefined ? [] : [mutantOf(id, effect)];
      const target = await openMockTarget({ specs, misbehaviours }, undefined, deadlineMs);
      const isChosen = (slot: { readonly id: string }) => exchanges?.includes(slot.id) ?? true;
      return conductExperiment({ suite, operation, checks, target, matcher, isChosen });
    },
  };
}

function mutantOf(operation: string, effect: FaultEffect): Fault {
  return { name: 'mutant', operation, title: 'a mutant', effect };
}
