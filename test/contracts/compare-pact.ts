import { createRequire } from 'node:module';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';

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

// The package's own declarations name their files without an ending, which a strict module resolution cannot follow.
const loaded: unknown = createRequire(import.meta.url)('@pactflow/openapi-pact-comparator');

/** Every difference between a pact and a spec, `<code> <message> <place>`. */
export async function comparePact(spec: JsonObject, pact: Json): Promise<readonly string[]> {
  if (!isComparatorModule(loaded)) throw new TypeError('the comparator has no constructor');
  const oas = asComparable(spec, spec);
  if (!isJsonObject(oas)) throw new TypeError('the spec is no object');
  const differences: string[] = [];
  for await (const { code, message, mockDetails } of new loaded.Comparator({ oas }).compare(pact))
    differences.push(`${code} ${message} ${mockDetails?.location ?? ''}`);
  return differences;
}

function isComparatorModule(module: unknown): module is ComparatorModule {
  return (
    typeof module === 'object' &&
    module !== null &&
    'Comparator' in module &&
    typeof module.Comparator === 'function'
  );
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
