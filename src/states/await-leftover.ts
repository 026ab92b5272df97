import type { OperationId } from '../model/operation.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import type { Leftover } from '../model/recipe.ts';
import { namesOfSearch } from '../model/recipe-names.ts';
import type { Values } from './fill-request.ts';
import type { Ledger } from './ledger.ts';
import { judgeMaking, knownBefore, type Making, writeDown } from './perform-step.ts';
import type { SendResult } from './send.ts';
import type { VendorMeans } from './vendor-means.ts';

/** A documented request that is about to be sent. */
export interface LeavingRequest {
  readonly operation: OperationId;
  readonly request: OutgoingRequest;
  /** Values of its provider states. */
  readonly values: Values;
  readonly marker: string;
}

/** Told of the answer once it is there; until then nobody knows whether anything was left behind. */
export type LeftoverWatch = (result: SendResult) => Making['kind'];

/**
 * Writes into the ledger what a documented request would leave behind, before it is sent. Of a request that leaves
 * nothing there is nothing to watch.
 */
export function awaitLeftover(
  { operation, request, values, marker }: LeavingRequest,
  { vendor, recipes }: VendorMeans,
  ledger: Ledger,
): LeftoverWatch {
  const leftover = recipes?.leftovers.find((candidate) => candidate.operation === operation);
  if (leftover === undefined) return () => 'not-made';
  const { says, what, undo, stays, captures, expects } = leftover;
  const search = isSearchable(leftover, request, values) ? leftover.search : undefined;
  const item = ledger.intend({
    ...{ vendor, says, what, marker },
    // A refusal may be provoked with nobody's login; what is left then is taken away with the tenant's own.
    signsInAs: '',
    values: knownBefore({ undo, search, captures }, values),
    undo: undo ?? null,
    search: search ?? null,
    stays: stays ?? null,
  });
  return (result) => {
    const making = judgeMaking({ accepts: SUCCESSES, expects, captures }, result, values);
    writeDown(ledger, item, making);
    return making.kind;
  };
}

const SUCCESSES = Array.from({ length: 100 }, (_, index) => 200 + index);

/** A request that was altered on purpose may lack the very text that would be searched for. */
function isSearchable({ search }: Leftover, request: OutgoingRequest, values: Values): boolean {
  if (search === undefined) return false;
  const sent = `${request.path} ${JSON.stringify(request.query)} ${request.body ?? ''}`;
  return namesOfSearch(search).every((name) => {
    const value = values[name];
    return value !== undefined && sent.includes(JSON.stringify(value));
  });
}
