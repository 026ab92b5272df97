// What a tenant file has to say of a vendor, as far as the specs, contracts and recipes tell.
import { type StateKnowledge, vendorValues } from '../load/vendor-values.ts';
import { EFFECTS, type Effect, type Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';

export interface VendorNeeds {
  readonly vendor: string;
  readonly title: string;
  /** As documented, with placeholders. */
  readonly addresses: readonly string[];
  readonly credentials: readonly string[];
  readonly states: readonly StateNeed[];
  /** Each effect that has an operation, with the ids of those operations. */
  readonly effects: readonly { readonly effect: Effect; readonly operations: readonly string[] }[];
  readonly permissions: readonly string[];
  readonly features: readonly string[];
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
}

export function vendorNeeds(knowledge: StateKnowledge, spec: Spec): VendorNeeds {
  const { credentials } = vendorValues(knowledge, spec.vendor);
  return {
    vendor: spec.vendor,
    title: spec.title,
    addresses: addressesOf(spec),
    credentials,
    states: statesOf(knowledge, spec.vendor, credentials),
    effects: EFFECTS.flatMap((effect) => {
      const operations = spec.operations.filter(({ effects }) => effects.includes(effect));
      return operations.length === 0 ? [] : [{ effect, operations: operations.map(({ id }) => id) }];
    }),
    permissions: requirementsOf(spec.operations, 'permission'),
    features: requirementsOf(spec.operations, 'feature'),
  };
}

function statesOf(
  knowledge: StateKnowledge,
  vendor: string,
  credentials: readonly string[],
): readonly StateNeed[] {
  const recipes = knowledge.recipes
    .filter((known) => known.vendor === vendor)
    .flatMap(({ states }) => states);
  return [...vendorValues(knowledge, vendor).states].flatMap(([state, supplied]) => {
    const recipe = recipes.find((known) => known.state === state);
    // Where the tool can bring the state about, it does so with the credentials of the vendor.
    const values = [...supplied.keys()]
      .map((name) => ({ name, isCredential: credentials.includes(name), says: recipe?.needs[name] }))
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
