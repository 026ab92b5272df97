import type { Contract } from '../model/contract.ts';

/** `consumer: why` of each contract that reads the place, something below it, or something above it. */
export function relyingContracts(
  contracts: readonly Contract[],
  operation: string,
  pointer: string,
): readonly string[] {
  return contracts
    .filter((contract) => contract.operation === operation)
    .flatMap(({ consumer, relies }) =>
      relies.filter(({ field }) => touches(pointer, field)).map(({ why }) => `${consumer}: ${why}`),
    );
}

/** The same place, one above it or one below it; a list index or key in the pointer matches `*` in the field. */
function touches(pointer: string, field: string): boolean {
  const actual = tokensIn(pointer);
  const relied = tokensIn(field);
  const shared = Math.min(actual.length, relied.length);
  return relied
    .slice(0, shared)
    .every((token, index) => token === '*' || token === actual[index] || actual[index] === '*');
}

/** `response.body#/data/id` is `response.body`, `data`, `id`. */
function tokensIn(pointer: string): readonly string[] {
  return pointer.replace('#', '').split('/');
}
