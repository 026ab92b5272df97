import type { HttpInteraction } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';
import type { StateRecipe, Undo, VendorRecipes } from '../model/recipe.ts';
import type { Suite } from '../model/suite.ts';

export interface WholeBudget {
  readonly requests: number;
  readonly messages: number;
}

/**
 * Enough for every request of the contracts of these vendors, as if nothing that is made for it could be shared, to the
 * next ten.
 */
export function wholeBudget(
  { suite, recipes }: { readonly suite: Suite; readonly recipes: readonly VendorRecipes[] },
  vendors: readonly string[],
): WholeBudget {
  const operations = suite.specs.flatMap((spec) => spec.operations);
  const costs = suite.contracts
    .filter(({ vendor }) => vendors.includes(vendor))
    .flatMap((contract) => contract.interactions)
    .flatMap((interaction) => {
      const operation = operations.find(({ id }) => id === interaction.operation);
      const own = recipes.find(({ vendor }) => vendor === interaction.vendor);
      return operation === undefined ? [] : [costOf(interaction, operation, own)];
    });
  const roundedUp = (pot: keyof WholeBudget) =>
    Math.ceil(costs.reduce((sum, cost) => sum + cost[pot], 0) / 10) * 10;
  return { requests: roundedUp('requests'), messages: roundedUp('messages') };
}

function costOf(
  { states, intent, operation: id }: HttpInteraction,
  { effects, notifications }: Operation,
  recipes: VendorRecipes | undefined,
): WholeBudget {
  const steps = withEarlier(
    states.map(({ name }) => name),
    recipes?.states ?? [],
  ).flatMap((state) => state.steps);
  const leftover = recipes?.leftovers.find(({ operation }) => operation === id);
  const undone = [...steps.map(({ undo }) => undo), intent.kind === 'accepted' ? leftover?.undo : undefined];
  const all = [effects, ...steps.map((step) => step.effects)];
  const listening = notifications === undefined ? 0 : 1;
  return {
    requests: all.length + listening + undone.reduce((sum, undo) => sum + requestsOf(undo), 0),
    messages: all.filter((some) => some.includes('notifies-people')).length,
  };
}

function requestsOf(undo: Undo | undefined): number {
  if (undo === undefined) return 0;
  return undo.proof === undefined ? 1 : 2;
}

/** The states of these names, and those that they come after; recipes list the earlier ones first. */
function withEarlier(names: readonly string[], recipes: readonly StateRecipe[]): readonly StateRecipe[] {
  const wanted = new Set(names);
  for (const { state, after } of recipes.toReversed())
    if (wanted.has(state)) for (const name of after) wanted.add(name);
  return recipes.filter(({ state }) => wanted.has(state));
}
