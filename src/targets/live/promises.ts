import type { Errand } from '../../effects/errand.ts';
import { guardPlan } from '../../effects/guard-plan.ts';
import type { Json } from '../../model/json.ts';
import type { Operation, Requirement } from '../../model/operation.ts';
import type { PlannedExchange, UnplannedExchange } from '../../model/plan.ts';
import type { StateRequest, StateResolution } from '../../model/target.ts';
import type { TenantVendor } from '../../model/tenant.ts';
import { type PromisedStep, promiseStates } from '../../states/promise-states.ts';
import type { VendorMeans } from '../../states/vendor-means.ts';
import type { LiveTenant } from './live-tenant.ts';

type Slot = PlannedExchange | UnplannedExchange;

/** What a run would have to make in a tenant, found out without sending anything. */
export class Promises {
  readonly #live: LiveTenant;
  readonly #means: readonly VendorMeans[];
  readonly #steps = new Map<string, readonly PromisedStep[]>();
  readonly #placeholders = new Set<string>();
  readonly #told = new Set<string>();

  constructor(live: LiveTenant, means: readonly VendorMeans[]) {
    this.#live = live;
    this.#means = means;
  }

  /** Values the tenant supplies, and `{name}` for each that will be made. */
  give(request: StateRequest): StateResolution {
    const means = this.#means.find(({ vendor }) => vendor === request.vendor);
    if (means === undefined)
      return { kind: 'unavailable', reason: `the tenant file has no vendor ${request.vendor}` };
    const promised = promiseStates(request, means);
    if (promised.kind === 'unavailable') return promised;
    this.#steps.set(keyOf(request), promised.steps);
    for (const step of promised.steps) this.#told.add(tell(request.vendor, step));
    const values = Object.entries(promised.values).map(([name, value]) => {
      const placeholder = `{${name}}`;
      if (value !== placeholder) return [name, value] as const;
      // Whoever is picked from a list was there before: the tenant file has to name them.
      if (!promised.found.includes(name)) this.#placeholders.add(placeholder);
      const example = request.wanted[name];
      return [name, Array.isArray(example) ? example.map(() => placeholder) : placeholder] as const;
    });
    return { kind: 'established', values: Object.fromEntries(values) };
  }

  /** What will be made, and how it is taken away, a line each. */
  get told(): readonly string[] {
    return [...this.#told];
  }

  guard(slots: readonly Slot[], operations: readonly Operation[]): readonly Slot[] {
    const { tenant, productionWord } = this.#live;
    return guardPlan(
      slots.map((slot) => withinCapabilities(slot, tenant.vendors, operations)),
      {
        ...{ tenant, productionWord, operations },
        preparing: (planned) => this.#errandsBefore(planned),
        promised: [...this.#placeholders],
      },
    );
  }

  #errandsBefore({ id, vendor, states }: PlannedExchange): readonly Errand[] {
    const steps = this.#steps.get(keyOf({ vendor, states })) ?? [];
    return steps.map(({ state, says, effects, fresh }) => ({
      purpose: 'state',
      // What is made anew for each exchange is paid for each time.
      says: [state, says, ...(fresh ? [id] : [])].join(' / '),
      ...{ operation: undefined, sending: undefined, isReading: false },
      effects,
      names: [],
    }));
  }
}

function keyOf({ vendor, states }: Pick<StateRequest, 'vendor' | 'states'>): string {
  return JSON.stringify([vendor, states]);
}

function tell(vendor: string, { state, says, method, path, effects, fresh, undone }: PromisedStep): string {
  const often = fresh ? 'for each request' : 'once';
  const after = undone === null ? '' : `; afterwards: ${undone}`;
  return `${vendor}, "${state}", ${often}: ${says} (${method} ${path}, effects: ${effects.join(', ')})${after}`;
}

/** What the tenant is said not to have is not tried. */
function withinCapabilities(
  slot: Slot,
  vendors: readonly TenantVendor[],
  operations: readonly Operation[],
): Slot {
  if (slot.kind === 'unplanned') return slot;
  const capabilities = vendors.find(({ vendor }) => vendor === slot.vendor)?.capabilities;
  const operation = operations.find(({ id }) => id === slot.operation);
  const lists: Readonly<Record<Requirement['kind'], readonly Json[] | undefined>> = {
    permission: capabilities?.permissions,
    feature: capabilities?.features,
    state: undefined,
  };
  const lacking = operation?.requirements.find(({ kind, name }) => lists[kind]?.includes(name) === false);
  if (lacking === undefined) return slot;
  const { id, vendor, title, origin, intent } = slot;
  const list = `vendors.${vendor}.capabilities.${lacking.kind}s`;
  const reason = `the tenant has not the ${lacking.kind} "${lacking.name}", says ${list}`;
  return { kind: 'unplanned', id, vendor, operation: slot.operation, title, origin, intent, reason };
}
