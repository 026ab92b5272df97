import type { Json } from './json.ts';
import { isJsonArray, isJsonObject } from './json.ts';
import type { Mask } from './plan.ts';

/** Too short a secret would be found in the middle of ordinary words. */
const SHORTEST_SECRET = 4;

export function maskText(text: string, masks: readonly Mask[]): string {
  return (
    masks
      .filter(({ secret }) => secret.length >= SHORTEST_SECRET)
      // The longest first: of a secret that begins with another one no tail may be left.
      .toSorted((left, right) => right.secret.length - left.secret.length)
      .reduce((masked, { secret, shown }) => masked.replaceAll(secret, () => shown), text)
  );
}

export function maskJson(value: Json, masks: readonly Mask[]): Json {
  if (typeof value === 'string') return maskText(value, masks);
  if (isJsonArray(value)) return value.map((member) => maskJson(member, masks));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [maskText(key, masks), maskJson(member, masks)]),
  );
}
