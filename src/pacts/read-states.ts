import type { ProviderState } from '../model/interaction.ts';
import { isJsonArray, isJsonObject, type JsonObject } from '../model/json.ts';

/** Provider states of an interaction: a list since V3, before it one text under either of two names. */
export function statesOf(raw: JsonObject): readonly ProviderState[] {
  const list = raw['providerStates'];
  if (isJsonArray(list))
    return list.filter(isJsonObject).map(({ name, params }) => ({
      name: String(name),
      params: isJsonObject(params) ? params : {},
    }));
  const single = raw['providerState'] ?? raw['provider_state'];
  return typeof single === 'string' && single !== '' ? [{ name: single, params: {} }] : [];
}
