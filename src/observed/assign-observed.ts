import type { Contract } from '../model/contract.ts';
import type { Exchange } from '../model/exchange.ts';
import type { HttpInteraction, Intent } from '../model/interaction.ts';
import type { Loss, ObservedExchange } from '../model/observed.ts';
import type { OperationId } from '../model/operation.ts';
import type { PlannedExchange } from '../model/plan.ts';
import { assignOwn } from './assign-own.ts';
import type { AssignedExchange, Assignment, AssignmentGround } from './assigned-exchange.ts';
import { findInteractions } from './find-interactions.ts';
import { inferIntent } from './infer-intent.ts';
import { type MatchedOperation, matchOperation } from './match-operation.ts';
import { type MeantRequest, meantRequest } from './meant-request.ts';
import { alternativeOf, type Meant, slotOf } from './observed-slot.ts';
import type { OperationRoute } from './operation-routes.ts';
import { siblingCall } from './sibling-call.ts';

/** Finds the operation of an exchange, and what its request was meant to provoke. */
export function assignObserved(
  { suite, baseUrls }: AssignmentGround,
  observed: ObservedExchange,
  slug: string,
): Assignment {
  if (observed.planned !== undefined) return assignOwn(suite, observed, observed.planned);
  const { exchange, url, lost = [] } = observed;
  const match = matchOperation(suite, { method: exchange.request.method, url }, baseUrls);
  if (match.kind === 'unmatched') return match;
  const { operation } = match.route;
  const query = match.query.length > 0 ? match.query : exchange.request.query;
  const { method, headers, body } = exchange.request;
  // Member by member here and below: recordings are long, and copying objects of any form takes its time.
  const seen: Exchange = {
    id: idOfObserved(operation.id, slug),
    operation: operation.id,
    request: { method, path: match.path, query, headers, body },
    result: exchange.result,
    notifications: exchange.notifications,
    notificationWait: exchange.notificationWait,
    timing: exchange.timing,
  };
  return assignStranger(suite.contracts, match, seen, lost, observed.at);
}

/** Of an exchange that nobody planned. */
export function idOfObserved(operation: OperationId, slug: string): string {
  return `${operation}/${slug}`;
}

function assignStranger(
  contracts: readonly Contract[],
  { route }: MatchedOperation,
  exchange: Exchange,
  lost: readonly Loss[],
  title: string,
): Assignment {
  const { spec, operation } = route;
  const meant = meantRequest(exchange.request, route);
  if ('reason' in meant) {
    const { method, path, query, headers } = exchange.request;
    const unread = { method, path, query, headers, body: undefined };
    const told = { intent: SUCCESS, alternative: undefined, untold: meant.reason };
    return assigned(route, exchange, slotOf(exchange, operation, title, unread, told), told, []);
  }
  const sibling = siblingCall(operation, meant.broken);
  if (sibling !== undefined) return { kind: 'unmatched', reason: sibling };
  const told = tellIntent(meant, route, exchange, lost);
  const { intent, untold } = told;
  const interactions =
    untold === undefined && isAnswered(exchange, intent)
      ? findInteractions(contracts, { spec, operation, intent }, meant.input)
      : [];
  const planned = slotOf(exchange, operation, title, meant.request, told);
  return assigned(route, exchange, planned, told, interactions);
}

interface Told extends Meant {
  readonly untold: string | undefined;
}

function tellIntent(
  meant: MeantRequest,
  { spec, operation, pathTemplate }: OperationRoute,
  exchange: Exchange,
  lost: readonly Loss[],
): Told {
  const inferred = inferIntent({
    spec,
    operation,
    input: meant.input,
    isDocumented: meant.isDocumented,
    broken: meant.broken,
    exchange: inWordsOf(meant, exchange),
    mayLackCredentials: lost.includes('credentials'),
  });
  return {
    intent: inferred.kind === 'told' ? inferred.intent : SUCCESS,
    alternative: alternativeOf(meant, exchange, pathTemplate),
    untold: whyLost(lost) ?? (inferred.kind === 'untold' ? inferred.reason : undefined),
  };
}

function assigned(
  { spec, operation }: OperationRoute,
  exchange: Exchange,
  planned: PlannedExchange,
  { alternative, untold }: Told,
  interactions: readonly HttpInteraction[],
): AssignedExchange {
  return {
    kind: 'assigned',
    spec,
    operation,
    planned,
    exchange,
    alternative,
    superseded: NONE,
    untold,
    isOwn: false,
    interactions,
  };
}

const SUCCESS: Intent = { kind: 'accepted', outcome: 'success' };
const NONE: readonly never[] = [];

function inWordsOf({ other, request: { body, ...rest } }: MeantRequest, exchange: Exchange): Exchange {
  if (other === undefined) return exchange;
  return { ...exchange, request: { ...rest, body: body === undefined ? undefined : { text: body } } };
}

/** Where the request did not get through, the contract was not put to the test. */
function isAnswered({ result }: Exchange, { kind }: Intent): boolean {
  if (result.kind === 'failure') return false;
  return kind === 'refused' || (result.response.status >= 200 && result.response.status < 300);
}

function whyLost(lost: readonly Loss[]): string | undefined {
  if (lost.includes('response-body')) return 'the recording does not hold the body of the answer';
  if (lost.includes('request-body')) return 'the recording does not hold the body of the request';
  return undefined;
}
