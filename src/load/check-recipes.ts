import { userErrors } from '../errors/catalogue.ts';
import { escapeToken } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import { LASTINGS, type StateRecipe, type VendorRecipes } from '../model/recipe.ts';
import { placeholdersIn } from '../model/recipe-names.ts';
import type { Suite } from '../model/suite.ts';
import { wantedValues } from '../model/wanted-values.ts';
import { checkLeftoverNames, checkStateNames, type Refuse } from './check-recipe-names.ts';
import { vendorValues } from './vendor-values.ts';

const LEAVES_SOMETHING = ['creates', 'joins-as-person', 'notifies-people'] as const;

/** Holds the recipes of a vendor against its contracts and operations; throws at the first thing that is amiss. */
export function checkRecipes(file: string, recipes: VendorRecipes, suite: Suite): void {
  const refuse = (pointer: string, found: string, expected: string): never => {
    throw userErrors.fileInvalid(file, pointer, found, expected);
  };
  const contracts = suite.contracts.filter(({ vendor }) => vendor === recipes.vendor);
  const operations = suite.specs.flatMap((spec) => (spec.vendor === recipes.vendor ? spec.operations : []));
  const { credentials } = vendorValues({ suite, recipes: [] }, recipes.vendor);
  const interactions = contracts.flatMap((contract) => contract.interactions);
  checkSignIn(recipes, credentials, refuse);
  checkStatesNamed(
    recipes,
    interactions.flatMap(({ states }) => states.map(({ name }) => name)),
    refuse,
  );
  checkOrder(recipes, refuse);
  checkOperations(recipes, operations, refuse);
  checkSpent(recipes, refuse);
  checkStateNames(recipes, credentials, refuse);
  checkLeftoverNames(
    recipes,
    ({ operation }) =>
      interactions
        .filter((interaction) => interaction.operation === operation)
        .flatMap(({ request }) => Object.keys(wantedValues(request.injections)))
        .filter((name) => !credentials.includes(name)),
    refuse,
  );
}

function checkSignIn({ signIn }: VendorRecipes, credentials: readonly string[], refuse: Refuse): void {
  for (const [header, text] of Object.entries(signIn))
    for (const name of placeholdersIn(text))
      if (!credentials.includes(name))
        refuse(`/signIn/${header}`, `"{${name}}"`, `one of the credentials ${credentials.join(', ')}`);
}

/** A state is either asked for by a contract, or by another state. */
function checkStatesNamed({ states }: VendorRecipes, asked: readonly string[], refuse: Refuse): void {
  const told = states.map(({ state }) => state);
  const missing = asked.find((name) => !told.includes(name));
  if (missing !== undefined)
    refuse('/states', `no "${missing}"`, 'every provider state of the contracts to be there');
  const needed = [...asked, ...states.flatMap(({ after }) => after)];
  const idle = told.find((name) => !needed.includes(name));
  if (idle !== undefined)
    refuse(`/states/${escapeToken(idle)}`, `"${idle}"`, 'a state that a contract or another state asks for');
}

/** What a state comes after is listed before it, so that there is no circle, and is not gone before it. */
function checkOrder({ states }: VendorRecipes, refuse: Refuse): void {
  for (const [index, { state, after, lasts }] of states.entries())
    for (const [place, name] of after.entries()) {
      const pointer = `/states/${escapeToken(state)}/after/${place}`;
      const earlier: StateRecipe | undefined = states.slice(0, index).find((other) => other.state === name);
      if (earlier === undefined) refuse(pointer, `"${name}"`, 'a state listed before');
      else if (LASTINGS.indexOf(earlier.lasts) < LASTINGS.indexOf(lasts))
        refuse(pointer, `"${name}", which lasts for less`, `one that lasts as long (${lasts})`);
    }
}

function checkOperations(
  { leftovers }: VendorRecipes,
  operations: readonly Operation[],
  refuse: Refuse,
): void {
  const told = leftovers.map(({ operation }) => operation);
  const leaving = operations.filter(({ effects }) =>
    LEAVES_SOMETHING.some((effect) => effects.includes(effect)),
  );
  const missing = leaving.find(({ id }) => !told.includes(id));
  if (missing !== undefined)
    refuse('/leftovers', `no "${missing.id}"`, 'every operation that leaves something behind to be there');
  const stranger = told.find((id) => !leaving.some((operation) => operation.id === id));
  if (stranger !== undefined)
    refuse(
      `/leftovers/${escapeToken(stranger)}`,
      `"${stranger}"`,
      'an operation that leaves something behind',
    );
}

/** A call can only spend what lasts until then. */
function checkSpent({ leftovers, states }: VendorRecipes, refuse: Refuse): void {
  const known = states.filter(({ lasts }) => lasts === 'until-spent').map(({ state }) => state);
  for (const { operation, spends } of leftovers)
    for (const [place, name] of spends.entries())
      if (!known.includes(name))
        refuse(
          `/leftovers/${escapeToken(operation)}/spends/${place}`,
          `"${name}"`,
          `a state that lasts until it is spent: ${known.join(', ') || 'there is none'}`,
        );
}
