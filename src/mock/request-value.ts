// Values of a request, by place and name or by runtime expression.
import type { Pair } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import type { Parameter } from '../model/operation.ts';
import { evaluateExpression } from '../model/runtime-expression.ts';
import type { MockRequest } from './mock-request.ts';
import type { Route } from './router.ts';

export function parameterValue(
  parameter: Pick<Parameter, 'in' | 'name'>,
  route: Route,
  request: MockRequest,
): string | undefined {
  switch (parameter.in) {
    case 'path':
      return route.parameters[parameter.name];
    case 'query':
      return firstValue(request.query, parameter.name);
    case 'header':
      return firstValue(request.headers, parameter.name.toLowerCase());
    default:
      return parameter.in satisfies never;
  }
}

export function expressionValue(
  expression: string,
  route: Route,
  request: MockRequest,
  answered: Json | undefined,
): Json | undefined {
  const name = /^\$request\.path\.(.+)$/.exec(expression)?.[1];
  if (name !== undefined) return route.parameters[name];
  return evaluateExpression(expression, {
    method: request.method,
    path: request.fullPath,
    pathTemplate: route.template,
    query: request.query,
    requestHeaders: request.headers,
    requestBody: request.body,
    status: undefined,
    responseHeaders: [],
    responseBody: answered,
  });
}

function firstValue(pairs: readonly Pair[], name: string): string | undefined {
  return pairs.find(([candidate]) => candidate === name)?.[1];
}
