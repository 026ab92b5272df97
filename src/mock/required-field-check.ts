// Which required parameter or body field is missing, if any.
import { isJsonObject, type Json } from '../model/json.ts';
import { childOf, tokensOf } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import type { MockRequest } from './mock-request.ts';
import { parameterValue } from './request-value.ts';
import type { Route } from './router.ts';

/** Name of the first thing missing: parameters first, then body fields from the outside in. */
export function findMissingField(route: Route, request: MockRequest): string | undefined {
  return missingParameter(route, request) ?? missingBodyField(route.operation, request.body);
}

function missingParameter(route: Route, request: MockRequest): string | undefined {
  return route.operation.parameters.find(
    (parameter) =>
      parameter.required && !parameter.credential && (parameterValue(parameter, route, request) ?? '') === '',
  )?.name;
}

function missingBodyField(operation: Operation, sent: Json | undefined): string | undefined {
  // A body that is no object lacks every field of one.
  const body = isJsonObject(sent) ? sent : {};
  return operation.requiredFields
    .map(({ pointer }) => tokensOf(pointer))
    .toSorted((left, right) => left.length - right.length)
    .find((path) => lacks(body, path))
    ?.at(-1);
}

function lacks(body: Json, path: readonly string[]): boolean {
  const parent = path.slice(0, -1).reduce<Json | undefined>(childOf, body);
  return isJsonObject(parent) && childOf(parent, path.at(-1) ?? '') === undefined;
}
