import type { Json } from './json.ts';
import { descend, locate, writtenTokens } from './json-pointer.ts';

/** What an OpenAPI runtime expression can look at. */
export interface ExpressionScope {
  readonly method: string;
  readonly path: string;
  readonly pathTemplate: string;
  readonly query: readonly (readonly [string, string])[];
  /** Names in any case, as those of the answer. */
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly requestBody: Json | undefined;
  readonly status: number | undefined;
  readonly responseHeaders: readonly (readonly [string, string])[];
  readonly responseBody: Json | undefined;
}

const EXPRESSION = /^\$(request|response)\.(path|query|header|body)(?:\.([^#]+))?(?:#(.*))?$/;

/**
 * Value of a runtime expression (OAS 3.1, section 4.8.20.4); undefined when there is nothing at it. Beyond the
 * standard, a body pointer may hold `*`: the value is then the list of what was found.
 */
export function evaluateExpression(expression: string, scope: ExpressionScope): Json | undefined {
  const { side, place, name, pointer } = partsOf(expression);
  switch (place) {
    case 'path':
      return name === undefined ? undefined : pathParameter(scope, name);
    case 'query':
      return scope.query.find(([candidate]) => candidate === name)?.[1];
    case 'header':
      return headerNamed(side === 'request' ? scope.requestHeaders : scope.responseHeaders, name ?? '');
    case 'body':
      return bodyValue(side === 'request' ? scope.requestBody : scope.responseBody, pointer);
    default:
      return undefined;
  }
}

interface ExpressionParts {
  readonly side: string | undefined;
  readonly place: string | undefined;
  readonly name: string | undefined;
  readonly pointer: string;
}

const taken = new Map<string, ExpressionParts>();

/** Expressions stand in specs alone: there are few, and each is taken apart once. */
function partsOf(expression: string): ExpressionParts {
  const known = taken.get(expression);
  if (known !== undefined) return known;
  const [, side, place, name, pointer = ''] = EXPRESSION.exec(expression) ?? [];
  const parts = { side, place, name, pointer };
  taken.set(expression, parts);
  return parts;
}

export function isRuntimeExpression(text: string): boolean {
  return EXPRESSION.test(text);
}

function bodyValue(body: Json | undefined, pointer: string): Json | undefined {
  if (!pointer.includes('*')) return descend(body, writtenTokens(pointer));
  const found = locate(body, pointer).map(({ value }) => value);
  return found.length === 0 ? undefined : found;
}

function headerNamed(headers: ExpressionScope['requestHeaders'], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1];
}

function pathParameter(scope: ExpressionScope, name: string): string | undefined {
  return pathParameters(scope.pathTemplate, scope.path)?.[name];
}

/** Values of a path template's parameters, decoded; undefined when the path does not fit the template. */
export function pathParameters(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = template.split('/');
  const actual = path.split('/');
  if (wanted.length !== actual.length) return undefined;
  const found: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = actual[index] ?? '';
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined && segment !== value) return undefined;
    if (name !== undefined) found[name] = decode(value);
  }
  return found;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
