import type { Expense } from '../model/forecast.ts';
import type { Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { OutgoingRequest, PlannedExchange, UnplannedExchange } from '../model/plan.ts';
import type { Tenant, TenantVendor } from '../model/tenant.ts';
import { mayBeTried } from '../model/tried-alternative.ts';
import { withAllowedReadings } from './allowed-readings.ts';
import { type Bill, type CountedBill, isCounted } from './bill.ts';
import { type BudgetLeft, costOf, spend, wholeBudget } from './budget-left.ts';
import { type Refusal, reasonOf } from './errand.ts';
import { errandOfExchange } from './errand-of-exchange.ts';
import { judgeErrand } from './judge-errand.ts';
import { Prepared, type Surroundings } from './surroundings.ts';

/** What is known, when a plan is made, of the tenant it is for. */
export interface PlanTerms {
  readonly tenant: Tenant;
  readonly productionWord: string | undefined;
  readonly operations: readonly Operation[];
  /** What an exchange takes besides its own requests. */
  readonly around: (planned: PlannedExchange) => Surroundings;
  /** Values that stand for what those requests will make. */
  readonly promised: readonly Json[];
}

type Slot = PlannedExchange | UnplannedExchange;

export interface GuardedPlan {
  readonly slots: readonly Slot[];
  /** Every request that the planned ones among them take, or may take. */
  readonly expenses: readonly Expense[];
  /** What they leave for good, a line each. */
  readonly stays: readonly string[];
}

/**
 * The same plan with every exchange that may not be sent turned into one that is not, with the rule and what to
 * change. Budgets are spent in the order of the plan; what is going to be taken away is paid for when it is made, and
 * other readings are counted as if each had to be tried.
 */
export function guardPlan(slots: readonly Slot[], terms: PlanTerms): GuardedPlan {
  let left = wholeBudget(terms.tenant.budget);
  const prepared = new Prepared();
  const expenses: Expense[] = [];
  const stays = new Set<string>();
  const guarded = slots.map((slot) => {
    if (slot.kind === 'unplanned') return slot;
    const vendor = terms.tenant.vendors.find((one) => one.vendor === slot.vendor);
    const operation = terms.operations.find(({ id }) => id === slot.operation);
    if (vendor === undefined || operation === undefined) return withheld(slot, NOT_IN_TENANT);
    const allowed = withAllowedReadings(slot, operation, vendor);
    const around = terms.around(allowed);
    const bills = [...prepared.due(around), ...billsOf(allowed, operation)];
    const judged = judgeAll(bills, terms, vendor, left);
    if (judged.refusal !== undefined) return withheld(slot, judged.refusal);
    left = judged.left;
    for (const line of prepared.staying(around)) stays.add(line);
    prepared.use(around);
    expenses.push(...bills.filter(isCounted).map((bill) => expenseOf(bill, slot, terms.tenant)));
    return allowed;
  });
  return { slots: guarded, expenses, stays: [...stays] };
}

const NOT_IN_TENANT: Refusal = {
  rule: 'operation',
  says: 'the tenant file has no such vendor',
  next: 'Add it to vendors.',
};

function billsOf(slot: PlannedExchange, operation: Operation): readonly Bill[] {
  return [
    {
      kind: 'sending',
      errand: errandOfExchange(slot, slot.request, operation),
      request: lineOf(slot.request),
    },
    ...slot.alternatives.map(
      (other): Bill => ({
        kind: mayBeTried(other, slot) ? 'reading' : 'instead',
        errand: errandOfExchange(slot, other.request, operation, other),
        request: lineOf(other.request),
      }),
    ),
  ];
}

function lineOf({ method, path }: OutgoingRequest): string {
  return `${method} ${path}`;
}

/** What is to be taken away is set aside before anything is sent. */
function judgeAll(
  bills: readonly Bill[],
  { tenant, productionWord, promised }: PlanTerms,
  vendor: TenantVendor,
  before: BudgetLeft,
): { readonly refusal: Refusal | undefined; readonly left: BudgetLeft } {
  const pay = (left: BudgetLeft, { errand }: Bill) => spend(left, costOf(errand, tenant.budget));
  let left = bills.filter(({ kind }) => kind === 'clearing').reduce(pay, before);
  for (const bill of bills.filter(({ kind }) => kind !== 'clearing')) {
    const refusal = judgeErrand(bill.errand, { tenant, vendor, productionWord, made: promised, left });
    if (refusal !== undefined) return { refusal, left: before };
    if (isCounted(bill)) left = pay(left, bill);
  }
  return { refusal: undefined, left };
}

function expenseOf(
  { kind, errand, request }: CountedBill,
  { id }: PlannedExchange,
  { budget }: Tenant,
): Expense {
  const { requests, messages, money = 0 } = costOf(errand, budget);
  const { says, effects } = errand;
  return { kind, exchange: id, says, request, effects, requests, messages, money };
}

function withheld(slot: PlannedExchange, refusal: Refusal): UnplannedExchange {
  const { id, vendor, operation, title, origin, intent } = slot;
  const reason = reasonOf(refusal);
  return { kind: 'unplanned', id, vendor, operation, title, origin, intent, reason };
}
