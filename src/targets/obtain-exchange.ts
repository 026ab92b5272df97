import type {
  Exchange,
  NotificationWait,
  ReceivedNotification,
  TransportFailure,
} from '../model/exchange.ts';
import type { NotificationProtocol } from '../model/operation.ts';
import type { PlannedExchange } from '../model/plan.ts';
import type { OnWaiting } from '../model/waiting.ts';
import { awaitNotifications, type Patience, type Sending } from './await-notifications.ts';
import type { HeardMessage } from './channel-session.ts';
import type { HttpClient, SendResult, SendTraits } from './http-client.ts';
import { type ListeningOptions, listenForRequest } from './listen-for-request.ts';
import type { NotificationListener } from './notification-listener.ts';

export interface ObtainOptions extends ListeningOptions, Patience {
  readonly client: HttpClient;
  /** `needed`: what cannot be listened to is not sent, since nobody could judge what comes of it. Else `wanted`. */
  readonly listening?: 'needed' | 'wanted';
  readonly onWaiting?: OnWaiting;
}

/** Sends one request, once, listening for its notifications from before it is sent. */
export async function obtainExchange(sending: Sending, options: ObtainOptions): Promise<Exchange> {
  const { planned, request, operation } = sending;
  const send = () => options.client.send(options.baseUrl, request, traitsOf(planned));
  const protocol = planned.intent.kind === 'accepted' ? operation.notifications : undefined;
  if (protocol === undefined) return exchangeOf(sending, await send(), [], { kind: 'not-awaited' });
  const listener = await listenForRequest(request, operation, protocol, options);
  if (!('code' in listener)) return hearOut(listener, send, { sending, protocol, options });
  const sent = options.listening === 'needed' ? unsent(listener) : await send();
  return exchangeOf(sending, sent, [], { kind: 'failed', failure: listener });
}

interface Task {
  readonly sending: Sending;
  readonly protocol: NotificationProtocol;
  readonly options: ObtainOptions;
}

async function hearOut(
  listener: NotificationListener,
  send: () => Promise<SendResult>,
  { sending, protocol, options }: Task,
): Promise<Exchange> {
  try {
    const started = performance.now();
    const sent = await send();
    options.onWaiting?.({
      kind: 'notifications',
      vendor: sending.planned.vendor,
      withinMs: options.timeoutMs,
    });
    const wait = await awaitNotifications(listener, { sending, protocol, sent, started }, options);
    // A copy, since what comes while the listener is closed comes too late.
    const heard = listener.heard.map((message) => received(message, started));
    return exchangeOf(sending, sent, heard, wait);
  } finally {
    await listener.close();
  }
}

function unsent(failure: TransportFailure): SendResult {
  const message = `${failure.message}; the request was not sent`;
  return { kind: 'failure', failure: { ...failure, message }, responseMs: 0 };
}

function traitsOf({ operation, effects }: PlannedExchange): SendTraits {
  return { operation, isRepeatable: effects.length > 0 && effects.every((effect) => effect === 'reads') };
}

function received({ channel, data, at }: HeardMessage, started: number): ReceivedNotification {
  return { channel, data, afterMs: Math.round(at - started) };
}

function exchangeOf(
  { planned, request }: Sending,
  sent: SendResult,
  notifications: readonly ReceivedNotification[],
  notificationWait: NotificationWait,
): Exchange {
  const { body, ...rest } = request;
  return {
    id: planned.id,
    operation: planned.operation,
    request: { ...rest, body: body === undefined ? undefined : { text: body } },
    result:
      sent.kind === 'response'
        ? { kind: 'response', response: sent.response }
        : { kind: 'failure', failure: sent.failure },
    notifications,
    notificationWait,
    timing: { responseMs: sent.responseMs },
  };
}
