// Which required parameter or body field is missing, if any.
import { tokensOf } from '../model/json-pointer.ts';
import type { Spec } from '../model/spec.ts';
import { schemaViolations, type Violation } from '../schema/schema-violations.ts';
import type { MockRequest } from './mock-request.ts';
import { parameterValue } from './request-value.ts';
import type { Route } from './router.ts';

/** Name of the first thing missing: parameters first, then body fields from the outside in. */
export function findMissingField(spec: Spec, route: Route, request: MockRequest): string | undefined {
  return missingParameter(route, request) ?? missingBodyField(spec, route, request);
}

function missingParameter(route: Route, request: MockRequest): string | undefined {
  return route.operation.parameters.find(
    (parameter) =>
      parameter.required && !parameter.credential && (parameterValue(parameter, route, request) ?? '') === '',
  )?.name;
}

function missingBodyField(spec: Spec, { operation }: Route, request: MockRequest): string | undefined {
  if (operation.requestSchemaPointer === undefined) return undefined;
  // No body, or none that is JSON, lacks every field; one that is `null` is of a wrong type.
  const body = request.body === undefined ? {} : request.body;
  return schemaViolations(spec, operation.requestSchemaPointer, body)
    .toSorted((left, right) => tokensOf(left.pointer).length - tokensOf(right.pointer).length)
    .map(missingName)
    .find((name) => name !== undefined);
}

/** A broken choice is a field missing as well: a body holds it in one of several places, or in none. */
function missingName({ keyword, pointer, expected }: Violation): string | undefined {
  if (keyword === 'required') return tokensOf(pointer).at(-1);
  return keyword === 'anyOf' ? expected : undefined;
}
