import { wholeCost } from '../../effects/budget-left.ts';
import { guardPlan, type PlanTerms } from '../../effects/guard-plan.ts';
import { listReached } from '../../effects/list-reached.ts';
import type { Forecast } from '../../model/forecast.ts';
import type { Operation } from '../../model/operation.ts';
import type { PlannedExchange, UnplannedExchange } from '../../model/plan.ts';
import { bentPromise, isPromise } from '../../model/promise.ts';
import type { StateRequest, StateResolution } from '../../model/target.ts';
import type { Budget } from '../../model/tenant.ts';
import { type Promised, promiseStates } from '../../states/promise-states.ts';
import type { VendorMeans } from '../../states/vendor-means.ts';
import type { LiveTenant } from './live-tenant.ts';
import { surroundingsOf } from './surroundings-of.ts';
import { withinCapabilities } from './within-capabilities.ts';

type Slot = PlannedExchange | UnplannedExchange;

/** What a run would have to make in a tenant, found out without sending anything. */
export class Promises {
  readonly #live: LiveTenant;
  readonly #means: readonly VendorMeans[];
  readonly #given = new Map<string, Extract<Promised, { readonly kind: 'promised' }>>();
  readonly #placeholders = new Set<string>();
  #forecast: Forecast | undefined;

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
    this.#given.set(keyOf(request), promised);
    const values = Object.entries(promised.values).map(([name, value]) => {
      if (!isPromise(value)) return [name, value] as const;
      // Whoever is picked from a list was there before: the tenant file has to name them.
      if (!promised.found.includes(name)) this.#placeholders.add(value);
      const example = request.wanted[name];
      return [name, Array.isArray(example) ? example.map(() => value) : value] as const;
    });
    return { kind: 'established', values: Object.fromEntries(values) };
  }

  /** What carrying out the plan that was guarded last would come to. */
  get forecast(): Forecast | undefined {
    return this.#forecast;
  }

  guard(slots: readonly Slot[], operations: readonly Operation[]): readonly Slot[] {
    const { tenant } = this.#live;
    const possible = slots.map((slot) => withinCapabilities(slot, tenant.vendors, operations));
    const terms = this.#termsFor(operations);
    const guarded = guardPlan(possible, terms);
    const boundless = guardPlan(possible, {
      ...terms,
      tenant: { ...tenant, budget: withoutBounds(tenant.budget) },
    });
    this.#forecast = {
      budget: tenant.budget,
      expenses: guarded.expenses,
      whole: wholeCost(boundless.expenses),
      reached: listReached(guarded.slots, operations, tenant.vendors),
      stays: guarded.stays,
    };
    return guarded.slots;
  }

  #termsFor(operations: readonly Operation[]): PlanTerms {
    const { tenant, productionWord } = this.#live;
    return {
      ...{ tenant, productionWord, operations },
      around: (planned) => {
        const operation = operations.find(({ id }) => id === planned.operation);
        const means = this.#means.find(({ vendor }) => vendor === planned.vendor);
        const promised = this.#given.get(keyOf(stateRequestOf(planned)));
        return operation === undefined || means === undefined || promised === undefined
          ? { preparing: [], listening: [], clearing: [], stays: undefined, spends: [] }
          : surroundingsOf(planned, operation, promised, means);
      },
      promised: [...this.#placeholders].flatMap((promise) => [
        promise,
        bentPromise(promise, 'text'),
        bentPromise(promise, 'integer'),
      ]),
    };
  }
}

function withoutBounds({ money }: Budget): Budget {
  const most = Number.POSITIVE_INFINITY;
  return { requests: most, messages: most, money: money && { ...money, most } };
}

function stateRequestOf({
  vendor,
  states,
  operation,
  intent,
}: PlannedExchange): Omit<StateRequest, 'wanted'> {
  return { vendor, states, call: { operation, isToSucceed: intent.kind === 'accepted' } };
}

function keyOf({ vendor, states, call }: Omit<StateRequest, 'wanted'>): string {
  return JSON.stringify([vendor, states, call]);
}
