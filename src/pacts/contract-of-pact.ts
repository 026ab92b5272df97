import type { Contract } from '../model/contract.ts';
import type { HttpInteraction } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';
import { reliances } from './expected-answer.ts';
import { ownInteraction } from './own-interaction.ts';
import { type TiedMessage, withMessages } from './own-messages.ts';
import type { HttpOfPact, PactOfAnyone } from './pact-of-anyone.ts';
import type { StateMapping } from './state-mapping.ts';

/** What a pact has to say of one operation. */
export interface PartOfPact {
  readonly pact: PactOfAnyone;
  readonly operation: Operation;
  readonly exchanges: readonly HttpOfPact[];
  readonly messages: readonly TiedMessage[];
}

export function contractOf(
  { pact, operation, exchanges, messages }: PartOfPact,
  spec: Spec,
  suite: Suite,
  mapping: StateMapping,
): Contract {
  const ours = suite.contracts
    .filter((contract) => contract.operation === operation.id)
    .flatMap(({ interactions }) => interactions);
  const interactions = exchanges.map((one) => ownInteraction(pact, one, { spec, operation, ours, mapping }));
  const { consumer, from: file } = pact;
  return {
    ...{ consumer, file, vendor: spec.vendor, operation: operation.id },
    relies: reliances(exchanges),
    rules: [],
    interactions: withMessages(pact, interactions, messages, ours),
  };
}

/** A consumer may have several pact files: one contract for each operation all the same. */
export function joinContracts(contracts: readonly Contract[]): readonly Contract[] {
  const joined = new Map<string, Contract>();
  const taken = new Map<string, number>();
  for (const one of contracts) {
    const key = JSON.stringify([one.consumer, one.operation]);
    const earlier = joined.get(key);
    joined.set(key, {
      ...one,
      relies: [...(earlier?.relies ?? []), ...one.relies],
      interactions: [
        ...(earlier?.interactions ?? []),
        ...one.interactions.map((interaction) => ({ ...interaction, id: freeId(interaction, taken) })),
      ],
    });
  }
  return [...joined.values()];
}

/** Two interactions may have the same words, in other states or of consumers whose names differ in a sign. */
function freeId({ operation, id }: HttpInteraction, taken: Map<string, number>): string {
  const key = `${operation}/${id}`;
  const before = taken.get(key) ?? 0;
  taken.set(key, before + 1);
  return before === 0 ? id : `${id}-${before + 1}`;
}
