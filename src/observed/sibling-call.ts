import type { Operation } from '../model/operation.ts';
import type { Violation } from '../schema/schema-violations.ts';

/**
 * Several calls of a vendor may share one address and be told apart by a member that is always the same for each. What
 * has another value there is another call, of which this document says nothing. `broken` is what
 * the body breaks of the documented one.
 */
export function siblingCall({ id }: Operation, broken: readonly Violation[]): string | undefined {
  const other = broken.find(({ keyword }) => keyword === 'const');
  if (other === undefined) return undefined;
  return `another call at the address of ${id}: its ${other.pointer} is not that one's`;
}
