import type { HttpInteraction } from '../model/interaction.ts';
import type { Operation, OperationId } from '../model/operation.ts';
import type { ReadItems } from '../model/recorded.ts';
import { assignObserved, idOfObserved } from './assign-observed.ts';
import type { AssignedExchange } from './assigned-exchange.ts';
import type { CountedCase } from './counted-case.ts';
import type { CountedExchange, CountedStretch } from './counted-stretch.ts';
import { documentedOperations } from './documented-operations.ts';
import { foldInto } from './judge-into.ts';
import { addTo, type Observed, observationOf, slugOf } from './observed-so-far.ts';
import { interactionsOf } from './operation-interactions.ts';
import type { OperationObservation } from './operation-observation.ts';

/** Reads an exchange as a whole, which is asked for only where it is needed. */
export type ReadExchange = () => ReadItems;

/** The exchanges of a stretch, by their numbers in it from 0. */
export interface StretchFold {
  /** Can it be added by what was counted of it? */
  tells(number: number): boolean;
  /** One at a time and in their order, as any other exchange; what is not told cannot be added. */
  add(number: number, read: ReadExchange): Promise<void> | undefined;
}

/**
 * Adds what the exchanges show of fields at once, and the exchanges as they are asked for. Nothing is told of exchanges of
 * operations that are to be counted one by one, nor where their fields are more than there is room for.
 */
export function foldStretch(
  seen: Observed,
  { exchanges, told, fields }: CountedStretch,
  oneByOne: ReadonlySet<OperationId>,
): StretchFold {
  const firsts = new Map<OperationId, ReadonlySet<number>>();
  for (const [id, places] of fields) {
    const own = oneByOne.has(id) ? undefined : observed(seen, id)?.own;
    if (own?.fields.hasRoomFor(places) === true) firsts.set(id, own.fields.merge(places));
  }
  const known = told.map((one) => knownOf(seen, one, firsts));
  const at = (number: number): Known => known[exchanges[number] ?? -1] ?? WHOLE;
  return {
    tells: (number) => at(number).kind !== 'whole',
    add: (number, read) => add(seen, at(number), number, read),
  };
}

/** Is it told of an exchange what it comes to? */
export function isTold({ exchanges, told }: CountedStretch, number: number): boolean {
  const one = told[exchanges[number] ?? -1];
  return one !== undefined && one.kind !== 'whole';
}

/** What was told of exchanges, in the words of this observation. */
type Known =
  | Exclude<CountedExchange, { readonly kind: 'counted' }>
  | {
      readonly kind: 'observed';
      readonly own: OperationObservation;
      readonly interactions: readonly HttpInteraction[];
      readonly cases: readonly CountedCase[];
      /** Numbers of exchanges whose fields have shown something first. */
      readonly firsts: ReadonlySet<number>;
    };

const WHOLE: Known = { kind: 'whole' };

function knownOf(
  seen: Observed,
  told: CountedExchange,
  firsts: ReadonlyMap<OperationId, ReadonlySet<number>>,
): Known {
  if (told.kind !== 'counted') return told;
  const { operation: id, cases } = told;
  const found = observed(seen, id);
  if (found === undefined) return { kind: 'left-out' };
  const first = firsts.get(id);
  if (first === undefined) return WHOLE;
  const all = interactionsOf(seen.ground.suite.contracts)(found.operation);
  const interactions = told.interactions.flatMap((number) => all[number] ?? []);
  return { kind: 'observed', own: found.own, interactions, cases, firsts: first };
}

function add(seen: Observed, known: Known, number: number, read: ReadExchange): Promise<void> | undefined {
  seen.exchanges += 1;
  switch (known.kind) {
    case 'unmatched':
      seen.unmatched.add(known, () => placeIn(read()));
      return undefined;
    case 'left-out':
      seen.leftOut += 1;
      return undefined;
    case 'whole':
      throw new Error('what has to be observed as a whole is not added by what was counted of it');
    case 'observed': {
      const { own, interactions, cases, firsts } = known;
      const slug = slugOf(seen);
      const id = idOfObserved(own.operation.id, slug);
      const whole = () => wholeOf(seen, slug, read);
      const judged = { id, interactions, cases, showsNew: firsts.has(number), whole };
      return addTo(seen, own, () => foldInto(own, judged, seen.ground));
    }
  }
}

/** Undefined where the operation was not asked for. */
function observed(
  seen: Observed,
  id: OperationId,
): { readonly operation: Operation; readonly own: OperationObservation } | undefined {
  const documented = documentedOperations(seen.ground.suite).get(id);
  if (documented === undefined) return undefined;
  const { spec, operation } = documented;
  const own = observationOf(seen, spec, operation);
  return own && { operation, own };
}

function placeIn(items: ReadItems): string {
  const [item] = items instanceof Promise ? [] : items;
  return item?.kind === 'exchange' ? item.observed.at : '';
}

async function wholeOf({ ground }: Observed, slug: string, read: ReadExchange): Promise<AssignedExchange> {
  for (const item of await read()) {
    const assigned = item.kind === 'exchange' ? assignObserved(ground, item.observed, slug) : undefined;
    if (assigned?.kind === 'assigned') return assigned;
  }
  throw new Error('what was counted as an exchange of an operation is none when it is read again');
}
