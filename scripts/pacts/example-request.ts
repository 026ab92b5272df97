import { MatchersV3 } from '@pact-foundation/pact';
import type { DescribedInteraction } from '../../contracts/interaction-draft.ts';
import type { Pair } from '../../src/model/exchange.ts';
import type { OutgoingRequest } from '../../src/model/plan.ts';

/** The request of an interaction with the example in place of each matcher. */
export function exampleRequest({ request }: DescribedInteraction): OutgoingRequest {
  const { method, path, query, headers, body } = request;
  const contentType: readonly Pair[] = body === undefined ? [] : [['Content-Type', 'application/json']];
  return {
    method,
    path: String(MatchersV3.reify(path)),
    query: examplePairs(query),
    headers: [...examplePairs(headers), ...contentType],
    body: body === undefined ? undefined : JSON.stringify(MatchersV3.reify(body)),
  };
}

function examplePairs(templates: unknown): readonly Pair[] {
  return Object.entries(templates ?? {}).map(([name, template]: [string, unknown]) => [
    name,
    String(MatchersV3.reify(template)),
  ]);
}
