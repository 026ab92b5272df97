import type { OperationId } from '../model/operation.ts';
import type { Part } from './arrange-states.ts';
import type { VendorMeans } from './vendor-means.ts';

/** What is made for one exchange and serves those after it that ask for the same, until an accepted call spends it. */
export interface Sharing {
  readonly key: string;
  readonly states: readonly string[];
}

/**
 * All that lasts until it is spent is shared together: a case that another state goes on to close is not the one that
 * is left open.
 */
export function sharingOf(vendor: string, parts: readonly Part[]): Sharing | undefined {
  const shared = parts.filter(({ recipe, isMade }) => isMade && recipe.lasts === 'until-spent');
  if (shared.length === 0) return undefined;
  const facts = shared.map(({ recipe, params, root }) => [recipe.state, params, root]);
  return { key: JSON.stringify([vendor, facts]), states: shared.map(({ recipe }) => recipe.state) };
}

/** Does an accepted call of the operation leave nothing of it for another one? */
export function isSpentBy(
  operation: OperationId | undefined,
  { states }: Sharing,
  { recipes }: VendorMeans,
): boolean {
  const spends = recipes?.leftovers.find((leftover) => leftover.operation === operation)?.spends ?? [];
  return spends.some((state) => states.includes(state));
}
