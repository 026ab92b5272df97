import { withMemberAt } from './edit-json.ts';
import type { Pair } from './exchange.ts';
import { isJsonObject, type Json } from './json.ts';
import { descend, writtenTokens } from './json-pointer.ts';

/** The parts of a request that have places. */
export interface RequestInput {
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly body: Json | undefined;
}

/** What a request has at `query.name`, `header.name` or `body#/pointer`. */
export function valueAtPlace({ query, headers, body }: RequestInput, at: string): Json | undefined {
  const { part, name } = placeOf(at);
  if (part === 'body') return descend(body, writtenTokens(name));
  return (part === 'query' ? query : headers).find(([sent]) => isName(part, sent, name))?.[1];
}

/** The request with a value there, or without anything when it is undefined. Objects on the way are made. */
export function withValueAt<Request extends RequestInput>(
  request: Request,
  at: string,
  value: Json | undefined,
): Request {
  const { part, name } = placeOf(at);
  if (part === 'body') return { ...request, body: withBodyValue(request.body, name, value) };
  if (part === 'query') return { ...request, query: withPair(part, request.query, name, value) };
  return { ...request, headers: withPair(part, request.headers, name, value) };
}

interface Place {
  readonly part: 'query' | 'header' | 'body';
  readonly name: string;
}

const places = new Map<string, Place>();

/** Places stand in specs, contracts and pact files: there are few, and each is taken apart once. */
function placeOf(at: string): Place {
  const known = places.get(at);
  if (known !== undefined) return known;
  const place = readPlace(at);
  places.set(at, place);
  return place;
}

function readPlace(at: string): Place {
  if (at.startsWith('body#')) return { part: 'body', name: at.slice('body#'.length) };
  if (at.startsWith('query.')) return { part: 'query', name: at.slice('query.'.length) };
  return { part: 'header', name: at.replace(/^header\./, '') };
}

/** Names of headers are the same in any case (RFC 9110, section 5.1). */
function isName(part: 'query' | 'header', sent: string, name: string): boolean {
  return part === 'query' ? sent === name : sent.toLowerCase() === name.toLowerCase();
}

function withPair(
  part: 'query' | 'header',
  pairs: readonly Pair[],
  name: string,
  value: Json | undefined,
): readonly Pair[] {
  const others = pairs.filter(([sent]) => !isName(part, sent, name));
  if (value === undefined) return others;
  return [...others, [name, typeof value === 'string' ? value : JSON.stringify(value)]];
}

function withBodyValue(body: Json | undefined, pointer: string, value: Json | undefined): Json | undefined {
  const tokens = writtenTokens(pointer);
  if (value === undefined) return body === undefined ? undefined : withMemberAt(body, tokens, undefined);
  let prepared: Json = isJsonObject(body) ? body : {};
  for (let depth = 1; depth < tokens.length; depth += 1) {
    const parent = tokens.slice(0, depth);
    const there = descend(prepared, parent);
    if (typeof there !== 'object' || there === null) prepared = withMemberAt(prepared, parent, {});
  }
  return withMemberAt(prepared, tokens, value);
}
