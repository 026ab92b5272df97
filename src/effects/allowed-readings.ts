import type { Operation } from '../model/operation.ts';
import type { Alternative, PlannedExchange, UntriedReading } from '../model/plan.ts';
import type { TenantVendor } from '../model/tenant.ts';
import { reasonOf } from './errand.ts';
import { errandOfExchange } from './errand-of-exchange.ts';
import { refuseBaring } from './judge-errand.ts';

/** The exchange with the readings that the tenant allows; one that would bare a credential is left out by itself. */
export function withAllowedReadings(
  slot: PlannedExchange,
  operation: Operation,
  vendor: TenantVendor,
): PlannedExchange {
  if (!vendor.allow.readings) return { ...slot, alternatives: [] };
  const alternatives: Alternative[] = [];
  const untried: UntriedReading[] = [];
  for (const other of slot.alternatives) {
    const refusal = refuseBaring(errandOfExchange(slot, other.request, operation, other), vendor);
    const { ambiguity, reading } = other;
    if (refusal === undefined) alternatives.push(other);
    else untried.push({ ambiguity, reading, reason: reasonOf(refusal) });
  }
  return { ...slot, alternatives, ...(untried.length > 0 && { untried }) };
}
