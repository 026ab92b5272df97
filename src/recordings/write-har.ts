import { bytesOf } from '../model/body-bytes.ts';
import type { Body, Pair } from '../model/exchange.ts';
import type { ObservedExchange, ObservedPlan } from '../model/observed.ts';
import type { UnplannedExchange } from '../model/plan.ts';
import type { RecordedItem } from '../model/recorded.ts';
import type { ConformanceMember, HarPair } from './recorded-shapes.ts';

/** Who writes it, and when what is in it began. */
export interface HarOrigin {
  readonly tool: { readonly name: string; readonly version: string };
  readonly startedAt: Date;
}

/** The evidence of a run as HAR 1.2; what the format has no place for stands in members with an underscore. */
export async function* writeHar(
  items: AsyncIterable<RecordedItem>,
  { tool, startedAt }: HarOrigin,
): AsyncGenerator<string> {
  let unsent: UnplannedExchange[] = [];
  let at = startedAt.getTime();
  let separator = '';
  yield `{"log":{"version":"1.2","creator":${JSON.stringify(tool)},"entries":[`;
  for await (const item of items) {
    if (item.kind === 'unsent') unsent.push(item.slot);
    if (item.kind !== 'exchange') continue;
    yield `${separator}\n${JSON.stringify({ ...entryOf(item.observed, at), ...(unsent.length > 0 && { _unsent: unsent }) })}`;
    [separator, unsent] = [',', []];
    at += item.observed.exchange.timing.responseMs;
  }
  yield `\n],"_unsent":${JSON.stringify(unsent)}}}\n`;
}

/** Evidence tells how long an answer took and not when it came: entries follow each other without a pause. */
function entryOf({ exchange, planned, url, sentAt }: ObservedExchange, at: number): object {
  const { request, result, timing } = exchange;
  const response = result.kind === 'response' ? result.response : undefined;
  return {
    startedDateTime: new Date(sentAt ?? at).toISOString(),
    time: timing.responseMs,
    request: {
      method: request.method,
      url: planned === undefined ? url : addressOf(planned, exchange.request),
      ...ANY_HTTP,
      headers: harPairs(request.headers),
      queryString: harPairs(request.query),
      ...(request.body === undefined ? {} : { postData: postDataOf(request.body, request.headers) }),
      bodySize: request.body === undefined ? 0 : bytesOf(request.body).length,
    },
    response: {
      status: response?.status ?? 0,
      statusText: '',
      ...ANY_HTTP,
      headers: harPairs(response?.headers ?? []),
      content: contentOf(response?.body ?? { text: '' }, response?.headers ?? []),
      redirectURL: headerIn(response?.headers ?? [], 'location') ?? '',
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: timing.responseMs, receive: 0 },
    ...(planned === undefined ? {} : { _conformance: memberOf(planned, exchange) }),
  };
}

const ANY_HTTP = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1 };

/** Evidence does not tell the vendor's host: it may name the account. */
function addressOf(
  { vendor }: ObservedPlan,
  { path, query }: ObservedExchange['exchange']['request'],
): string {
  const pairs = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return `https://${vendor}.invalid${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

function postDataOf(body: Body, headers: readonly Pair[]): object {
  const mimeType = headerIn(headers, 'content-type') ?? 'application/octet-stream';
  return 'text' in body ? { mimeType, text: body.text } : { mimeType, text: body.base64, encoding: 'base64' };
}

function contentOf(body: Body, headers: readonly Pair[]): object {
  const about = {
    size: bytesOf(body).length,
    mimeType: headerIn(headers, 'content-type') ?? 'application/octet-stream',
  };
  return 'text' in body ? { ...about, text: body.text } : { ...about, text: body.base64, encoding: 'base64' };
}

function memberOf(
  { id, operation, stateValues, reading, superseded, ...plan }: ObservedPlan,
  { request, result, notifications, notificationWait }: ObservedExchange['exchange'],
): ConformanceMember {
  const redirect = result.kind === 'response' ? result.response.redirect : undefined;
  const { body, ...rest } = plan.request;
  return {
    ...{ exchange: id, operation, stateValues, superseded, notifications, notificationWait },
    plan: { ...plan, request: body === undefined ? rest : { ...rest, body } },
    path: request.path,
    ...(reading === undefined || reading === null ? {} : { reading }),
    ...(redirect === undefined ? {} : { redirect }),
    ...(result.kind === 'failure' ? { failure: result.failure } : {}),
  };
}

function harPairs(pairs: readonly Pair[]): readonly HarPair[] {
  return pairs.map(([name, value]) => ({ name, value }));
}

function headerIn(headers: readonly Pair[], wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}
