import type { Sums } from '../model/forecast.ts';
import type { Budget } from '../model/tenant.ts';
import type { Errand } from './errand.ts';

/** What may still be spent in a run. */
export type BudgetLeft = Sums;

/** What one errand takes of it; a price of undefined where it costs money and nobody said how much. */
export interface Cost {
  readonly requests: number;
  readonly messages: number;
  readonly money: number | undefined;
}

export function wholeBudget({ requests, messages, money }: Budget): BudgetLeft {
  return { requests, messages, money: money?.most ?? 0 };
}

export function costOf({ effects, operation }: Errand, budget: Budget): Cost {
  const price = operation === undefined ? undefined : budget.money?.prices[operation];
  return {
    requests: 1,
    messages: effects.includes('notifies-people') ? 1 : 0,
    money: effects.includes('costs-money') ? price : 0,
  };
}

export function spend(left: BudgetLeft, cost: Cost): BudgetLeft {
  return {
    requests: left.requests - cost.requests,
    messages: left.messages - cost.messages,
    money: rounded(left.money - (cost.money ?? 0)),
  };
}

export function wholeCost(costs: readonly Sums[]): Sums {
  return costs.reduce<Sums>(
    (sum, { requests, messages, money }) => ({
      requests: sum.requests + requests,
      messages: sum.messages + messages,
      money: rounded(sum.money + money),
    }),
    { requests: 0, messages: 0, money: 0 },
  );
}

/** Prices are decimal fractions: rounding to a millionth keeps ten times 0.1 from being more than 1. */
function rounded(money: number): number {
  return Math.round(money * 1e6) / 1e6;
}
