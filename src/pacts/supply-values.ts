import type { HttpInteraction, Intent, InteractionRequest, StateInjection } from '../model/interaction.ts';
import { isJsonArray, type Json } from '../model/json.ts';
import { locate } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import { valueAtPlace } from '../model/request-place.ts';
import { namesIn } from '../model/wanted-values.ts';

/** Where the values of a request come from, and which of them nothing supplies. */
export interface Supply {
  readonly model: HttpInteraction;
  readonly injections: readonly StateInjection[];
  /** Places that name something of a tenant's, or that the pact wants a value for, with what belongs there. */
  readonly uncovered: readonly { readonly at: string; readonly kind: string }[];
}

/** Of the interactions of ours whose states would do, the one that leaves the least open and makes the least. */
export function bestSupply(
  operation: Operation,
  intent: Intent,
  request: InteractionRequest,
  models: readonly HttpInteraction[],
): Supply | undefined {
  const supplies = models.map((model) => supplyOf(operation, intent, request, model));
  return supplies.toSorted(
    (left, right) =>
      left.uncovered.length - right.uncovered.length || left.model.states.length - right.model.states.length,
  )[0];
}

function supplyOf(
  operation: Operation,
  intent: Intent,
  request: InteractionRequest,
  model: HttpInteraction,
): Supply {
  const names = new Set(model.request.injections.flatMap(({ expression }) => namesIn(expression)));
  // What the pact injects itself stays, as far as we know the names.
  const own = request.injections.filter(({ expression }) =>
    namesIn(expression).every((name) => names.has(name)),
  );
  const provoking = intent.kind === 'refused' && 'field' in intent ? intent.field : undefined;
  const lent = model.request.injections
    .flatMap((injection) => placed(injection, request))
    .filter(({ at }) => !own.some((one) => one.at === at));
  const injections = [...own, ...lent].filter(({ at }) => at !== provoking);
  const strange = request.injections.map(({ at, expression }) => ({ at, kind: expression }));
  const uncovered = [...named(operation, request), ...strange].filter(
    ({ at }) => at !== provoking && !injections.some((one) => covers(one.at, at)),
  );
  return { model, injections, uncovered };
}

/** The same value for the same place of this request; nothing where the request has nothing there. */
function placed(injection: StateInjection, request: InteractionRequest): readonly StateInjection[] {
  if (injection.at === 'path') return [{ ...injection, example: request.path }];
  const at = spelled(injection.at, request);
  const example = valueAtPlace(request, at);
  if (example === undefined || (isJsonArray(example) && example.length === 0)) return [];
  return [{ ...injection, at, example }];
}

/** Headers are named as the request has them. */
function spelled(at: string, { headers }: InteractionRequest): string {
  if (!at.startsWith('header.')) return at;
  const name = at.slice('header.'.length).toLowerCase();
  const sent = headers.find(([one]) => one.toLowerCase() === name)?.[0];
  return sent === undefined ? at : `header.${sent}`;
}

/** Places of the request that hold a credential, or an id of something of the tenant's. */
function named(operation: Operation, request: InteractionRequest): Supply['uncovered'] {
  const credentials = operation.parameters
    .filter(({ credential }) => credential)
    .map(({ name }) => ({ at: spelled(`header.${name}`, request), kind: 'credential' }));
  const touched = operation.touches.flatMap(({ at, kind }) =>
    placesAt(at, request.body).map((place) => ({ at: place, kind })),
  );
  return [...credentials, ...touched].filter(
    ({ at }) => at === 'path' || valueAtPlace(request, at) !== undefined,
  );
}

function placesAt(at: string, body: Json | undefined): readonly string[] {
  if (at.startsWith('path.')) return ['path'];
  if (!at.startsWith('body#')) return [at];
  return locate(body, at.slice('body#'.length)).map(({ pointer }) => `body#${pointer}`);
}

function covers(injected: string, place: string): boolean {
  return place === injected || place.startsWith(`${injected}/`);
}
