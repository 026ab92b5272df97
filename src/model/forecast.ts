import type { Json } from './json.ts';
import type { Effect, OperationId } from './operation.ts';
import type { Budget } from './tenant.ts';

/** Something that a budget bounds, summed up. Money in the unit of the budget's currency. */
export interface Sums {
  readonly requests: number;
  readonly messages: number;
  readonly money: number;
}

export const EXPENSE_KINDS = ['sending', 'preparing', 'listening', 'clearing', 'reading'] as const;
/**
 * What a request of a run is for: to be judged, to make a provider state true, to hear notifications, to take away
 * what was made; or another reading of one that is judged, should that be refused.
 */
export type ExpenseKind = (typeof EXPENSE_KINDS)[number];

/** One request that carrying out a plan takes, or may take. */
export interface Expense extends Sums {
  readonly kind: ExpenseKind;
  /** The planned exchange that it is for. */
  readonly exchange: string;
  /** What it does, for a person. */
  readonly says: string;
  /** Method and path, with `{name}` for what is not known yet. */
  readonly request: string;
  readonly effects: readonly Effect[];
}

/** Somebody whom requests of a plan may reach. */
export interface Reached {
  readonly kind: string;
  readonly value: Json;
  /** Is it a person or several that is named, or something that people take part in? */
  readonly is: 'somebody' | 'something';
  /** Where the value comes from, for a person. */
  readonly whence: string;
  readonly operation: OperationId;
  readonly exchange: string;
}

/** What carrying out a plan would come to. */
export interface Forecast {
  readonly budget: Budget;
  readonly expenses: readonly Expense[];
  /** What everything would take that nothing but the budget withholds, other readings included. */
  readonly whole: Sums;
  readonly reached: readonly Reached[];
  /** What stays for good, a line each. */
  readonly stays: readonly string[];
}
