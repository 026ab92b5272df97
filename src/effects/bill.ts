import type { ExpenseKind } from '../model/forecast.ts';
import type { Errand } from './errand.ts';

/** A request and what it is for; one that only takes the place of another costs nothing more. */
export interface Bill extends Chore {
  readonly kind: ExpenseKind | 'instead';
}

export interface Chore {
  readonly errand: Errand;
  /** Method and path, for a person. */
  readonly request: string;
}

export type CountedBill = Bill & { readonly kind: ExpenseKind };

export function isCounted(bill: Bill): bill is CountedBill {
  return bill.kind !== 'instead';
}
