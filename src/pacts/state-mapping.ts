import { readDataFile } from '../load/read-data-file.ts';
import { validateData } from '../load/validate-data.ts';
import type { ProviderState } from '../model/interaction.ts';
import type { Json, JsonObject } from '../model/json.ts';
import schema from './schemas/state-mapping.schema.json' with { type: 'json' };

/** What a provider state of a pact comes to in the words of our contracts. */
export interface MappedState {
  readonly states: readonly ProviderState[];
  /** Names of values that the pact injects, by ours: `{ id: caseId }`. */
  readonly values: Readonly<Record<string, string>>;
}

/** By the name that the pact has for the state. */
export type StateMapping = Readonly<Record<string, MappedState>>;

interface MappingData {
  readonly states: Readonly<
    Record<
      string,
      {
        readonly is: readonly (string | { readonly name: string; readonly params?: JsonObject })[];
        readonly values?: Readonly<Record<string, string>>;
      }
    >
  >;
}

export function loadStateMapping(file: string): StateMapping {
  const { states } = validateData<MappingData>(file, schema, readDataFile(file));
  return Object.fromEntries(
    Object.entries(states).map(([name, { is, values = {} }]) => [
      name,
      {
        values,
        states: is.map((one) =>
          typeof one === 'string' ? { name: one, params: {} } : { name: one.name, params: one.params ?? {} },
        ),
      },
    ]),
  );
}

/** What the states of one interaction come to; `unknown` are those that neither the mapping nor a contract of ours has. */
export interface KnownStates {
  readonly states: readonly ProviderState[];
  readonly values: Readonly<Record<string, string>>;
  readonly unknown: readonly string[];
}

export function knownStates(
  states: readonly ProviderState[],
  mapping: StateMapping,
  ours: ReadonlySet<string>,
): KnownStates {
  const found = states.map((state) => {
    const mapped = Object.hasOwn(mapping, state.name) ? mapping[state.name] : undefined;
    if (mapped !== undefined) return { ...mapped, unknown: [] };
    return ours.has(state.name)
      ? { states: [state], values: {}, unknown: [] }
      : { states: [], values: {}, unknown: [state.name] };
  });
  return {
    states: found.flatMap((one) => one.states),
    values: Object.assign({}, ...found.map(({ values }): Record<string, Json> => values)),
    unknown: found.flatMap((one) => one.unknown),
  };
}
