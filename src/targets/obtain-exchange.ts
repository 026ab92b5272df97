import type {
  Exchange,
  NotificationWait,
  ReceivedNotification,
  TransportFailure,
} from '../model/exchange.ts';
import { expectedNotifications, kindOfNotification } from '../model/notification-matching.ts';
import type { NotificationProtocol, Operation } from '../model/operation.ts';
import type { OutgoingRequest, PlannedExchange } from '../model/plan.ts';
import type { HttpClient, SendResult } from './http-client.ts';
import {
  type HeardMessage,
  type NotificationListener,
  openNotificationListener,
} from './notification-listener.ts';
import { sendFailureOf } from './send-failure.ts';

export interface ObtainOptions {
  readonly baseUrl: string;
  readonly client: HttpClient;
  /** Milliseconds to wait for the notifications that are expected. */
  readonly timeoutMs: number;
  /** Milliseconds to go on listening after the last expected one, for what should not come. */
  readonly settleMs: number;
}

/** Sends one request, once, listening for its notifications from before it is sent. */
export async function obtainExchange(
  planned: PlannedExchange,
  request: OutgoingRequest,
  operation: Operation,
  options: ObtainOptions,
): Promise<Exchange> {
  const protocol = planned.intent.kind === 'accepted' ? operation.notifications : undefined;
  if (protocol === undefined) {
    const sent = await options.client.send(options.baseUrl, request);
    return exchangeOf(planned, request, sent, [], { kind: 'not-awaited' });
  }
  const listener = await listen(protocol, operation, request, options);
  const started = performance.now();
  const sent = await options.client.send(options.baseUrl, request);
  if ('code' in listener)
    return exchangeOf(planned, request, sent, [], { kind: 'failed', failure: listener });
  const wait = await awaitNotifications(listener, protocol, planned, sent, options, started);
  await listener.close();
  return exchangeOf(
    planned,
    request,
    sent,
    listener.heard.map((message) => received(message, started)),
    wait,
  );
}

async function listen(
  protocol: NotificationProtocol,
  operation: Operation,
  request: OutgoingRequest,
  options: ObtainOptions,
): Promise<NotificationListener | TransportFailure> {
  const credentials = operation.parameters
    .filter(({ credential }) => credential)
    .map(({ name }) => name.toLowerCase());
  try {
    return await openNotificationListener({
      url: options.baseUrl + protocol.endpoint,
      channel: protocol.channel,
      headers: request.headers.filter(([name]) => credentials.includes(name.toLowerCase())),
      timeoutMs: options.timeoutMs,
    });
  } catch (error) {
    return { ...sendFailureOf(error), phase: 'notifications' };
  }
}

async function awaitNotifications(
  listener: NotificationListener,
  protocol: NotificationProtocol,
  planned: PlannedExchange,
  sent: SendResult,
  options: ObtainOptions,
  started: number,
): Promise<NotificationWait> {
  // After a refusal or a broken connection nothing is announced, but what comes unasked is still worth hearing.
  const isAccepted = sent.kind === 'response' && sent.response.status < 300;
  const within = isAccepted ? options.timeoutMs : options.settleMs;
  const outcome = await listener.waitUntil((heard) => isComplete(heard, protocol, planned), within);
  if (outcome === 'deadline') return { kind: 'deadline', deadlineMs: within };
  const afterMs = Math.round(performance.now() - started);
  await listener.waitUntil(() => false, options.settleMs);
  return { kind: 'complete', afterMs };
}

function isComplete(
  heard: readonly HeardMessage[],
  protocol: NotificationProtocol,
  planned: PlannedExchange,
): boolean {
  const kinds = heard.map(({ data }) => kindOfNotification(protocol, data)?.name);
  return expectedNotifications(protocol, planned.intent).every((name) => kinds.includes(name));
}

function received({ channel, data, at }: HeardMessage, started: number): ReceivedNotification {
  return { channel, data, afterMs: Math.round(at - started) };
}

function exchangeOf(
  planned: PlannedExchange,
  request: OutgoingRequest,
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
