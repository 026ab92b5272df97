import type { Contract } from '../model/contract.ts';
import type { HttpInteraction } from '../model/interaction.ts';
import { oncePer } from '../model/once-per.ts';
import type { Operation } from '../model/operation.ts';

/** All interactions of an operation, in the order of the contracts: the number of one is its place here. */
export const interactionsOf = oncePer((contracts: readonly Contract[]) =>
  oncePer(({ id }: Operation): readonly HttpInteraction[] =>
    contracts.filter(({ operation }) => operation === id).flatMap(({ interactions }) => interactions),
  ),
);
