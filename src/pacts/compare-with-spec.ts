import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, valueAt } from '../model/json-pointer.ts';

/** One place of a pact that does not go with a spec. */
export interface Incompatibility {
  /** Kind of difference in the comparator's words: `response.body.incompatible`. */
  readonly code: string;
  readonly says: string;
  /** JSON Pointer into the pact file. */
  readonly place: string;
}

interface ComparisonResult {
  readonly code: string;
  readonly message: string;
  readonly mockDetails?: { readonly location: string };
}

interface ComparatorModule {
  readonly Comparator: new (documents: {
    readonly oas: JsonObject;
  }) => { compare(pact: Json): AsyncIterable<ComparisonResult> };
}

/** Every difference between a pact and a spec, told without sending anything. */
export async function compareWithSpec(spec: JsonObject, pact: Json): Promise<readonly Incompatibility[]> {
  // Loaded when there is something to compare: it is large.
  const loaded: unknown = await import('@pactflow/openapi-pact-comparator');
  if (!isComparatorModule(loaded)) throw new TypeError('the comparator has no constructor');
  const oas = asComparable(spec, spec);
  if (!isJsonObject(oas)) throw new TypeError('the spec is no object');
  const found: Incompatibility[] = [];
  for await (const { code, message, mockDetails } of new loaded.Comparator({ oas }).compare(pact))
    found.push({ code, says: message, place: pointerOfLocation(mockDetails?.location ?? '') });
  return found;
}

function isComparatorModule(module: unknown): module is ComparatorModule {
  return (
    typeof module === 'object' &&
    module !== null &&
    'Comparator' in module &&
    typeof module.Comparator === 'function'
  );
}

/** Of `[root].interactions[0].response.body.x`, as the comparator writes it. */
function pointerOfLocation(location: string): string {
  const steps = location.replace(/^\[root\]/, '').match(/[^.[\]]+/g) ?? [];
  return steps.map((step) => `/${escapeToken(step)}`).join('');
}

/**
 * A spec as the comparator can take it: it does not find what is referred to from inside `if` and `then`, and it
 * leaves out what an answer must have, as the example of an answer is partial, but not inside them either.
 */
function asComparable(node: Json, spec: JsonObject, inAnswer = false): Json {
  if (isJsonArray(node)) return node.map((member) => asComparable(member, spec, inAnswer));
  if (!isJsonObject(node)) return node;
  const { $ref, ...own } = node;
  const referred = typeof $ref === 'string' ? valueAt(spec, $ref.slice(1)) : undefined;
  const whole = isJsonObject(referred) ? { ...referred, ...own } : node;
  if (whole !== node) return asComparable(whole, spec, inAnswer);
  return Object.fromEntries(
    Object.entries(node)
      .filter(([name, value]) => !(inAnswer && name === 'required' && isJsonArray(value)))
      .map(([name, value]) => [name, asComparable(value, spec, inAnswer || name === 'responses')]),
  );
}
