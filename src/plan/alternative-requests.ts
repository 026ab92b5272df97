import { encodeSegment } from '../model/encode-segment.ts';
import type { Intent } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import { isAtOrBelow, patchRequest, unpatchRequest } from '../model/patch-request.ts';
import type { Alternative, OutgoingRequest, ReadingDoubt } from '../model/plan.ts';
import type { Ambiguity, RequestPatch } from '../model/reading.ts';
import type { RequestInput } from '../model/request-place.ts';
import { pathParameters } from '../model/runtime-expression.ts';

/** The request as each other reading of the documents has it, one ambiguity at a time, where it is another request. */
export function alternativesOf(
  { operation, intent }: { readonly operation: Operation; readonly intent: Intent },
  request: OutgoingRequest,
  ambiguities: readonly Ambiguity[],
): readonly Alternative[] {
  // One ambiguity at a time: what is sent in the form of a reading already is not bent once more.
  if (intent.kind === 'accepted' && intent.variant?.reading !== undefined) return [];
  return ambiguities
    .filter(({ operations }) => operations.includes(operation.id))
    .flatMap(({ id, readings }) =>
      readings.flatMap((reading) => {
        const patch = reading.primary ? undefined : reading.request;
        if (patch === undefined || hidesMistake(patch, intent)) return [];
        const patched = patchedBy(patch, operation, request, placeOf(intent));
        if (patched === undefined) return [];
        const after = doubtOf(patch, operation);
        return [
          {
            ambiguity: id,
            reading: reading.id,
            after,
            pathTemplate: patch.path ?? operation.path,
            ...patched,
          },
        ];
      }),
    );
}

/** What is to be refused would be written over. */
function hidesMistake({ changes }: RequestPatch, intent: Intent): boolean {
  const mistaken = intent.kind === 'refused' ? placeOf(intent) : undefined;
  return changes.some(
    (change) => change.kind === 'copy' && mistaken !== undefined && isAtOrBelow(mistaken, change.to),
  );
}

/** The one place that a derived request is about. */
function placeOf(intent: Intent): string | undefined {
  if (intent.kind === 'accepted') return intent.variant?.field;
  return 'field' in intent ? intent.field : undefined;
}

function patchedBy(
  { method, path, changes }: RequestPatch,
  operation: Operation,
  request: OutgoingRequest,
  about: string | undefined,
): Pick<Alternative, 'request' | 'meant'> | undefined {
  const filled = path === undefined ? request.path : filledPath(path, operation, request);
  if (filled === undefined) return undefined;
  const routed = { ...request, path: filled, method: method ?? request.method };
  const isElsewhere = routed.path !== request.path || routed.method !== request.method;
  const input = inputOf(request);
  const patched = patchRequest(input, changes, about);
  if (patched === undefined) return isElsewhere ? { request: routed, meant: request } : undefined;
  const meant = unpatchRequest(patched, changes);
  return { request: withInput(routed, patched), meant: withInput(request, meant) };
}

function filledPath(template: string, operation: Operation, { path }: OutgoingRequest): string | undefined {
  const parameters = pathParameters(operation.path, path);
  if (parameters === undefined) return undefined;
  return template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeSegment(parameters[name] ?? ''));
}

function inputOf({ query, headers, body }: OutgoingRequest): RequestInput {
  // What is planned is what `buildRequest` has made of JSON.
  return { query, headers, body: body === undefined ? undefined : (JSON.parse(body) as Json) };
}

function withInput(request: OutgoingRequest, { query, headers, body }: RequestInput): OutgoingRequest {
  return { ...request, query, headers, body: body === undefined ? undefined : JSON.stringify(body) };
}

/** A wrong route is refused before anything in the request is read, and a stranger before the rest of it is. */
function doubtOf({ method, path, changes }: RequestPatch, { parameters }: Operation): ReadingDoubt {
  if (method !== undefined || path !== undefined) return 'route';
  const credentials = parameters
    .filter(({ credential }) => credential)
    .map(({ name, in: place }) => `${place}.${name}`);
  const isOfCredentials = changes.some(
    (change) => change.kind === 'move' && credentials.includes(change.from),
  );
  return isOfCredentials ? 'credentials' : 'form';
}
