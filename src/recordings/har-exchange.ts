import { bodyOf } from '../model/body-bytes.ts';
import type { Body, Exchange, Pair, ReceivedResponse, SentRequest } from '../model/exchange.ts';
import type { Loss, ObservedExchange } from '../model/observed.ts';
import { decodeContent } from '../targets/decode-content.ts';
import { redirectOf } from '../targets/redirect-of.ts';
import { type HarEntry, pairsOf } from './recorded-shapes.ts';

/** What comes out of a body that is still compressed. */
const MOST_BODY_BYTES = 64 * 1024 * 1024;

/** `keepsCredentials`: is the recorder known to write down every header? */
export async function exchangeOfEntry(
  entry: HarEntry,
  at: string,
  keepsCredentials: boolean,
): Promise<ObservedExchange> {
  const { request, response, time } = entry;
  const sent = sentRequest(request);
  const headers = pairsOf(response.headers).map(([name, value]): Pair => [name.toLowerCase(), value]);
  const lost: readonly Loss[] = [
    ...(keepsCredentials ? [] : (['credentials'] as const)),
    ...(isRequestBodyLost(request) ? (['request-body'] as const) : []),
    ...(isBodyLost(entry, headers) ? (['response-body'] as const) : []),
  ];
  const sentAt = Date.parse(entry.startedDateTime ?? '');
  return {
    at,
    url: request.url,
    exchange: {
      request: sent,
      result: await resultOf(entry, headers),
      notifications: [],
      notificationWait: { kind: 'not-awaited' },
      timing: { responseMs: Math.max(0, time ?? 0) },
    },
    ...(Number.isNaN(sentAt) ? {} : { sentAt }),
    ...(lost.length === 0 ? {} : { lost }),
  };
}

function sentRequest({ method, url, headers, queryString, postData }: HarEntry['request']): SentRequest {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? url;
  return {
    method,
    path,
    query: pairsOf(queryString),
    // HTTP/2 has its first line among the headers, with names no header can have.
    headers: pairsOf(headers).filter(([name]) => !name.startsWith(':')),
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

function isRequestBodyLost({ postData, bodySize, headers }: HarEntry['request']): boolean {
  return postBody(postData) === undefined && Math.max(bodySize ?? 0, lengthIn(pairsOf(headers))) > 0;
}

async function resultOf(
  { request, response }: HarEntry,
  headers: readonly Pair[],
): Promise<Exchange['result']> {
  const { status } = response;
  if (status < 100) {
    const said = response._error ?? response._failureText ?? 'the recording has no answer';
    return { kind: 'failure', failure: { code: 'NO_ANSWER', phase: 'response', message: said } };
  }
  const body = await contentOf(response, headers);
  const redirect = URL.canParse(request.url) ? redirectOf(status, headers, new URL(request.url)) : undefined;
  const received: ReceivedResponse = { status, headers, body, ...(redirect && { redirect }) };
  return { kind: 'response', response: received };
}

async function contentOf({ content }: HarEntry['response'], headers: readonly Pair[]): Promise<Body> {
  const { text, encoding } = content ?? {};
  if (typeof text !== 'string') return { text: '' };
  if (encoding !== 'base64') return { text };
  const body = bodyOf(Buffer.from(text, 'base64'));
  if ('text' in body) return body;
  // Most recorders decode what was compressed; what is still no text may have been left as it came.
  try {
    return bodyOf(await decodeContent(Buffer.from(body.base64, 'base64'), headers, MOST_BODY_BYTES));
  } catch {
    return body;
  }
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
