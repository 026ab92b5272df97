import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import type { ReadingContext, RequestOfPact, ResponseOfPact, Values } from './pact-of-anyone.ts';
import { readBody } from './read-body.ts';
import { readGenerators } from './read-generators.ts';
import { readRules } from './read-rules.ts';

export function requestOf(context: ReadingContext, raw: JsonObject, pointer: string): RequestOfPact {
  const headers = ownHeaders(valuesOf(raw['headers']));
  const body = readBody(context, raw, 'body', contentTypeOf(headers), pointer);
  // Rules for a request are for the consumer's own tests; they are read to refuse what nobody knows.
  readRules(context, raw['matchingRules'], `${pointer}/matchingRules`);
  const isTyped = body === undefined || contentTypeOf(headers) !== undefined;
  const request = {
    method: String(raw['method']).toUpperCase(),
    path: String(raw['path']),
    query: queryOf(raw['query']),
    headers: isTyped ? headers : { ...headers, 'Content-Type': [String(body['contentType'])] },
    // A body of nothing but null is how some write that there is none.
    body: body?.['content'] ?? undefined,
  };
  return readGenerators(context, request, raw['generators'], `${pointer}/generators`);
}

export function responseOf(context: ReadingContext, raw: JsonObject, pointer: string): ResponseOfPact {
  const { status = 200 } = raw;
  const headers = valuesOf(raw['headers']);
  return {
    status: Number(status),
    headers,
    body: readBody(context, raw, 'body', contentTypeOf(headers), pointer),
    matchingRules: readRules(context, raw['matchingRules'], `${pointer}/matchingRules`),
  };
}

/** A text such as `a=1&b=2` before V3, lists by name since then. */
function queryOf(query: Json | undefined): Values {
  if (typeof query !== 'string') return valuesOf(query);
  const pairs = [...new URLSearchParams(query)];
  return Object.fromEntries(
    pairs.map(([name]) => [name, pairs.filter(([other]) => other === name).map(([, value]) => value)]),
  );
}

function valuesOf(values: Json | undefined): Values {
  if (!isJsonObject(values)) return {};
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isJsonArray(value) ? value.map(String) : [String(value)],
    ]),
  );
}

/** Those of a connection are made anew by whoever sends. */
const OF_CONNECTION = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
]);

function ownHeaders(headers: Values): Values {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !OF_CONNECTION.has(name.toLowerCase())),
  );
}

function contentTypeOf(headers: Values): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1][0];
}
