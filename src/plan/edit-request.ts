import { withMember } from '../model/edit-json.ts';
import type { InteractionRequest, StateInjection } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import { valueAt } from '../model/json-pointer.ts';

const QUERY = 'query.';
const BODY = 'body#';

/** What a request has at `query.name` or `body#/pointer`, examples where a state supplies it. */
export function valueOfPlace(request: InteractionRequest, at: string): Json | undefined {
  if (!at.startsWith(QUERY)) return valueAt(request.body, at.slice(BODY.length));
  return request.query.find(([name]) => name === at.slice(QUERY.length))?.[1];
}

export function withoutPlace(request: InteractionRequest, at: string): InteractionRequest {
  return { ...edit(request, at, undefined), injections: injectionsApartFrom(request, at) };
}

/** The place filled with a value, and with what states supply of it. */
export function withPlace(
  request: InteractionRequest,
  at: string,
  value: Json,
  injections: readonly StateInjection[] = [],
): InteractionRequest {
  return {
    ...edit(request, at, value),
    injections: [...injectionsApartFrom(request, at), ...injections],
  };
}

export function injectionsAt(request: InteractionRequest, at: string): readonly StateInjection[] {
  return request.injections.filter((injection) => isAtOrBelow(injection.at, at));
}

function injectionsApartFrom(request: InteractionRequest, place: string): readonly StateInjection[] {
  return request.injections.filter(({ at }) => !isAtOrBelow(at, place));
}

function isAtOrBelow(at: string, place: string): boolean {
  return at === place || at.startsWith(`${place}/`);
}

function edit(request: InteractionRequest, at: string, value: Json | undefined): InteractionRequest {
  if (at.startsWith(QUERY))
    return { ...request, query: editQuery(request.query, at.slice(QUERY.length), value) };
  const { body } = request;
  return { ...request, body: body && withMember(body, at.slice(BODY.length), value) };
}

function editQuery(
  query: InteractionRequest['query'],
  name: string,
  value: Json | undefined,
): InteractionRequest['query'] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (!query.some(([sent]) => sent === name)) return value === undefined ? query : [...query, [name, text]];
  return query.flatMap(([sent, old]) => {
    if (sent !== name) return [[sent, old] as const];
    return value === undefined ? [] : [[name, text] as const];
  });
}
