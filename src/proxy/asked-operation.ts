import type { Operation } from '../model/operation.ts';
import { type MatchedOperation, matchOperation } from '../observed/match-operation.ts';
import type { ObservationGround } from '../observed/observation-ground.ts';
import type { PassingRequest } from './onlooker.ts';

/** The documented operation that a request asks for, of the vendor that it goes to. */
export function matchOf(
  { suite, baseUrls }: ObservationGround,
  { method, destination, target }: PassingRequest,
): MatchedOperation | undefined {
  const match = matchOperation(suite, { method, url: destination.base.origin + target }, baseUrls);
  return match.kind === 'matched' && match.route.operation.vendor === destination.vendor ? match : undefined;
}

export function operationsOf({ suite }: ObservationGround, vendor: string): readonly Operation[] {
  return suite.specs.find((spec) => spec.vendor === vendor)?.operations ?? [];
}

/** Does it speak of notifications? Clients append the kind of message to the endpoint. */
export function isEndpoint({ below, destination }: PassingRequest, { notifications }: Operation): boolean {
  const endpoint = destination.notifications.endpoint ?? notifications?.endpoint;
  const [path = ''] = below.split('?');
  return notifications !== undefined && endpoint !== undefined && `${path}/`.startsWith(`${endpoint}/`);
}
