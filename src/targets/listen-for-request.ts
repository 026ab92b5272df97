import type { Pair, TransportFailure } from '../model/exchange.ts';
import type { NotificationProtocol, Operation } from '../model/operation.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import type { NotificationOptions } from '../model/tenant.ts';
import type { ConnectionOptions } from './connection-options.ts';
import {
  type ListenOptions,
  type NotificationListener,
  openNotificationListener,
} from './notification-listener.ts';
import { failureOf } from './send-failure.ts';

export interface ListeningOptions {
  readonly baseUrl: string;
  /** Milliseconds to wait for the notifications that are expected. */
  readonly timeoutMs: number;
  /** How notifications are heard: where nothing is said as the spec has it, with the request's own credentials. */
  readonly hearing?: Hearing;
  /** Opens the listener; whoever gives one can look at every listening before it begins. */
  readonly listen?: (options: ListenOptions) => Promise<NotificationListener>;
}

/** How a tenant lets its notifications be heard. */
export interface Hearing extends Partial<NotificationOptions> {
  /** Besides the credentials of the request: cookies of a session, tokens. */
  readonly headers?: readonly Pair[];
  readonly connection?: ConnectionOptions;
}

/** A listener for what a request will be answered with later; or why there is none. */
export async function listenForRequest(
  request: OutgoingRequest,
  { parameters }: Operation,
  protocol: NotificationProtocol,
  { baseUrl, timeoutMs, hearing = {}, listen = openNotificationListener }: ListeningOptions,
): Promise<NotificationListener | TransportFailure> {
  const credentials = parameters.filter(({ credential }) => credential).map(({ name }) => name.toLowerCase());
  const own = request.headers.filter(([name]) => credentials.includes(name.toLowerCase()));
  const { transport, connection, headers = [] } = hearing;
  try {
    return await listen({
      url: baseUrl + (hearing.endpoint ?? protocol.endpoint),
      channel: hearing.channel ?? protocol.channel,
      headers: [...own, ...headers],
      timeoutMs,
      ...(transport === undefined ? {} : { transport }),
      ...(connection === undefined ? {} : { connection }),
    });
  } catch (error) {
    return failureOf(error, 'notifications');
  }
}
