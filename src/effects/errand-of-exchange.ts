import type { Json } from '../model/json.ts';
import { locate } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import type { Alternative, OutgoingRequest, PlannedExchange } from '../model/plan.ts';
import { pathParameters } from '../model/runtime-expression.ts';
import type { Errand, Named } from './errand.ts';

/** What a planned request is sent for, whom it names, and what it does to them. */
export function errandOfExchange(
  { title, origin, effects, masks }: PlannedExchange,
  request: OutgoingRequest,
  operation: Operation,
  reading: Pick<Alternative, 'pathTemplate' | 'meant'> | undefined = undefined,
): Errand {
  if (origin.kind === 'observed') throw new TypeError('what was only observed is never sent');
  // In the words of another reading somebody may be named where the spec does not look.
  const meant = reading === undefined ? [] : namesIn(reading.meant, operation, operation.path);
  return {
    purpose: 'operation',
    says: title,
    operation: operation.id,
    sending: origin.kind,
    effects,
    names: [...namesIn(request, operation, reading?.pathTemplate ?? operation.path), ...meant],
    isReading: reading !== undefined,
    baresCredential: masks.some(({ secret }) => standsInAddress(secret, request)),
  };
}

function standsInAddress(secret: string, { path, query }: OutgoingRequest): boolean {
  const isThere = (text: string) => text.includes(secret) || text.includes(encodeURIComponent(secret));
  return secret !== '' && (isThere(path) || query.some(([, value]) => isThere(value)));
}

/** The values at the places where the spec says that somebody or something is named; null, lists and objects name nobody. */
export function namesIn(
  request: OutgoingRequest,
  { touches }: Operation,
  pathTemplate: string,
): readonly Named[] {
  return touches.flatMap(({ at, kind }) =>
    valuesAt(at, request, pathTemplate)
      .filter((value) => typeof value === 'string' || typeof value === 'number')
      .map((value) => ({ kind, value })),
  );
}

function valuesAt(at: string, request: OutgoingRequest, pathTemplate: string): readonly Json[] {
  const [place = '', rest = ''] = [at.slice(0, at.search(/[.#]/)), at.slice(at.search(/[.#]/) + 1)];
  switch (place) {
    case 'path':
      return definite(pathParameters(pathTemplate, request.path)?.[rest]);
    case 'query':
      return request.query.filter(([name]) => name === rest).map(([, value]) => value);
    case 'header':
      return request.headers
        .filter(([name]) => name.toLowerCase() === rest.toLowerCase())
        .map(([, value]) => value);
    default:
      return locate(bodyOf(request), rest).map(({ value }) => value);
  }
}

function definite(value: string | undefined): readonly Json[] {
  return value === undefined ? [] : [value];
}

/** A body that is no JSON names nobody that could be told apart: such a request is not built. */
function bodyOf({ body }: OutgoingRequest): Json | undefined {
  return body === undefined ? undefined : (JSON.parse(body) as Json);
}
