import type {
  Exchange,
  NotificationWait,
  ReceivedNotification,
  TransportFailure,
} from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import {
  expectedNotifications,
  isOwnNotification,
  kindOfNotification,
} from '../model/notification-matching.ts';
import type { NotificationProtocol, Operation } from '../model/operation.ts';
import type { OutgoingRequest, PlannedExchange } from '../model/plan.ts';
import type { ExpressionScope } from '../model/runtime-expression.ts';
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

/** One request to send, and what it belongs to. */
export interface Sending {
  readonly planned: PlannedExchange;
  readonly request: OutgoingRequest;
  readonly operation: Operation;
  /** Of the reading the request follows. */
  readonly pathTemplate: string;
}

/** Sends one request, once, listening for its notifications from before it is sent. */
export async function obtainExchange(sending: Sending, options: ObtainOptions): Promise<Exchange> {
  const { planned, request, operation } = sending;
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
  const wait = await awaitNotifications(listener, protocol, sending, sent, options, started);
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
  sending: Sending,
  sent: SendResult,
  options: ObtainOptions,
  started: number,
): Promise<NotificationWait> {
  // After a refusal or a broken connection nothing is announced, but what comes unasked is still worth hearing.
  const isAccepted = sent.kind === 'response' && sent.response.status < 300;
  const within = isAccepted ? options.timeoutMs : options.settleMs;
  const outcome = await listener.waitUntil((heard) => isComplete(heard, protocol, sending), within);
  if (outcome === 'deadline') return { kind: 'deadline', deadlineMs: within };
  const afterMs = Math.round(performance.now() - started);
  await listener.waitUntil(() => false, options.settleMs);
  return { kind: 'complete', afterMs };
}

function isComplete(
  heard: readonly HeardMessage[],
  protocol: NotificationProtocol,
  sending: Sending,
): boolean {
  const { planned, request, pathTemplate } = sending;
  const scope = requestScope(request, pathTemplate);
  const came = heard.flatMap(({ data }) => {
    const kind = kindOfNotification(protocol, data);
    return kind !== undefined && isOwnNotification(kind, data, scope) ? [kind.name] : [];
  });
  return expectedNotifications(protocol, planned.intent).every((name) => came.includes(name));
}

/** What is known before the answer: enough to tell whose a notification is. */
function requestScope(
  { method, path, query, headers, body }: OutgoingRequest,
  pathTemplate: string,
): ExpressionScope {
  return {
    method,
    path,
    pathTemplate,
    query,
    requestHeaders: headers.map(([name, value]) => [name.toLowerCase(), value]),
    requestBody: body === undefined ? undefined : (JSON.parse(body) as Json),
    status: undefined,
    responseHeaders: [],
    responseBody: undefined,
  };
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
