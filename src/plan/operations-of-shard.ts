import { userErrors } from '../errors/catalogue.ts';
import type { Operation } from '../model/operation.ts';
import type { Shard } from '../model/report.ts';

/** The operations of one part of a run, every so-manieth of the list: the same part for the same list. */
export function operationsOfShard(
  operations: readonly Operation[],
  shard: Shard | undefined,
): readonly Operation[] {
  if (shard === undefined) return operations;
  const { index, of } = shard;
  const own = operations.filter((_, place) => place % of === index - 1);
  if (own.length === 0)
    throw userErrors.optionInvalid(
      '--shard',
      `${index}/${of}`,
      `at most ${operations.length} parts of these operations`,
    );
  return own;
}
