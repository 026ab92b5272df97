import type { MockRequestLogEntry } from '../mock/mock-request-log-entry.ts';
import type { SentRequest } from '../model/exchange.ts';
import { firstOf, type Members, membersOf, textOf } from './members-of.ts';
import { bodyOfValue, bodyReader } from './read-body.ts';
import { readHeaders } from './read-headers.ts';

/** A request as somebody's test has it, at its address. */
export interface ReadRequest {
  readonly url: string;
  readonly request: SentRequest;
}

/**
 * Reads a `Request`, `{ method, url, headers, body }`, or what axios, supertest or got keep beside an answer; undefined
 * where method and address cannot be told.
 */
export async function readRequest(given: unknown, answeredAt?: string): Promise<ReadRequest | undefined> {
  const members = innermost(membersOf(given));
  const url = textOf(addressOf(members)) ?? answeredAt;
  const method = textOf(members?.['method']);
  if (members === undefined || url === undefined || method === undefined) return undefined;
  const read = bodyReader(given);
  const body = read === undefined ? bodyIn(members) : await read();
  const headers = readHeaders(firstOf(members, 'headers', 'header'));
  const isEmpty = body === undefined || ('text' in body && body.text === '');
  return at(withParams(url, members['params']), {
    method: method.toUpperCase(),
    headers,
    body: isEmpty ? undefined : body,
  });
}

/** got keeps its request within the options of it. */
function innermost(members: Members | undefined): Members | undefined {
  return membersOf(members?.['options']) ?? members;
}

/** axios may keep the address in two parts. */
function addressOf(members: Members | undefined): unknown {
  const url = firstOf(members, 'url');
  const base = textOf(members?.['baseURL']);
  if (base === undefined || typeof url !== 'string' || /^[a-z]+:/i.test(url)) return url;
  return `${base.replace(/\/$/, '')}/${url.replace(/^\//, '')}`;
}

function bodyIn(members: Members) {
  const value = firstOf(members, 'body', 'data', '_data', 'json');
  return value === undefined ? undefined : bodyOfValue(value);
}

/** axios adds these to the address when it sends. */
function withParams(url: string, params: unknown): string {
  const added = membersOf(params);
  if (added === undefined) return url;
  const pairs = readHeaders(added instanceof URLSearchParams ? [...added] : added);
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return search === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${search}`;
}

function at(url: string, sent: Omit<SentRequest, 'path' | 'query'>): ReadRequest {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  return { url, request: { ...sent, path: pathname, query: [...searchParams] } };
}

/** The request of an entry of a mock's log. */
export function requestOfLog({ method, headers, body }: MockRequestLogEntry, url: string): ReadRequest {
  return at(url, { method, headers, body: body === undefined ? undefined : { text: JSON.stringify(body) } });
}
