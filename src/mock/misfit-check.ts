// Which parameter or body field is of a type, or has a value, that is not documented, if any.
import { tokensOf } from '../model/json-pointer.ts';
import type { InputCause } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { parameterViolations } from '../schema/parameter-violations.ts';
import { schemaViolations, type Violation } from '../schema/schema-violations.ts';
import type { MockRequest } from './mock-request.ts';
import { parameterValue } from './request-value.ts';
import type { Route } from './router.ts';

export interface Misfit {
  readonly kind: Exclude<InputCause, 'missing-field'>;
  readonly property: string;
  /** What would fit: `type boolean`, `one of ["a","b"]`. */
  readonly expected: string;
}

/** The first thing that does not fit: query parameters first, then body fields in the order of the schema. */
export function findMisfit(spec: Spec, route: Route, request: MockRequest): Misfit | undefined {
  return queryMisfits(spec, route, request)[0] ?? bodyMisfits(spec, route, request)[0];
}

function queryMisfits(spec: Spec, route: Route, request: MockRequest): readonly Misfit[] {
  return route.operation.parameters
    .filter(({ in: place, credential }) => place === 'query' && !credential)
    .flatMap((parameter) => {
      const text = parameterValue(parameter, route, request);
      const violations = text === undefined ? [] : parameterViolations(spec, parameter, text);
      return violations.flatMap((violation) => misfitOf(violation, parameter.name));
    });
}

function bodyMisfits(spec: Spec, { operation }: Route, { body }: MockRequest): readonly Misfit[] {
  if (operation.requestSchemaPointer === undefined || body === undefined) return [];
  return schemaViolations(spec, operation.requestSchemaPointer, body).flatMap((violation) =>
    misfitOf(violation, tokensOf(violation.pointer).at(-1) ?? 'body'),
  );
}

function misfitOf({ keyword, expected }: Violation, property: string): readonly Misfit[] {
  if (keyword === 'type') return [{ kind: 'wrong-type', property, expected }];
  return keyword === 'enum' || keyword === 'const'
    ? [{ kind: 'undocumented-value', property, expected }]
    : [];
}
