import { userErrors } from '../errors/catalogue.ts';
import type { ReceivedNotification } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import type { ObservedExchange } from '../model/observed.ts';
import type { Level } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import { type ReadRequest, readRequest, requestOfLog } from './read-request.ts';
import { type ReadResponse, readResponse } from './read-response.ts';
import { runningMocks } from './running-mocks.ts';

/** What `fetch`, undici, axios, supertest, got and node-fetch give, or `{ status, headers, body }`. */
export type ResponseLike = { readonly status: number } | { readonly statusCode: number };

/** A `Request`, or as much of it as tells what was asked for. */
export interface RequestLike {
  readonly method?: string | undefined;
  readonly url?: string | URL | undefined;
  readonly headers?: unknown;
  readonly body?: unknown;
}

/** One exchange as somebody's own test has it. */
export interface ExchangeInput {
  readonly response: ResponseLike;
  /** Needed where neither the response nor the log of a mock tells it. */
  readonly request?: RequestLike | undefined;
  /** Messages about the call, in the order they came; without them none is awaited. */
  readonly notifications?: readonly { readonly channel: string; readonly data: Json }[];
}

export interface JudgeExchangeOptions {
  /** `none` leaves Pact out, and with it the process that it runs in. */
  readonly contract?: 'pact' | 'none';
  /** The weakest level whose failures count against it. */
  readonly gate?: Level;
}

/** Puts one exchange before the judges of a run; the operation is found by method and path. */
export async function judgeExchange(
  suite: Suite,
  exchange: ExchangeInput | ObservedExchange,
  { contract = 'pact', gate = 'must' }: JudgeExchangeOptions = {},
): Promise<JudgedExchange> {
  const observed = 'exchange' in exchange ? exchange : await observe(exchange);
  const { judgeOne } = await import('./judge-one.ts');
  return judgeOne(suite, observed, { contract, gate });
}

async function observe({
  response: given,
  request,
  notifications,
}: ExchangeInput): Promise<ObservedExchange> {
  const read = await readResponse(given);
  const asked = await requestOf(read, request);
  const { method, path } = asked.request;
  return {
    at: `${method} ${path}`,
    url: asked.url,
    exchange: {
      request: asked.request,
      result: { kind: 'response', response: read.response },
      notifications: (notifications ?? []).map(received),
      notificationWait: notifications === undefined ? { kind: 'not-awaited' } : COMPLETE,
      timing: { responseMs: 0 },
    },
  };
}

/** When each came is not told, and nothing is judged by it. */
const COMPLETE = { kind: 'complete', afterMs: 0 } as const;

function received({ channel, data }: { channel: string; data: Json }): ReceivedNotification {
  return { channel, data, afterMs: 0 };
}

/** What is given outweighs what the client remembers, and that the log of a mock. */
async function requestOf(
  { response, url, request: remembered }: ReadResponse,
  given: RequestLike | undefined,
): Promise<ReadRequest> {
  const own = (await readRequest(given, url)) ?? (await readRequest(remembered, url));
  if (own !== undefined) return own;
  const logged = url === undefined ? undefined : runningMocks.findRequest(url, response.status);
  if (logged !== undefined && url !== undefined) return requestOfLog(logged, url);
  throw userErrors.requestUnknown(
    url === undefined ? 'it has no address' : `no mock of this process is at ${url}`,
  );
}
