import type { ExpenseKind } from '../model/forecast.ts';
import type { Errand } from './errand.ts';

/** A request and what it is for; one that only takes the place of another costs nothing more. */
export interface Bill {
  readonly kind: ExpenseKind | 'instead';
  readonly errand: Errand;
}

export type CountedBill = Bill & { readonly kind: ExpenseKind };

export function isCounted(bill: Bill): bill is CountedBill {
  return bill.kind !== 'instead';
}
