import type { Claim } from '../src/model/claim.ts';
import { isJsonObject, type JsonObject } from '../src/model/json.ts';
import { valueAt } from '../src/model/json-pointer.ts';
import type { Spec } from '../src/model/spec.ts';

/** The schema node of a claim, its reference followed. */
export function schemaNodeOf({ specPointer }: Claim, spec: Spec): JsonObject {
  const node = valueAt(spec.document, specPointer);
  if (!isJsonObject(node)) return {};
  const reference = node['$ref'];
  const target = typeof reference === 'string' ? valueAt(spec.document, reference.slice(1)) : undefined;
  return isJsonObject(target) ? target : node;
}
