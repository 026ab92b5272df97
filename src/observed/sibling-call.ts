import type { Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { schemaViolations } from '../schema/schema-violations.ts';

/**
 * Several calls of a vendor may share one address and be told apart by a member that is always the same for each. What
 * has another value there is another call, of which this document says nothing.
 */
export function siblingCall(spec: Spec, operation: Operation, body: Json | undefined): string | undefined {
  const schema = operation.requestSchemaPointer;
  if (schema === undefined || body === undefined) return undefined;
  const other = schemaViolations(spec, schema, body).find(({ keyword }) => keyword === 'const');
  if (other === undefined) return undefined;
  return `another call at the address of ${operation.id}: its ${other.pointer} is not that one's`;
}
