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
  if (other === undefined && isDocumentedInput(spec, operation, input))
    return { ...asSent(input, sent, operation), isDocumented: true };
  if (other !== undefined) return inWordsOf(turnedBack(input, other), sent, route, other);
  return formReading(input, sent, route) ?? { ...asSent(input, sent, operation), isDocumented: false };
}

/** On the one reading on which the request is as documented; undefined where it is on none. */
function formReading(
  input: RequestInput,
  sent: SentRequest,
  route: OperationRoute,
): MeantRequest | undefined {
  const { spec, operation } = route;
  for (const other of formsOf(spec)(operation)) {
    const turned = turnedBack(input, other);
    if (turned !== input && isDocumentedInput(spec, operation, turned))
      return inWordsOf(turned, sent, route, other);
  }
  return undefined;
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

/** What is as documented, or is so on no reading, is taken as it stands. */
function asSent(
  input: RequestInput,
  { path, query, headers, body }: SentRequest,
  { method }: Operation,
): Omit<MeantRequest, 'isDocumented'> {
  const text = input.body !== undefined && body !== undefined && 'text' in body ? body.text : undefined;
  return { input, request: { method, path, query, headers, body: text }, other: undefined };
}

function turnedBack(input: RequestInput, { reading }: OtherReading): RequestInput {
  return unpatchRequest(input, reading.request?.changes ?? []);
}

function inWordsOf(
  input: RequestInput,
  sent: SentRequest,
  { spec, operation, pathTemplate }: OperationRoute,
  other: OtherReading,
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
