// What a tenant file has to say of a vendor, as far as the specs, contracts and recipes tell.
import { type StateKnowledge, vendorValues } from '../load/vendor-values.ts';
import type { Json } from '../model/json.ts';
import { EFFECTS, type Effect, type Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';

export interface VendorNeeds {
  readonly vendor: string;
  readonly title: string;
  /** As documented, with placeholders. */
  readonly addresses: readonly string[];
  readonly credentials: readonly string[];
  readonly states: readonly StateNeed[];
  readonly effects: readonly EffectNeed[];
  readonly permissions: readonly string[];
  readonly features: readonly string[];
}

/** What may have to be allowed, and for what: operations by their ids, and the states that the tool prepares itself. */
export interface EffectNeed {
  readonly effect: Effect;
  readonly operations: readonly string[];
  readonly states: readonly string[];
}

export interface StateNeed {
  readonly state: string;
  readonly values: readonly ValueNeed[];
  /** Why the tool cannot bring it about itself; undefined where it can, or where nothing is known. */
  readonly byHand: string | undefined;
}

export interface ValueNeed {
  readonly name: string;
  readonly isCredential: boolean;
  /** What it is, where the recipe of the state says so. */
  readonly says: string | undefined;
  /** As a contract sends it; undefined where none does. */
  readonly example: Json | undefined;
}

export function vendorNeeds(knowledge: StateKnowledge, spec: Spec): VendorNeeds {
  const { credentials } = vendorValues(knowledge, spec.vendor);
  return {
    vendor: spec.vendor,
    title: spec.title,
    addresses: addressesOf(spec),
    credentials,
    states: statesOf(knowledge, spec.vendor, credentials),
    effects: EFFECTS.map((effect) =>
      effectNeed(effect, spec.operations, recipesOf(knowledge, spec.vendor)),
    ).filter(({ operations, states }) => operations.length + states.length > 0),
    permissions: requirementsOf(spec.operations, 'permission'),
    features: requirementsOf(spec.operations, 'feature'),
  };
}

type KnownStates = StateKnowledge['recipes'][number]['states'];

function recipesOf({ recipes }: StateKnowledge, vendor: string): KnownStates {
  return recipes.filter((known) => known.vendor === vendor).flatMap(({ states }) => states);
}

/** Reading is always allowed. */
function effectNeed(effect: Effect, operations: readonly Operation[], recipes: KnownStates): EffectNeed {
  if (effect === 'reads') return { effect, operations: [], states: [] };
  return {
    effect,
    operations: operations.filter(({ effects }) => effects.includes(effect)).map(({ id }) => id),
    states: recipes
      .filter(({ steps }) => steps.some(({ effects }) => effects.includes(effect)))
      .map(({ state }) => state),
  };
}

function statesOf(
  knowledge: StateKnowledge,
  vendor: string,
  credentials: readonly string[],
): readonly StateNeed[] {
  const recipes = recipesOf(knowledge, vendor);
  return [...vendorValues(knowledge, vendor).states].flatMap(([state, supplied]) => {
    const recipe = recipes.find((known) => known.state === state);
    // Where the tool can bring the state about, it does so with the credentials of the vendor.
    const values = [...supplied]
      .map(([name, example]) => ({
        ...{ name, example, isCredential: credentials.includes(name), says: recipe?.needs[name] },
      }))
      .filter(({ isCredential }) => !isCredential || recipe?.byHand !== undefined);
    return values.length === 0 ? [] : [{ state, values, byHand: recipe?.byHand }];
  });
}

function addressesOf({ document }: Spec): readonly string[] {
  const servers = document['servers'];
  if (!Array.isArray(servers)) return [];
  return servers.flatMap((server: unknown) =>
    typeof server === 'object' && server !== null && 'url' in server && typeof server.url === 'string'
      ? [server.url]
      : [],
  );
}

function requirementsOf(operations: readonly Operation[], kind: 'permission' | 'feature'): readonly string[] {
  const required = operations.flatMap(({ requirements }) =>
    requirements.filter((requirement) => requirement.kind === kind).map(({ name }) => name),
  );
  return [...new Set(required)];
}
