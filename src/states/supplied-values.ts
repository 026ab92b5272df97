import type { StateRecipe } from '../model/recipe.ts';
import type { Values } from './fill-request.ts';
import type { VendorMeans } from './vendor-means.ts';

export type Supply =
  | {
      readonly kind: 'supplied';
      readonly values: Values;
      /** Nothing has to be done any more. */
      readonly isWhole: boolean;
    }
  | { readonly kind: 'lacking'; readonly reason: string };

/** What the tenant file has of a state, and whether that is enough; a lack names the key that would mend it. */
export function suppliedValues(
  recipe: StateRecipe,
  wanted: readonly string[],
  means: VendorMeans,
  mayBeTheirs: boolean,
): Supply {
  const signedIn = credentialsOf(recipe, means);
  if (signedIn.kind === 'lacking') return signedIn;
  const theirs = means.states[recipe.state] ?? {};
  const given = mayBeTheirs ? pick(theirs, recipe.provides) : {};
  const unmet = recipe.provides.filter((name) => wanted.includes(name) && given[name] === undefined);
  const isTheirs = Object.keys(given).length > 0;
  const values = { ...pick(theirs, Object.keys(recipe.needs)), ...given, ...signedIn.values };
  const isWhole = unmet.length === 0 && (isTheirs || asksForNothing(recipe));
  const lack = isWhole ? undefined : lackOf(recipe, unmet, isTheirs, means);
  return lack === undefined ? { kind: 'supplied', values, isWhole } : { kind: 'lacking', reason: lack };
}

/** It consists of credentials alone. */
function asksForNothing({ provides, steps, after }: StateRecipe): boolean {
  return provides.length === 0 && steps.length === 0 && after.length === 0;
}

/** Why the rest cannot be made either; undefined where it can. */
function lackOf(
  { state, provides, needs, steps, byHand }: StateRecipe,
  unmet: readonly string[],
  isTheirs: boolean,
  { vendor, states }: VendorMeans,
): string | undefined {
  const key = keyOf(vendor, state);
  const names = (unmet.length > 0 ? unmet : provides).join(', ');
  if (byHand !== undefined) return `${byHand} (${key}: ${names})`;
  // Half of the tenant's and half of our own would be two different things.
  if (isTheirs && steps.length > 0) return `${key} lacks ${names}`;
  const needed = Object.keys(needs).find((name) => states[state]?.[name] === undefined);
  return needed && `${key}.${needed} is missing: ${needs[needed]}`;
}

/** A state that has to be supplied by hand has credentials of its own; nobody else's will do. */
function credentialsOf(
  { state, credentials, byHand }: StateRecipe,
  means: VendorMeans,
): { readonly kind: 'known'; readonly values: Values } | Extract<Supply, { kind: 'lacking' }> {
  const own = means.stateCredentials[state] ?? {};
  const known = byHand === undefined ? { ...means.credentials, ...own } : own;
  const missing = credentials.find((name) => known[name] === undefined);
  if (missing === undefined) return { kind: 'known', values: pick(known, credentials) };
  const reason =
    byHand === undefined
      ? `vendors.${means.vendor}.credentials.${missing} is missing`
      : `${byHand} (${keyOf(means.vendor, state)}.${missing})`;
  return { kind: 'lacking', reason };
}

function keyOf(vendor: string, state: string): string {
  return `vendors.${vendor}.states.${state}`;
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
