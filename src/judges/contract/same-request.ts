import { bytesOf } from '../../model/body-bytes.ts';
import type { Pair, SentRequest } from '../../model/exchange.ts';
import type { Json } from '../../model/json.ts';
import { jsonEqual } from '../../model/json-pointer.ts';

/** The request Pact makes of an interaction. */
export interface AskedRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/**
 * How the request of the contract differs from the one that was sent; undefined when they are the same. An answer
 * may only be held against a contract when it answers the contract's own request, which is compared in the words of the
 * primary reading whatever reading of the documents was followed.
 */
export function requestDifference(sent: SentRequest, asked: AskedRequest): string | undefined {
  const url = new URL(asked.url, 'http://contract');
  if (sent.method !== asked.method) return difference('method', sent.method, asked.method);
  const segments = (path: string) => JSON.stringify(path.split('/').map(decodeURIComponent));
  if (segments(sent.path) !== segments(url.pathname)) return difference('path', sent.path, url.pathname);
  const query = JSON.stringify([...url.searchParams].toSorted(byName));
  const sentQuery = JSON.stringify([...sent.query].toSorted(byName));
  if (query !== sentQuery) return difference('query', sentQuery, query);
  const body = sent.body === undefined ? '' : bytesOf(sent.body).toString('utf8');
  return isSameBody(body, asked.body) ? undefined : difference('body', body, asked.body);
}

function byName([left]: Pair, [right]: Pair): number {
  return left.localeCompare(right, 'en');
}

function isSameBody(left: string, right: string): boolean {
  if (left === right) return true;
  try {
    return jsonEqual(JSON.parse(left) as Json, JSON.parse(right) as Json);
  } catch {
    return false;
  }
}

function difference(part: string, sent: string, asked: string): string {
  return `the ${part} that was sent (${sent}) is not the contract's (${asked})`;
}
