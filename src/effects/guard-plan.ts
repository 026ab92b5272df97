import type { Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { PlannedExchange, UnplannedExchange } from '../model/plan.ts';
import type { Tenant, TenantVendor } from '../model/tenant.ts';
import { type BudgetLeft, costOf, spend, wholeBudget } from './budget-left.ts';
import type { Errand, Refusal } from './errand.ts';
import { errandOfExchange } from './errand-of-exchange.ts';
import { judgeErrand } from './judge-errand.ts';

/** What is known, when a plan is made, of the tenant it is for. */
export interface PlanTerms {
  readonly tenant: Tenant;
  readonly productionWord: string | undefined;
  readonly operations: readonly Operation[];
  /** What must be sent before an exchange, to make its provider states true; empty where the tenant has them. */
  readonly preparing: (planned: PlannedExchange) => readonly Errand[];
  /** Values that stand for what those requests will make. */
  readonly promised: readonly Json[];
}

type Slot = PlannedExchange | UnplannedExchange;

/**
 * The same plan with every exchange that may not be sent turned into one that is not, with the rule and what to
 * change. Budgets are spent in the order of the plan, other readings counted as if each had to be tried.
 */
export function guardPlan(slots: readonly Slot[], terms: PlanTerms): readonly Slot[] {
  let left = wholeBudget(terms.tenant.budget);
  const prepared = new Set<string>();
  return slots.map((slot) => {
    if (slot.kind === 'unplanned') return slot;
    const vendor = terms.tenant.vendors.find((one) => one.vendor === slot.vendor);
    const operation = terms.operations.find(({ id }) => id === slot.operation);
    if (vendor === undefined || operation === undefined) return withheld(slot, NOT_IN_TENANT);
    const fresh = terms.preparing(slot).filter(({ says }) => !prepared.has(says));
    const errands = [...fresh, ...errandsOf(slot, operation, vendor)];
    const judged = judgeAll(errands, terms, vendor, left);
    if (judged.refusal !== undefined) return withheld(slot, judged.refusal);
    left = judged.left;
    for (const { says } of fresh) prepared.add(says);
    return vendor.allow.readings ? slot : { ...slot, alternatives: [] };
  });
}

const NOT_IN_TENANT: Refusal = {
  rule: 'operation',
  says: 'the tenant file has no such vendor',
  next: 'Add it to vendors.',
};

function errandsOf(slot: PlannedExchange, operation: Operation, { allow }: TenantVendor): readonly Errand[] {
  const others = allow.readings ? slot.alternatives : [];
  return [
    errandOfExchange(slot, slot.request, operation),
    ...others.map((other) => errandOfExchange(slot, other.request, operation, other)),
  ];
}

function judgeAll(
  errands: readonly Errand[],
  { tenant, productionWord, promised }: PlanTerms,
  vendor: TenantVendor,
  before: BudgetLeft,
): { readonly refusal: Refusal | undefined; readonly left: BudgetLeft } {
  let left = before;
  for (const errand of errands) {
    const refusal = judgeErrand(errand, { tenant, vendor, productionWord, made: promised, left });
    if (refusal !== undefined) return { refusal, left: before };
    left = spend(left, costOf(errand, tenant.budget));
  }
  return { refusal: undefined, left };
}

function withheld(slot: PlannedExchange, { rule, says, next }: Refusal): UnplannedExchange {
  const { id, vendor, operation, title, origin, intent } = slot;
  const reason = `not allowed (${rule}): ${says}. ${next}`;
  return { kind: 'unplanned', id, vendor, operation, title, origin, intent, reason };
}
