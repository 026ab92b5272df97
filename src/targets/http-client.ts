import { Agent, type Dispatcher } from 'undici';
import { bodyOf } from '../model/body-bytes.ts';
import type { Pair, ReceivedResponse, TransportFailure } from '../model/exchange.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import { decodeContent } from './decode-content.ts';
import { sendFailureOf } from './send-failure.ts';

export interface HttpClientOptions {
  /** Milliseconds for the whole answer. */
  readonly timeoutMs: number;
  /** Bytes of an answer's body beyond which it is given up. */
  readonly maxBodyBytes?: number;
}

export type SendResult =
  | { readonly kind: 'response'; readonly response: ReceivedResponse; readonly responseMs: number }
  | { readonly kind: 'failure'; readonly failure: TransportFailure; readonly responseMs: number };

export interface HttpClient {
  /** Sends once: no retry, no redirect followed. Never throws for what a network or a vendor does. */
  send(baseUrl: string, request: OutgoingRequest): Promise<SendResult>;
  close(): Promise<void>;
}

const DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { timeoutMs, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options;
  const agent = new Agent({
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: maxBodyBytes,
    pipelining: 0,
  });
  return {
    send: (baseUrl, request) => send(agent, baseUrl, request, { timeoutMs, maxBodyBytes }),
    close: () => agent.destroy(),
  };
}

async function send(
  dispatcher: Dispatcher,
  baseUrl: string,
  request: OutgoingRequest,
  { timeoutMs, maxBodyBytes }: Required<HttpClientOptions>,
): Promise<SendResult> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  try {
    // `fetch` forbids the body of a GET that a document asks for; the dispatcher sends it.
    const answer = await dispatcher.request({
      ...addressOf(baseUrl, request),
      method: methodOf(request.method),
      headers: request.headers.flat(),
      body: request.body ?? null,
      responseHeaders: 'raw',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const headers = rawPairs(answer.headers);
    const coded = new Uint8Array(await answer.body.arrayBuffer());
    const bytes = await decodeContent(coded, headers, maxBodyBytes);
    const response = { status: answer.statusCode, headers, body: bodyOf(bytes) };
    return { kind: 'response', response, responseMs: elapsed() };
  } catch (error) {
    return { kind: 'failure', failure: sendFailureOf(error), responseMs: elapsed() };
  }
}

function addressOf(baseUrl: string, request: OutgoingRequest): { origin: string; path: string } {
  const base = new URL(baseUrl);
  const query = request.query.map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const path = base.pathname.replace(/\/$/, '') + request.path;
  return { origin: base.origin, path: query.length === 0 ? path : `${path}?${query.join('&')}` };
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

function methodOf(method: string): Dispatcher.HttpMethod {
  const known = METHODS.find((candidate) => candidate === method.toUpperCase());
  if (known === undefined) throw new TypeError(`no HTTP method of an OpenAPI operation: ${method}`);
  return known;
}

/** undici's "raw" headers are a flat list of names and values; its types still promise a record. */
function rawPairs(headers: unknown): readonly Pair[] {
  if (!Array.isArray(headers))
    return Object.entries(Object(headers)).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const texts = headers.map((part) => (Buffer.isBuffer(part) ? part.toString('latin1') : String(part)));
  return texts.flatMap((name, index): Pair[] =>
    index % 2 === 0 ? [[name.toLowerCase(), texts[index + 1] ?? '']] : [],
  );
}
