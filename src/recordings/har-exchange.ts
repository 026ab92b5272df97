import { bodyOf, bytesOf } from '../model/body-bytes.ts';
import type { Body, Exchange, Pair, ReceivedResponse, SentRequest } from '../model/exchange.ts';
import type { Loss, ObservedExchange } from '../model/observed.ts';
import { decodeContent } from '../targets/decode-content.ts';
import { redirectOf } from '../targets/redirect-of.ts';
import { type HarEntry, pairsOf } from './recorded-shapes.ts';

/** What comes out of a body that is still compressed. */
const MOST_BODY_BYTES = 64 * 1024 * 1024;

/** `keepsCredentials`: is the recorder known to write down every header? */
export function exchangeOfEntry(entry: HarEntry, at: string, keepsCredentials: boolean): ObservedExchange {
  const { request, response, time } = entry;
  const sent = sentRequest(request);
  const headers = (response.headers ?? []).map(({ name, value }): Pair => [name.toLowerCase(), value]);
  const lost: Loss[] = [];
  if (!keepsCredentials) lost.push('credentials');
  if (isRequestBodyLost(request, sent)) lost.push('request-body');
  if (isBodyLost(entry, headers)) lost.push('response-body');
  const sentAt = Date.parse(entry.startedDateTime ?? '');
  return {
    at,
    url: request.url,
    exchange: {
      request: sent,
      result: resultOf(entry, headers),
      notifications: [],
      notificationWait: { kind: 'not-awaited' },
      timing: { responseMs: Math.max(0, time ?? 0) },
    },
    ...(Number.isNaN(sentAt) ? {} : { sentAt }),
    ...(lost.length === 0 ? {} : { lost }),
  };
}

/** Most recorders decode what was compressed; what is still no text may have been left as it came. */
export function mayBePacked({ exchange: { result } }: ObservedExchange): boolean {
  return result.kind === 'response' && !('text' in result.response.body);
}

export async function withPlainBody(observed: ObservedExchange): Promise<ObservedExchange> {
  const { result } = observed.exchange;
  if (result.kind === 'failure') return observed;
  const { headers, body } = result.response;
  try {
    const plain = bodyOf(await decodeContent(bytesOf(body), headers, MOST_BODY_BYTES));
    const response = { ...result.response, body: plain };
    return { ...observed, exchange: { ...observed.exchange, result: { ...result, response } } };
  } catch {
    return observed;
  }
}

function sentRequest({ method, url, headers, queryString, postData }: HarEntry['request']): SentRequest {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? url;
  return {
    method,
    path,
    query: pairsOf(queryString),
    // HTTP/2 has its first line among the headers, with names no header can have.
    headers: pairsOf(headers?.filter(({ name }) => !name.startsWith(':'))),
    body: postBody(postData),
  };
}

function postBody(postData: HarEntry['request']['postData']): Body | undefined {
  if (postData === undefined || postData === null) return undefined;
  const { text, encoding, params } = postData;
  if (typeof text === 'string') return encoding === 'base64' ? bodyOf(Buffer.from(text, 'base64')) : { text };
  // Of a form some recorders keep the fields alone.
  if (params === undefined || params === null || params.length === 0) return undefined;
  return { text: String(new URLSearchParams(params.map(({ name, value }) => [name, value ?? '']))) };
}

function isRequestBodyLost({ bodySize }: HarEntry['request'], { body, headers }: SentRequest): boolean {
  return body === undefined && Math.max(bodySize ?? 0, lengthIn(headers)) > 0;
}

function resultOf({ request, response }: HarEntry, headers: readonly Pair[]): Exchange['result'] {
  const { status } = response;
  if (status < 100) {
    const said = response._error ?? response._failureText ?? 'the recording has no answer';
    return { kind: 'failure', failure: { code: 'NO_ANSWER', phase: 'response', message: said } };
  }
  const body = contentOf(response);
  const mayRedirect = status >= 300 && status < 400 && URL.canParse(request.url);
  const redirect = mayRedirect ? redirectOf(status, headers, new URL(request.url)) : undefined;
  const received: ReceivedResponse = { status, headers, body, ...(redirect && { redirect }) };
  return { kind: 'response', response: received };
}

function contentOf({ content }: HarEntry['response']): Body {
  const { text, encoding } = content ?? {};
  if (typeof text !== 'string') return { text: '' };
  return encoding === 'base64' ? bodyOf(Buffer.from(text, 'base64')) : { text };
}

const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** Browsers drop bodies that nobody looks at any more. */
function isBodyLost({ request, response }: HarEntry, headers: readonly Pair[]): boolean {
  const { status, content, bodySize } = response;
  if (typeof content?.text === 'string' || status < 100) return false;
  if (BODILESS.has(status) || request.method.toUpperCase() === 'HEAD') return false;
  return Math.max(content?.size ?? 0, bodySize ?? 0, lengthIn(headers)) > 0;
}

function lengthIn(headers: readonly Pair[]): number {
  const value = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
  return Number(value ?? 0) || 0;
}
