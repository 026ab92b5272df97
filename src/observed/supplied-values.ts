import type { HttpInteraction } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import { type RequestInput, valueAtPlace } from '../model/request-place.ts';

/** The values that provider states would have supplied, read back from a request that is an instance of the interaction. */
export function suppliedValues(
  { request: { injections } }: HttpInteraction,
  input: RequestInput,
  { path }: OutgoingRequest,
): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    injections.flatMap(({ at, expression }) => {
      const [before = '', name, after = ''] =
        /^([^$]*)\$\{([^}]+)\}([^$]*)$/s.exec(expression)?.slice(1) ?? [];
      const value = at === 'path' ? path : valueAtPlace(input, at);
      if (name === undefined || value === undefined) return [];
      const part = before === '' && after === '' ? value : between(value, before, after);
      return part === undefined ? [] : [[name, part]];
    }),
  );
}

function between(value: Json, before: string, after: string): string | undefined {
  if (typeof value !== 'string' || !value.startsWith(before) || !value.endsWith(after)) return undefined;
  return value.slice(before.length, value.length - after.length);
}
