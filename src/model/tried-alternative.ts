import type { Alternative, PlannedExchange } from './plan.ts';

/**
 * May it be tried where the request is refused? A route is in doubt whatever is sent there; the form of a request only
 * where the contract's own is refused, since a variant or a probe differs in something itself.
 */
export function mayBeTried(
  { after }: Pick<Alternative, 'after'>,
  { intent, origin }: Pick<PlannedExchange, 'intent' | 'origin'>,
): boolean {
  return after === 'route' || (intent.kind === 'accepted' && origin.kind === 'contract');
}
