import type { Check } from '../model/check.ts';
import type { ObservedExchange } from '../model/observed.ts';
import type { OperationId } from '../model/operation.ts';
import { assignObserved } from './assign-observed.ts';
import type { AssignedExchange, AssignmentGround } from './assigned-exchange.ts';
import type { CountedStretch } from './counted-stretch.ts';
import { DistinctTold } from './distinct-told.ts';
import { UNBOUNDED } from './field-tally.ts';
import { judgeForCount } from './judge-assigned.ts';
import { OperationFields } from './operation-fields.ts';
import { interactionsOf } from './operation-interactions.ts';
import { generalPath } from './unmatched-tally.ts';

/** What exchanges are judged by where nothing is kept of them, and no contract is asked. */
export interface CountingGround extends AssignmentGround {
  readonly checks: readonly Check[];
  /** Operations that are judged; undefined where all are. */
  readonly wanted?: readonly OperationId[] | undefined;
}

interface Counting {
  readonly ground: CountingGround;
  readonly distinct: DistinctTold;
  readonly fields: Map<OperationId, OperationFields>;
}

/** The same exchanges come to the same, whatever was counted before. Undefined is one that cannot be told alone. */
export function countStretch(
  ground: CountingGround,
  exchanges: Iterable<ObservedExchange | undefined>,
): CountedStretch {
  const counting: Counting = { ground, distinct: new DistinctTold(), fields: new Map() };
  const { distinct, fields } = counting;
  const numbers: number[] = [];
  // One after the other: to have them all at once would keep each in memory for as long as the last.
  for (const observed of exchanges)
    numbers.push(
      observed === undefined ? distinct.whole() : countExchange(counting, observed, numbers.length),
    );
  return {
    exchanges: Uint32Array.from(numbers),
    told: distinct.told,
    fields: [...fields].map(([operation, own]) => [operation, own.tallied()]),
  };
}

/** The number of what it comes to. */
function countExchange(counting: Counting, observed: ObservedExchange, number: number): number {
  const { ground, distinct } = counting;
  try {
    const assigned = assignObserved(ground, observed, 'counted');
    if (assigned.kind === 'assigned') return countAssigned(counting, assigned, number);
    return distinct.unmatched(observed.exchange.request.method, generalPath(observed.url), assigned.reason);
  } catch {
    // Where it is judged as a whole the same comes to light, and is told there.
    return distinct.whole();
  }
}

function countAssigned(
  { ground, distinct, fields }: Counting,
  assigned: AssignedExchange,
  number: number,
): number {
  const { spec, operation } = assigned;
  if (ground.wanted?.includes(operation.id) === false) return distinct.leftOut();
  const { cases, subject } = judgeForCount(assigned, ground);
  const own = fields.get(operation.id) ?? new OperationFields(spec, operation, UNBOUNDED);
  fields.set(operation.id, own);
  own.count(subject, number);
  const all = interactionsOf(ground.suite.contracts)(operation);
  const interactions = assigned.interactions.map((one) => all.indexOf(one));
  return distinct.counted(operation.id, cases, interactions);
}
