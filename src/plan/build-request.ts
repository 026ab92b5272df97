import { withMember } from '../model/edit-json.ts';
import { encodeSegment } from '../model/encode-segment.ts';
import type { InteractionRequest } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import { inject, injectedValue, textOf } from './inject-state.ts';

/** The request of an interaction with the values of its provider states in place. */
export function buildRequest(
  request: InteractionRequest,
  values: Readonly<Record<string, Json>>,
): OutgoingRequest {
  const injected = new Map(request.injections.map(({ at, expression }) => [at, expression]));
  const fill = (at: string, plain: string): string => {
    const expression = injected.get(at);
    return expression === undefined ? plain : textOf(inject(expression, values));
  };
  const body = request.injections
    .filter(({ at }) => at.startsWith('body#'))
    .reduce<Json | undefined>(
      (changed, injection) =>
        changed &&
        withMember(changed, injection.at.slice('body#'.length), injectedValue(injection, values) ?? null),
      request.body,
    );
  return {
    method: request.method,
    path: injectPath(injected.get('path'), request.path, values),
    query: request.query.map(([name, value]) => [name, fill(`query.${name}`, value)]),
    headers: request.headers.map(([name, value]) => [name, fill(`header.${name}`, value)]),
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** Values go into a path encoded, so that an id can never become another route. */
function injectPath(
  expression: string | undefined,
  plain: string,
  values: Readonly<Record<string, Json>>,
): string {
  if (expression === undefined) return plain;
  const encoded = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, encodeSegment(textOf(value))]),
  );
  return textOf(inject(expression, encoded));
}
