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
import { isDocumentedInput, isDocumentedQuery } from '../schema/is-documented-input.ts';
import { schemaViolations, type Violation } from '../schema/schema-violations.ts';
import type { OperationRoute, OtherReading } from './operation-routes.ts';

/** A request in the words of the primary reading, and the reading it was sent after where that is another one. */
export interface MeantRequest {
  readonly input: RequestInput;
  readonly request: OutgoingRequest;
  readonly other: OtherReading | undefined;
  /** Does the document let a caller send it? */
  readonly isDocumented: boolean;
  /** What its body breaks of the documented one. */
  readonly broken: readonly Violation[];
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
  if (route.other !== undefined) return inWordsOf(turnedBack(input, route.other), sent, route, route.other);
  const told = asSent(input, sent, route);
  return told.isDocumented ? told : (formReading(input, sent, route) ?? told);
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
  { spec, operation }: OperationRoute,
): MeantRequest {
  const text = input.body !== undefined && body !== undefined && 'text' in body ? body.text : undefined;
  const request = { method: operation.method, path, query, headers, body: text };
  const { isDocumented, broken } = weighed(spec, operation, input);
  return { input, request, other: undefined, isDocumented, broken };
}

function weighed(
  spec: Spec,
  operation: Operation,
  { query, body }: RequestInput,
): Pick<MeantRequest, 'isDocumented' | 'broken'> {
  const schema = operation.requestSchemaPointer;
  // A request that has to have a body and has none breaks what a body has to be.
  const broken = schema === undefined ? NOTHING : schemaViolations(spec, schema, body ?? null);
  return { isDocumented: broken.length === 0 && isDocumentedQuery(spec, operation, query), broken };
}

const NOTHING: readonly Violation[] = [];

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
  const { isDocumented, broken } = weighed(spec, operation, input);
  return { input, other, request, isDocumented, broken };
}
