// Which values a tenant can supply for a vendor: what the requests of its contracts need from provider states.
import type { Contract } from '../model/contract.ts';
import type { Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { StateRecipe } from '../model/recipe.ts';
import type { Suite } from '../model/suite.ts';
import { wantedValues } from '../model/wanted-values.ts';

/** What the contracts say of provider states, and what is known of how each is had. */
export interface StateKnowledge {
  readonly suite: Suite;
  readonly recipes: readonly KnownRecipes[];
}

/** What a recipe says of the values that a tenant can supply. */
export interface KnownRecipes {
  readonly vendor: string;
  readonly states: readonly Pick<
    StateRecipe,
    'state' | 'credentials' | 'needs' | 'provides' | 'byHand' | 'steps'
  >[];
}

/** By name of the value: the contract's example of it, undefined where no contract has one. */
export type SuppliedValues = ReadonlyMap<string, Json | undefined>;

export interface VendorValues {
  /** Names of the values that go into a header with a credential. */
  readonly credentials: readonly string[];
  /** By name of each provider state: what it can supply, credentials among it. */
  readonly states: ReadonlyMap<string, SuppliedValues>;
}

export function vendorValues({ suite, recipes }: StateKnowledge, vendor: string): VendorValues {
  const contracts = suite.contracts.filter((contract) => contract.vendor === vendor);
  const operations = suite.specs.flatMap((spec) => spec.operations);
  const credentials = contracts.flatMap((contract) => {
    const operation = operations.find(({ id }) => id === contract.operation);
    return operation === undefined ? [] : credentialsOf(contract, operation);
  });
  const own = recipes.filter((recipe) => recipe.vendor === vendor).flatMap(({ states }) => states);
  return { credentials: [...new Set(credentials)].toSorted(), states: statesOf(contracts, own) };
}

function credentialsOf(contract: Contract, operation: Operation): readonly string[] {
  const places = operation.parameters
    .filter(({ credential }) => credential)
    .map((parameter) => `${parameter.in}.${parameter.name}`.toLowerCase());
  const injections = contract.interactions.flatMap(({ request }) => request.injections);
  return Object.keys(wantedValues(injections.filter(({ at }) => places.includes(at.toLowerCase()))));
}

/** A state whose recipe is not known can supply whatever a request needs that is made in it. */
function statesOf(contracts: readonly Contract[], recipes: KnownRecipes['states']): VendorValues['states'] {
  const wanted = contracts
    .flatMap((contract) => contract.interactions)
    .map(({ states, request }) => ({
      states: states.map(({ name }) => name),
      values: wantedValues(request.injections),
    }));
  const examples = new Map(wanted.flatMap(({ values }) => Object.entries(values)));
  const wantedIn = (state: string) =>
    wanted.filter(({ states }) => states.includes(state)).flatMap(({ values }) => Object.keys(values));
  const names = new Set([...wanted.flatMap(({ states }) => states), ...recipes.map(({ state }) => state)]);
  return new Map(
    [...names].map((state) => {
      const recipe = recipes.find((known) => known.state === state);
      const supplied = recipe === undefined ? wantedIn(state) : suppliedBy(recipe);
      return [state, new Map(supplied.map((name) => [name, examples.get(name)] as const))] as const;
    }),
  );
}

function suppliedBy(recipe: KnownRecipes['states'][number]): readonly string[] {
  return [...recipe.credentials, ...recipe.provides, ...Object.keys(recipe.needs)];
}
