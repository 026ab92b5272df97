import type { PlannedExchange, UnplannedExchange } from '../model/plan.ts';

export function whyUnsent(slot: PlannedExchange | UnplannedExchange, interrupted: boolean): string {
  if (slot.kind === 'unplanned') return slot.reason;
  return interrupted ? 'the run was interrupted before an answer came' : 'it was not sent';
}
