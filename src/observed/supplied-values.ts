import type { HttpInteraction } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import { type RequestInput, valueAtPlace } from '../model/request-place.ts';
import { sentValues } from '../model/sent-values.ts';

/**
 * The values that provider states would have supplied, read back from a request that is an instance of the interaction;
 * for a pact that was brought, whatever else was sent as well.
 */
export function suppliedValues(
  { request: { injections }, brought }: HttpInteraction,
  input: RequestInput,
  { path }: OutgoingRequest,
): Readonly<Record<string, Json>> {
  const sent =
    brought === undefined ? [] : sentValues(input).map(({ name, value }) => [name, value] as const);
  const supplied = injections.flatMap(({ at, expression }) => {
    const [before = '', name, after = ''] = /^([^$]*)\$\{([^}]+)\}([^$]*)$/s.exec(expression)?.slice(1) ?? [];
    const value = at === 'path' ? path : valueAtPlace(input, at);
    if (name === undefined || value === undefined) return [];
    const part = before === '' && after === '' ? value : between(value, before, after);
    return part === undefined ? [] : [[name, part] as const];
  });
  return Object.fromEntries([...sent, ...supplied]);
}

function between(value: Json, before: string, after: string): string | undefined {
  if (typeof value !== 'string' || !value.startsWith(before) || !value.endsWith(after)) return undefined;
  return value.slice(before.length, value.length - after.length);
}
