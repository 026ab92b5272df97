// A target whose states have exactly the values the contracts give as examples.
import type { Json } from '../../src/model/json.ts';
import type { Plan, PlannedExchange } from '../../src/model/plan.ts';
import type { StateRequest, StateResolution } from '../../src/model/target.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { documentedInput } from '../../src/run/documented-input.ts';
import { operationOf, suite } from '../fixtures/committed-suite.ts';

export type Values = Readonly<Record<string, Json>>;

export interface ExampleTarget {
  readonly name: string;
  readonly probesReadings?: () => true;
  establish(request: StateRequest): Promise<StateResolution>;
}

/** `change` is what a test does to the values. */
export function exampleTarget(change: (values: Values) => Values = (values) => values): ExampleTarget {
  return {
    name: 'examples',
    probesReadings: () => true,
    establish: async ({ wanted }) => ({ kind: 'established', values: change(wanted) }),
  };
}

export const input = documentedInput(suite);

export function planOf(ids: readonly string[], target = exampleTarget(), suiteGiven = suite): Promise<Plan> {
  return planRun(suiteGiven, ids.map(operationOf), target, input);
}

export function plannedIn({ exchanges }: Plan): readonly PlannedExchange[] {
  return exchanges.flatMap((exchange) => (exchange.kind === 'planned' ? [exchange] : []));
}

export function variantsIn(plan: Plan): readonly PlannedExchange[] {
  return plannedIn(plan).filter(({ origin }) => origin.kind === 'variant');
}

/** Slugs of the variants of an operation. */
export function slugsIn(plan: Plan, id: string): readonly string[] {
  return variantsIn(plan).map((one) => one.id.replace(`${id}/variant-`, ''));
}
