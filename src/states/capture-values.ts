import type { Json } from '../model/json.ts';
import { locate, valueAt } from '../model/json-pointer.ts';
import type { Capture } from '../model/recipe.ts';
import { fillJson, type Values } from './fill-request.ts';

export type Captured =
  | { readonly kind: 'captured'; readonly values: Values }
  | { readonly kind: 'missing'; readonly says: string };

/** The values that the captures take from an answer; `given` has the parameters that a number may stand in. */
export function captureValues(captures: readonly Capture[], body: Json | undefined, given: Values): Captured {
  const values: Record<string, Json> = {};
  for (const capture of captures) {
    const found = findValue(capture, body, given);
    if (found.kind === 'missing') return found;
    values[capture.name] = found.value;
  }
  return { kind: 'captured', values };
}

type Found = { readonly kind: 'found'; readonly value: Json } | Extract<Captured, { kind: 'missing' }>;

function findValue({ name, at, take }: Capture, body: Json | undefined, given: Values): Found {
  const missing = (why: string): Found => ({ kind: 'missing', says: `no ${name} at ${at}${why}` });
  if (!at.includes('*')) {
    const value = valueAt(body, at) ?? null;
    return value === null ? missing('') : { kind: 'found', value };
  }
  const found = locate(body, at).map(({ value }) => value);
  const wanted = take === undefined ? found.length : fillJson(take, given);
  if (typeof wanted !== 'number') return missing(', as nobody says how many');
  if (found.length === 0 || found.length < wanted)
    return missing(`: ${found.length} where ${Math.max(wanted, 1)} are needed`);
  return { kind: 'found', value: found.slice(0, wanted) };
}
