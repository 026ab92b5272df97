import type { Json } from '../model/json.ts';
import type { PactNote } from '../model/report.ts';
import type { Spec } from '../model/spec.ts';
import { compareWithSpec } from './compare-with-spec.ts';
import { responseForPact } from './expected-answer.ts';
import type { HttpOfPact, PactOfAnyone } from './pact-of-anyone.ts';

/** Whether there is such an operation at all is told apart from what it is like. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['request.path-or-method.unknown']);

/** What a pact relies on though the document does not say it, found before anything is sent. */
export async function unfoundedReliances(spec: Spec, pact: PactOfAnyone): Promise<readonly PactNote[]> {
  const found = await compareWithSpec(spec.document, inV4(pact));
  return found.flatMap(({ code, says, place }): readonly PactNote[] => {
    const [, index = '', rest = ''] = /^\/interactions\/(\d+)(.*)$/s.exec(place) ?? [];
    const exchange = pact.exchanges[Number(index)];
    if (exchange === undefined || TOLD_ELSEWHERE.has(code)) return [];
    const told = says.charAt(0).toLowerCase() + says.slice(1);
    const at = exchange.pointer + placeInFile(pact, rest);
    return [{ kind: 'not-documented', place: at, interaction: exchange.description, says: told }];
  });
}

/** The comparator knows one form of a body; in V4 it stands one level deeper. */
function placeInFile({ specification }: PactOfAnyone, rest: string): string {
  return specification === 'V4' ? rest.replace(/^\/(request|response)\/body/, '$&/content') : rest;
}

/** All of them as V4, since bodies in base64 are beyond the comparator. */
function inV4({ consumer, provider, exchanges }: PactOfAnyone): Json {
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: exchanges.map(interactionInV4),
    metadata: { pactSpecification: { version: '4.0' } },
  };
}

function interactionInV4({ description, request, response }: HttpOfPact): Json {
  const { method, path, query, headers, body } = request;
  const sent =
    body === undefined ? {} : { body: { content: body, contentType: 'application/json', encoded: false } };
  return {
    type: 'Synchronous/HTTP',
    description,
    request: { method, path, query, headers, ...sent },
    response: responseForPact(response),
  };
}
