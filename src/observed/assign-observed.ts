import type { Contract } from '../model/contract.ts';
import type { Exchange } from '../model/exchange.ts';
import type { HttpInteraction, Intent } from '../model/interaction.ts';
import type { Loss, ObservedExchange, ObservedPlan } from '../model/observed.ts';
import type { Operation } from '../model/operation.ts';
import type { Alternative, Origin, PlannedExchange } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';
import { alternativesOf } from '../plan/alternative-requests.ts';
import { findInteractions } from './find-interactions.ts';
import { inferIntent } from './infer-intent.ts';
import { type BaseUrls, type MatchedOperation, matchOperation } from './match-operation.ts';
import { type MeantRequest, meantRequest } from './meant-request.ts';
import type { OperationRoute } from './operation-routes.ts';
import { siblingCall } from './sibling-call.ts';
import { suppliedValues } from './supplied-values.ts';

/** An observed exchange in the words of the judges. */
export interface AssignedExchange {
  readonly kind: 'assigned';
  readonly spec: Spec;
  readonly operation: Operation;
  readonly planned: PlannedExchange;
  readonly exchange: Exchange;
  readonly alternative: Alternative | undefined;
  readonly superseded: readonly Exchange[];
  /** Why nothing can be judged of it; undefined where it can be. */
  readonly untold: string | undefined;
  /** Was it planned by a run of ours? Then it was masked when it was written. */
  readonly isOwn: boolean;
  /** The interactions of contracts that it may be held against. */
  readonly interactions: readonly HttpInteraction[];
}

export type Assignment = AssignedExchange | { readonly kind: 'unmatched'; readonly reason: string };

export interface AssignmentGround {
  readonly suite: Suite;
  readonly baseUrls?: BaseUrls;
}

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
    id: `${operation.id}/${slug}`,
    operation: operation.id,
    request: { method, path: match.path, query, headers, body },
    result: exchange.result,
    notifications: exchange.notifications,
    notificationWait: exchange.notificationWait,
    timing: exchange.timing,
  };
  return assignStranger(suite.contracts, match, seen, lost, observed.at);
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
  const sibling = meant.isDocumented ? undefined : siblingCall(spec, operation, meant.input.body);
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

interface Told {
  readonly intent: Intent;
  readonly alternative: Alternative | undefined;
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
const OBSERVED: Origin = { kind: 'observed' };
const NONE: readonly never[] = [];
const NO_VALUES = {};

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

function alternativeOf(
  { other, request: meant }: MeantRequest,
  { request: { body, ...sent } }: Exchange,
  pathTemplate: string,
): Alternative | undefined {
  if (other === undefined) return undefined;
  const { ambiguity, reading } = other;
  const text = body !== undefined && 'text' in body ? body.text : undefined;
  const after = reading.request?.path === undefined ? 'form' : 'route';
  return { ambiguity, reading: reading.id, after, pathTemplate, request: { ...sent, body: text }, meant };
}

function slotOf(
  { id }: Exchange,
  operation: Operation,
  title: string,
  request: PlannedExchange['request'],
  { intent, alternative }: Told,
): PlannedExchange {
  return {
    kind: 'planned',
    id,
    vendor: operation.vendor,
    operation: operation.id,
    title,
    origin: OBSERVED,
    intent,
    effects: operation.effects,
    risk: null,
    states: NONE,
    request,
    alternatives: alternative === undefined ? NONE : [alternative],
    masks: NONE,
    stateValues: NO_VALUES,
  };
}

/** The same, held against this interaction. */
export function heldAgainst(assigned: AssignedExchange, interaction: HttpInteraction): AssignedExchange {
  const { planned, isOwn } = assigned;
  if (isOwn) return assigned;
  const { consumer, id, states } = interaction;
  const { query, headers, body } = planned.request;
  const input = { query, headers, body: body === undefined ? undefined : JSON.parse(body) };
  const stateValues = suppliedValues(interaction, input, planned.request);
  const origin = { kind: 'contract', consumer, interaction: id } as const;
  return { ...assigned, planned: { ...planned, origin, states, stateValues } };
}

/** What a run of ours has seen is taken for what it was sent for. */
function assignOwn(suite: Suite, { exchange: seen }: ObservedExchange, plan: ObservedPlan): Assignment {
  const spec = suite.specs.find(({ operations }) => operations.some(({ id }) => id === plan.operation));
  const operation = spec?.operations.find(({ id }) => id === plan.operation);
  if (spec === undefined || operation === undefined)
    return { kind: 'unmatched', reason: `no spec documents ${plan.operation} any more` };
  const { reading, superseded, ...slot } = plan;
  const alternatives = alternativesOf({ operation, intent: plan.intent }, plan.request, spec.ambiguities);
  const alternative = alternatives.find(
    (one) => one.ambiguity === reading?.ambiguity && one.reading === reading.reading,
  );
  return {
    ...{ kind: 'assigned', spec, operation, alternative, superseded, untold: undefined, isOwn: true },
    planned: { ...slot, kind: 'planned', effects: operation.effects, risk: null, alternatives, masks: [] },
    exchange: { ...seen, id: plan.id, operation: plan.operation },
    interactions: suite.contracts
      .filter((contract) => contract.operation === plan.operation && contract.consumer === consumerOf(plan))
      .flatMap(({ interactions }) => interactions)
      .filter(({ id }) => plan.origin.kind === 'contract' && id === plan.origin.interaction),
  };
}

function consumerOf({ origin }: ObservedPlan): string | undefined {
  return origin.kind === 'contract' ? origin.consumer : undefined;
}
