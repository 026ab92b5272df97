import { parseBody } from '../judges/parse-body.ts';
import { encodeSegment } from '../model/encode-segment.ts';
import type { SentRequest } from '../model/exchange.ts';
import { oncePer } from '../model/once-per.ts';
import type { Operation } from '../model/operation.ts';
import { unpatchRequest } from '../model/patch-request.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import type { RequestInput } from '../model/request-place.ts';
import { pathParameters } from '../model/runtime-expression.ts';
import type { Spec } from '../model/spec.ts';
import { isDocumentedInput } from '../schema/is-documented-input.ts';
import type { OperationRoute, OtherReading } from './operation-routes.ts';

/** A request in the words of the primary reading, and the reading it was sent after where that is another one. */
export interface MeantRequest {
  readonly input: RequestInput;
  readonly request: OutgoingRequest;
  readonly other: OtherReading | undefined;
  /** Does the document let a caller send it? */
  readonly isDocumented: boolean;
}

/** Why a request cannot be read at all. */
export interface Unreadable {
  readonly reason: string;
}

/** `sent` has its path below the base. */
export function meantRequest(sent: SentRequest, route: OperationRoute): MeantRequest | Unreadable {
  const body = sent.body === undefined ? { kind: 'empty' as const } : parseBody(sent.body);
  if (body.kind === 'unparseable') return { reason: 'the body of the request is no JSON' };
  const { query, headers } = sent;
  const input = { query, headers, body: body.kind === 'json' ? body.value : undefined };
  const { spec, operation, other } = route;
  if (other === undefined && isDocumentedInput(spec, operation, input)) {
    const text = sent.body !== undefined && 'text' in sent.body ? sent.body.text : undefined;
    const { path } = sent;
    const request = { method: operation.method, path, query, headers, body: text };
    return { input, request, other: undefined, isDocumented: true };
  }
  const followed = other ?? formReading(spec, operation, input);
  return inWordsOf(followed === undefined ? input : turnedBack(input, followed), sent, route, followed);
}

/** The one reading on which the request is as documented; what is as documented on none is taken as it stands. */
function formReading(spec: Spec, operation: Operation, input: RequestInput): OtherReading | undefined {
  return formsOf(spec)(operation).find((other) =>
    isDocumentedInput(spec, operation, turnedBack(input, other)),
  );
}

/** Readings on which a request has another form at the same address. */
const formsOf = oncePer((spec: Spec) =>
  oncePer((operation: Operation): readonly OtherReading[] =>
    spec.ambiguities
      .filter(({ operations }) => operations.includes(operation.id))
      .flatMap(({ id, readings }) => readings.map((reading) => ({ ambiguity: id, reading })))
      .filter(({ reading: { primary, request } }) => !primary && request !== undefined)
      .filter(({ reading: { request } }) => request?.path === undefined && request?.method === undefined),
  ),
);

function turnedBack(input: RequestInput, { reading }: OtherReading): RequestInput {
  return unpatchRequest(input, reading.request?.changes ?? []);
}

function inWordsOf(
  input: RequestInput,
  sent: SentRequest,
  { spec, operation, pathTemplate }: OperationRoute,
  other: OtherReading | undefined,
): MeantRequest {
  const values = pathParameters(pathTemplate, sent.path) ?? {};
  const path =
    pathTemplate === operation.path
      ? sent.path
      : operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeSegment(values[name] ?? ''));
  const { query, headers, body } = input;
  const text = body === undefined ? undefined : JSON.stringify(body);
  const request = { method: operation.method, path, query, headers, body: text };
  return { input, other, request, isDocumented: isDocumentedInput(spec, operation, input) };
}
