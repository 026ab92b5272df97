import type { ObservedExchange } from '../model/observed.ts';
import { assignObserved } from '../observed/assign-observed.ts';
import { maskAssigned } from '../observed/mask-assigned.ts';
import type { ObservationGround } from '../observed/observation-ground.ts';

/** The exchange without secrets and people, as it may be kept; undefined where it belongs to no operation. */
export function keepable(
  ground: ObservationGround,
  observed: ObservedExchange,
): ObservedExchange | undefined {
  const assigned = assignObserved(ground, observed, 'kept');
  if (assigned.kind === 'unmatched') return undefined;
  const { id: _id, operation: _operation, ...exchange } = maskAssigned(assigned, ground.masker).exchange;
  const { path, query } = exchange.request;
  const base = ground.baseUrls?.[assigned.operation.vendor];
  const before = base === undefined ? '' : new URL(base).pathname.replace(/\/$/, '');
  const search = query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  // Without the vendor's host, which may name the account.
  return { ...observed, url: before + (search === '' ? path : `${path}?${search}`), exchange };
}
