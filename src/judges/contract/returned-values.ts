import { withMember } from '../../model/edit-json.ts';
import type { HttpInteraction } from '../../model/interaction.ts';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { namesIn } from '../../model/wanted-values.ts';

/**
 * The interaction with what was sent in truth wherever its expected answer shows an example of it: Pact fills in the
 * values of provider states in requests alone.
 */
export function expectationOf(
  { pact, brought }: Pick<HttpInteraction, 'pact' | 'brought'>,
  values: Readonly<Record<string, Json>>,
): JsonObject {
  if (brought === undefined) return pact;
  return brought.returned.reduce<JsonObject>((filled, { at, expression, example }) => {
    const [value] = namesIn(expression).map((name) => values[name]);
    if (value === undefined) return filled;
    const pointer = `/response/body/content${at.slice('body#'.length)}`;
    const next = withMember(filled, pointer, typeof example === 'string' ? String(value) : value);
    return isJsonObject(next) ? next : filled;
  }, pact);
}
