import type { VendorRecipes } from '../model/recipe.ts';
import type { StateValues, TenantVendor, VendorSecrets } from '../model/tenant.ts';
import { fillText } from './fill-request.ts';

/** What there is to bring about the states of one vendor. Credentials live in memory only. */
export interface VendorMeans {
  readonly vendor: string;
  readonly recipes: VendorRecipes | undefined;
  /** By name of the state: what the tenant has already. */
  readonly states: Readonly<Record<string, StateValues>>;
  readonly credentials: Readonly<Record<string, string>>;
  readonly stateCredentials: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export function meansOf(
  { vendor, states }: Pick<TenantVendor, 'vendor' | 'states'>,
  { credentials, stateCredentials }: Pick<VendorSecrets, 'credentials' | 'stateCredentials'>,
  recipes: readonly VendorRecipes[],
): VendorMeans {
  const own = recipes.find((candidate) => candidate.vendor === vendor);
  return { vendor, recipes: own, states, credentials, stateCredentials };
}

/** The headers that sign a recipe in, with the credentials of a state where it has some of its own. */
export function signInFor(
  { recipes, credentials, stateCredentials }: VendorMeans,
  state: string,
): Readonly<Record<string, string>> {
  const known = { ...credentials, ...(stateCredentials[state] ?? {}) };
  return Object.fromEntries(
    Object.entries(recipes?.signIn ?? {}).map(([name, text]) => [name, fillText(text, known)]),
  );
}
