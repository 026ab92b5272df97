import type { ParsedBody, Subject } from '../model/check.ts';
import type { Json } from '../model/json.ts';
import type { ExpressionScope } from '../model/runtime-expression.ts';
import { whileSame } from '../model/while-same.ts';
import { parseBody } from './parse-body.ts';

/** What runtime expressions of the spec can refer to in this exchange; read once, as every check asks. */
export const expressionScope = whileSame(readScope);

function readScope(subject: Subject): ExpressionScope {
  const { request, result } = subject.exchange;
  const response = result.kind === 'response' ? result.response : undefined;
  return {
    method: request.method,
    path: request.path,
    pathTemplate: subject.pathTemplate,
    query: request.query,
    requestHeaders: request.headers,
    requestBody: request.body && jsonOf(parseBody(request.body)),
    status: response?.status,
    responseHeaders: response?.headers ?? [],
    responseBody: subject.body && jsonOf(subject.body),
  };
}

export function jsonOf(body: ParsedBody): Json | undefined {
  return body.kind === 'json' ? body.value : undefined;
}
