// Several states of one interaction speak of the same things: they share a scope.
import type { ProviderState } from '../model/interaction.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { StateResolution } from '../model/target.ts';

/** Makes one state true and tells its values. */
export type StateHandler<Scope> = (
  scope: Scope,
  params: JsonObject,
  wanted: Readonly<Record<string, Json>>,
) => Readonly<Record<string, Json>>;

export function composeStates<Scope>(
  handlers: Readonly<Record<string, StateHandler<Scope>>>,
  scope: Scope,
  states: readonly ProviderState[],
  wanted: Readonly<Record<string, Json>>,
): StateResolution {
  let values: Readonly<Record<string, Json>> = {};
  for (const state of states) {
    const handler = Object.hasOwn(handlers, state.name) ? handlers[state.name] : undefined;
    if (handler === undefined)
      return { kind: 'unavailable', reason: `the mock knows no state '${state.name}'` };
    values = { ...values, ...handler(scope, state.params, wanted) };
  }
  const unmet = Object.keys(wanted).filter((name) => values[name] === undefined);
  if (unmet.length === 0) return { kind: 'established', values };
  const names = states.map(({ name }) => `'${name}'`).join(', ');
  return { kind: 'unavailable', reason: `no value for ${unmet.join(', ')} from the states ${names}` };
}
