import type { Reached } from '../model/forecast.ts';
import { isJsonArray, type Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { PlannedExchange, UnplannedExchange } from '../model/plan.ts';
import { isPromise } from '../model/promise.ts';
import type { TenantVendor } from '../model/tenant.ts';
import type { Named } from './errand.ts';
import { errandOfExchange } from './errand-of-exchange.ts';
import { isSameName } from './same-name.ts';

/** Kinds of `x-touches` that are somebody; of the others people take part in some, such as a case. */
const PEOPLE: readonly string[] = ['agent', 'contact', 'department', 'recipient'];

/** Whom the planned requests that notify people name; where they name nobody, what they reach people through. */
export function listReached(
  slots: readonly (PlannedExchange | UnplannedExchange)[],
  operations: readonly Operation[],
  vendors: readonly TenantVendor[],
): readonly Reached[] {
  return slots.flatMap((slot) => {
    if (slot.kind === 'unplanned' || !slot.effects.includes('notifies-people')) return [];
    const operation = operations.find(({ id }) => id === slot.operation);
    const vendor = vendors.find((one) => one.vendor === slot.vendor);
    return operation === undefined || vendor === undefined ? [] : reachedBy(slot, operation, vendor);
  });
}

function reachedBy(planned: PlannedExchange, operation: Operation, vendor: TenantVendor): readonly Reached[] {
  const named = once([
    ...errandOfExchange(planned, planned.request, operation).names,
    ...planned.alternatives.flatMap(
      (other) => errandOfExchange(planned, other.request, operation, other).names,
    ),
  ]);
  const people = named.filter(({ kind }) => PEOPLE.includes(kind));
  const is = people.length > 0 ? 'somebody' : 'something';
  return (people.length > 0 ? people : named).map(({ kind, value }) => ({
    ...{ kind, value, is, whence: whenceOf({ kind, value }, vendor) },
    ...{ operation: operation.id, exchange: planned.id },
  }));
}

/** Whoever is named in one form need not be told in another one. */
function once(named: readonly Named[]): readonly Named[] {
  return named.filter(
    (one, index) =>
      !named.slice(0, index).some(({ kind, value }) => kind === one.kind && isSameName(value, one.value)),
  );
}

/** Where a value comes from, by the key of the tenant file where it stands there. */
function whenceOf({ kind, value }: Named, { vendor, states, allow }: TenantVendor): string {
  if (isPromise(value)) return 'made by this run';
  for (const [state, values] of Object.entries(states))
    for (const [name, known] of Object.entries(values))
      if (holds(known, value)) return `vendors.${vendor}.states.${state}.${name}`;
  return allow.only[kind]?.some((known) => holds(known, value)) === true
    ? `vendors.${vendor}.allow.only.${kind}`
    : 'the contract or the document itself';
}

function holds(known: Json, value: Json): boolean {
  return (isJsonArray(known) ? known : [known]).some((one) => isSameName(one, value));
}
