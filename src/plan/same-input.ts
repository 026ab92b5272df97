import { withMember } from '../model/edit-json.ts';
import type { InteractionRequest, StateInjection } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import { jsonEqual } from '../model/json-pointer.ts';

/** Do two requests send the same, wherever the values of their states come from? */
export function isSameInput(left: InteractionRequest, right: InteractionRequest): boolean {
  return jsonEqual(inputOf(left), inputOf(right));
}

/** What is sent, with the name of what a state supplies in place of its example. */
function inputOf(request: InteractionRequest): Json {
  const supplied = new Map(request.injections.map((injection) => [injection.at, labelOf(injection)]));
  const pairs = (prefix: string, list: InteractionRequest['query']) =>
    Object.fromEntries(
      list.map(([name, value]) => [name.toLowerCase(), supplied.get(`${prefix}.${name}`) ?? value]),
    );
  const body = request.injections
    .filter(({ at }) => at.startsWith('body#'))
    .reduce<Json>(
      (filled, injection) => withMember(filled, injection.at.slice('body#'.length), labelOf(injection)),
      request.body ?? null,
    );
  return {
    method: request.method,
    path: supplied.get('path') ?? request.path,
    query: pairs('query', request.query),
    headers: pairs('header', request.headers),
    body,
  };
}

function labelOf({ expression, form }: StateInjection): string {
  return form === undefined ? expression : `${expression} as ${form}`;
}
