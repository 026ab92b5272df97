import type { ParsedBody, Subject } from '../model/check.ts';
import type { Json } from '../model/json.ts';
import type { ExpressionScope } from '../model/runtime-expression.ts';
import { parseBody } from './parse-body.ts';

/** What runtime expressions of the spec can refer to in this exchange. */
export function expressionScope(subject: Subject): ExpressionScope {
  const { request, result } = subject.exchange;
  const response = result.kind === 'response' ? result.response : undefined;
  return {
    method: request.method,
    path: request.path,
    pathTemplate: templateFor(subject),
    query: request.query,
    requestHeaders: request.headers.map(([name, value]) => [name.toLowerCase(), value]),
    requestBody: request.body && jsonOf(parseBody(request.body)),
    status: response?.status,
    responseHeaders: response?.headers ?? [],
    responseBody: subject.body && jsonOf(subject.body),
  };
}

/** Another reading of the path has its parameters in the same order; the last segments are what they share. */
function templateFor({ operation, exchange }: Subject): string {
  const template = operation.path.split('/');
  const actual = exchange.request.path.split('/');
  const surplus = template.length - actual.length;
  if (surplus <= 0) return operation.path;
  return [...actual.slice(0, -1), template.at(-1) ?? ''].join('/');
}

export function jsonOf(body: ParsedBody): Json | undefined {
  return body.kind === 'json' ? body.value : undefined;
}
