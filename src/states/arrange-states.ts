import type { ProviderState } from '../model/interaction.ts';
import type { JsonObject } from '../model/json.ts';
import type { StateRecipe } from '../model/recipe.ts';
import { namesOfRequest } from '../model/recipe-names.ts';
import type { StateRequest } from '../model/target.ts';
import type { Values } from './fill-request.ts';
import { suppliedValues } from './supplied-values.ts';
import type { VendorMeans } from './vendor-means.ts';

/** One state of an exchange: what the tenant supplies, and what is to be done for the rest. */
export interface Part {
  readonly recipe: StateRecipe;
  readonly params: JsonObject;
  /** The state of the exchange that it is there for: its credentials sign in. */
  readonly root: string;
  readonly supplied: Values;
  /** False where the tenant has it already: then no step runs, and nothing is cleaned up. */
  readonly isMade: boolean;
}

export type Arrangement =
  | { readonly kind: 'arranged'; readonly parts: readonly Part[] }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Pure: what has to be done for the states of one exchange, in order, what each comes after before it. */
export function arrangeStates(request: StateRequest, means: VendorMeans): Arrangement {
  const wanted = Object.keys(request.wanted);
  const altered = alteredBy(request, means);
  let parts: readonly Part[] = [];
  for (const { name, params } of request.states) {
    const added = addState(
      { name, params },
      { root: name, wanted, altered, mayBeTheirs: true, parts, means },
    );
    if (typeof added === 'string') return { kind: 'unavailable', reason: added };
    parts = added;
  }
  return { kind: 'arranged', parts };
}

/** What is to succeed changes them for good. */
function alteredBy({ call }: StateRequest, { recipes }: VendorMeans): readonly string[] {
  if (call?.isToSucceed !== true) return [];
  return recipes?.leftovers.find(({ operation }) => operation === call.operation)?.alters ?? [];
}

export function lackOfValues(names: readonly string[], states: readonly ProviderState[]): string {
  return `no value for ${names.join(', ')} from the states ${states.map(({ name }) => `'${name}'`).join(', ')}`;
}

interface Circumstances {
  readonly root: string;
  /** Names of the values that are needed. */
  readonly wanted: readonly string[];
  /** Names of those that the call itself changes for good. */
  readonly altered: readonly string[];
  /** May the tenant's own serve? Not what is going to be altered. */
  readonly mayBeTheirs: boolean;
  readonly parts: readonly Part[];
  readonly means: VendorMeans;
}

/** The parts with that state among them, or why it cannot be had. */
function addState({ name, params }: ProviderState, about: Circumstances): readonly Part[] | string {
  const { root, wanted, altered, parts, means } = about;
  const recipe = means.recipes?.states.find(({ state }) => state === name);
  const isAltered = recipe?.steps.length !== 0 && recipe?.provides.some((value) => altered.includes(value));
  const mayBeTheirs = about.mayBeTheirs && isAltered !== true;
  const there = parts.find(({ recipe }) => recipe.state === name);
  if (there !== undefined && (mayBeTheirs || there.isMade)) return parts;
  if (there !== undefined) return `'${root}' would change what the tenant supplies as '${name}'`;
  if (recipe === undefined) return byTenant(name, wanted, means, params, about);
  const supply = suppliedValues(recipe, wanted, means, mayBeTheirs);
  if (supply.kind === 'lacking') return supply.reason;
  const part: Part = { recipe, params, root, supplied: supply.values, isMade: !supply.isWhole };
  if (supply.isWhole) return [...parts, part];
  return addEarlier(recipe, part, about);
}

/** What the state comes after goes before it. */
function addEarlier(recipe: StateRecipe, part: Part, about: Circumstances): readonly Part[] | string {
  const used = recipe.steps.flatMap(({ request, alters }) => [...namesOfRequest(request), ...alters]);
  const isAltering = recipe.steps.some(({ alters }) => alters.length > 0);
  let { parts } = about;
  for (const name of recipe.after) {
    const added = addState(
      { name, params: {} },
      { ...about, parts, wanted: [...about.wanted, ...used], mayBeTheirs: !isAltering },
    );
    if (typeof added === 'string') return added;
    parts = added;
  }
  return [...parts, part];
}

/** Of a state without a recipe the tenant supplies everything. */
function byTenant(
  name: string,
  wanted: readonly string[],
  { vendor, states, credentials, stateCredentials }: VendorMeans,
  params: JsonObject,
  { root, parts }: Circumstances,
): readonly Part[] | string {
  const supplied = { ...states[name], ...stateCredentials[name] };
  if (Object.keys(supplied).length === 0 && !wanted.some((value) => credentials[value] !== undefined))
    return `nothing is known of how to have '${name}': give vendors.${vendor}.states.${name}`;
  const known = Object.fromEntries(Object.entries(credentials).filter(([value]) => wanted.includes(value)));
  const recipe: StateRecipe = {
    state: name,
    ...{ credentials: [], needs: {}, generates: {}, provides: [], after: [], steps: [] },
    lasts: 'run',
    scarce: undefined,
    byHand: undefined,
  };
  return [...parts, { recipe, params, root, supplied: { ...known, ...supplied }, isMade: false }];
}
