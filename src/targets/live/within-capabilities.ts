import type { Json } from '../../model/json.ts';
import type { Operation, Requirement } from '../../model/operation.ts';
import type { PlannedExchange, UnplannedExchange } from '../../model/plan.ts';
import type { TenantVendor } from '../../model/tenant.ts';

type Slot = PlannedExchange | UnplannedExchange;

/** What the tenant is said not to have is not tried. */
export function withinCapabilities(
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
