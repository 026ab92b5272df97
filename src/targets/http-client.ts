import type { ReceivedResponse, TransportFailure } from '../model/exchange.ts';
import type { OperationId } from '../model/operation.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import type { ConnectionOptions } from './connection-options.ts';
import { Deadlines, type HttpTimeouts } from './deadlines.ts';
import { exchangeOver } from './exchange-over.ts';
import { openConnection, type Route } from './open-connection.ts';
import { Passage } from './passage.ts';
import { secureContextOf } from './secure-context.ts';
import { sendFailureOf } from './send-failure.ts';

export interface HttpClientOptions extends Partial<Omit<HttpTimeouts, 'answerMs'>> {
  /** Milliseconds for the whole answer, and for each part of it that has no limit of its own. */
  readonly timeoutMs: number;
  /** Bytes of an answer's body beyond which it is given up. */
  readonly maxBodyBytes?: number;
  /** Besides these nothing tells the way: no variable of the environment names a proxy. */
  readonly connection?: ConnectionOptions;
}

export type SendResult =
  | { readonly kind: 'response'; readonly response: ReceivedResponse; readonly responseMs: number }
  | { readonly kind: 'failure'; readonly failure: TransportFailure; readonly responseMs: number };

/** What a client may have to know of a request besides the request. */
export interface SendTraits {
  readonly operation?: OperationId;
  /** It reads and does nothing else, so that sending it again harms nobody. */
  readonly isRepeatable?: boolean;
}

export interface HttpClient {
  /** Sends, and never throws for what a network or a vendor does. No redirect is followed. */
  send(baseUrl: string, request: OutgoingRequest, traits?: SendTraits): Promise<SendResult>;
  close(): Promise<void>;
}

const DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;

/** A client that sends every request once, over a connection of its own. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { timeoutMs, maxBodyBytes = DEFAULT_MAX_BODY_BYTES, connection = {} } = options;
  const { connectMs = timeoutMs, headersMs = timeoutMs, bodyMs = timeoutMs } = options;
  const timeouts = { connectMs, headersMs, bodyMs, answerMs: timeoutMs };
  const route = routeOf(connection);
  const underway = new Set<Deadlines>();
  return {
    send: async (baseUrl, request) => {
      const deadlines = new Deadlines(timeouts);
      underway.add(deadlines);
      const result = await sendOnce(new URL(baseUrl), request, route, { deadlines, maxBodyBytes });
      underway.delete(deadlines);
      return result;
    },
    close: async () => {
      for (const deadlines of underway) deadlines.giveUp();
    },
  };
}

export function routeOf({ tls = {}, proxy }: ConnectionOptions): Route {
  return { context: secureContextOf(tls), showsCertificate: tls.certificate !== undefined, proxy };
}

/** One request over a connection of its own, which ends with it. */
export async function sendOnce(
  base: URL,
  request: OutgoingRequest,
  route: Route,
  { deadlines, maxBodyBytes }: { readonly deadlines: Deadlines; readonly maxBodyBytes: number },
): Promise<SendResult> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  const passage = new Passage();
  try {
    const socket = await openConnection(base, route, { passage, signal: deadlines.signal });
    const { proxy } = route;
    const conversation = { base, request, proxy, passage, deadlines, maxBodyBytes };
    const response = await Promise.race([exchangeOver(socket, conversation), deadlines.overdue]);
    return { kind: 'response', response, responseMs: elapsed() };
  } catch (error) {
    const cause: unknown = deadlines.signal.aborted ? deadlines.signal.reason : error;
    return { kind: 'failure', failure: sendFailureOf(cause, passage), responseMs: elapsed() };
  } finally {
    deadlines.end();
    passage.end();
  }
}
