import type { Json, JsonObject } from '../../src/model/json.ts';
import { compareWithSpec } from '../../src/pacts/compare-with-spec.ts';

/** Every difference between a pact and a spec, `<code> <message> <place>`. */
export async function comparePact(spec: JsonObject, pact: Json): Promise<readonly string[]> {
  const found = await compareWithSpec(spec, pact);
  return found.map(({ code, says, place }) => `${code} ${says} ${place}`);
}
