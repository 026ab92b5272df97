import { slugOf } from '../load/load-interactions.ts';
import { interactionRequestOf } from '../load/pact-request.ts';
import type {
  HttpInteraction,
  InteractionRequest,
  ProviderState,
  StateInjection,
} from '../model/interaction.ts';
import type { JsonObject } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import { sentValues } from '../model/sent-values.ts';
import type { Spec } from '../model/spec.ts';
import { keysOfExample, responseForPact, returnedPlaces } from './expected-answer.ts';
import { provocationOf } from './intent-of-pact.ts';
import { jsonPathOf } from './json-path-of.ts';
import type { HttpOfPact, PactOfAnyone } from './pact-of-anyone.ts';
import { type KnownStates, knownStates, type StateMapping } from './state-mapping.ts';
import { bestSupply, type Supply } from './supply-values.ts';

/** What is known besides the pact: the documents, what our own contracts rely on, and what the user has mapped. */
export interface Acquaintance {
  readonly spec: Spec;
  readonly operation: Operation;
  /** Interactions of our contracts for the operation. */
  readonly ours: readonly HttpInteraction[];
  readonly mapping: StateMapping;
}

/** An interaction of somebody else's pact as one of a contract: with an intent, and with states that supply its values. */
export function ownInteraction(
  pact: PactOfAnyone,
  exchange: HttpOfPact,
  { spec, operation, ours, mapping }: Acquaintance,
): HttpInteraction {
  const names = new Set(ours.flatMap(({ states }) => states.map(({ name }) => name)));
  const known = knownStates(exchange.states, mapping, names);
  const plain = plainRequest(exchange, known.values);
  const provocation = provocationOf(spec, operation, exchange, known, ours);
  const supply = provocation && bestSupply(operation, provocation.intent, plain, provocation.models);
  const injections = supply?.injections ?? [];
  const states = supply === undefined ? [] : withParams(supply.model.states, known.states);
  const obstacle = obstacleOf(exchange, supply, known);
  const common = { consumer: pact.consumer, vendor: spec.vendor, operation: operation.id };
  return {
    kind: 'http',
    id: `${slugOf(pact.consumer)}-${slugOf(exchange.description)}`,
    ...common,
    description: titleOf(pact, exchange),
    intent: provocation?.intent ?? { kind: 'accepted', outcome: 'success' },
    states,
    request: { ...plain, injections },
    notifications: [],
    pact: pactOf(exchange, states, plain, injections),
    sources: [],
    brought: {
      from: pact.from,
      ...(obstacle === undefined ? {} : { obstacle }),
      returned: returnedPlaces(operation, exchange, [...injections, ...asItStands(plain, injections)]),
    },
  };
}

/** What is sent as the pact has it. A recorded request has something else there, and so may its answer. */
function asItStands(
  request: InteractionRequest,
  injections: readonly StateInjection[],
): readonly StateInjection[] {
  return sentValues(request)
    .filter(({ at }) => !injections.some((one) => one.at === at))
    .map(({ at, name, value }) => ({ at, expression: `\${${name}}`, example: value }));
}

/** Several consumers may use the same words. */
export function titleOf(
  { consumer }: Pick<PactOfAnyone, 'consumer'>,
  { description }: Pick<HttpOfPact, 'description'>,
): string {
  return `${consumer}: ${description}`;
}

/** The request with the examples of the pact, its own values by the names that our states have for them. */
function plainRequest({ request }: HttpOfPact, values: Readonly<Record<string, string>>): InteractionRequest {
  const { method, path, query, headers, body, generators } = request;
  const read = interactionRequestOf({
    ...{ method, path, query, headers, generators },
    ...(body === undefined ? {} : { body: { content: body } }),
  });
  const renamed = (expression: string) =>
    expression.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => `\${${values[name] ?? name}}`);
  return {
    ...read,
    injections: read.injections.map((one) => ({ ...one, expression: renamed(one.expression) })),
  };
}

/** The states of ours that supply the values, with the parameters that the pact or the mapping gives them. */
function withParams(
  states: readonly ProviderState[],
  known: readonly ProviderState[],
): readonly ProviderState[] {
  return states.map(({ name, params }) => ({
    name,
    params: { ...params, ...known.find((one) => one.name === name)?.params },
  }));
}

/** Why it cannot be sent; undefined when it can. */
function obstacleOf(
  exchange: HttpOfPact,
  supply: Supply | undefined,
  { unknown }: KnownStates,
): string | undefined {
  const hint = `say with --states what ${unknown.map((name) => `"${name}"`).join(', ')} is in our words`;
  if (supply === undefined) {
    const what = `nothing tells what makes the target answer ${exchange.response.status}`;
    return unknown.length === 0 ? what : `${what}; ${hint}`;
  }
  if (supply.uncovered.length > 0) {
    const places = supply.uncovered.map(({ at, kind }) => `${at} (${kind})`).join(', ');
    const what = `no provider state supplies ${places}, and the examples of a pact are never sent`;
    return unknown.length === 0 ? what : `${what}; ${hint}`;
  }
  const keys = keysOfExample(exchange, supply.injections);
  if (keys === undefined) return undefined;
  return `the pact expects response.body#${keys} under the ids of its example; use eachKey or values there`;
}

/** The interaction as Pact's verifier gets it: the same expectations, of the request that is sent. */
function pactOf(
  { description, response }: HttpOfPact,
  states: readonly ProviderState[],
  { method, path, query, headers, body }: InteractionRequest,
  injections: readonly StateInjection[],
): JsonObject {
  const generators = generatorsOf(injections, body);
  return {
    type: 'Synchronous/HTTP',
    description,
    providerStates: states.map(({ name, params }) => ({ name, params })),
    request: {
      ...{ method, path, query: lists(query), headers: lists(headers), generators },
      ...(body === undefined
        ? {}
        : { body: { content: body, contentType: 'application/json', encoded: false } }),
    },
    response: responseForPact(response),
  };
}

function lists(pairs: InteractionRequest['query']): JsonObject {
  const names = [...new Set(pairs.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => [name, pairs.filter(([other]) => other === name).map(([, value]) => value)]),
  );
}

function generatorsOf(injections: readonly StateInjection[], body: InteractionRequest['body']): JsonObject {
  const categories: Record<string, JsonObject> = {};
  for (const { at, expression } of injections) {
    const generator = { type: 'ProviderState', expression };
    const [, part = 'path', name = ''] = /^(query|header|body)[.#](.*)$/s.exec(at) ?? [];
    const key = part === 'body' ? jsonPathOf(name, body) : name;
    categories[part] = part === 'path' ? generator : { ...categories[part], [key]: generator };
  }
  return categories;
}
