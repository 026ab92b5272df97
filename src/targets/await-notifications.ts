import type { NotificationWait } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import {
  expectedNotifications,
  isOwnNotification,
  kindOfNotification,
} from '../model/notification-matching.ts';
import type { NotificationProtocol, Operation } from '../model/operation.ts';
import type { OutgoingRequest, PlannedExchange } from '../model/plan.ts';
import type { ExpressionScope } from '../model/runtime-expression.ts';
import type { HeardMessage } from './channel-session.ts';
import type { SendResult } from './http-client.ts';
import type { NotificationListener } from './notification-listener.ts';
import { failureOf } from './send-failure.ts';

/** One request to send, and what it belongs to. */
export interface Sending {
  readonly planned: PlannedExchange;
  readonly request: OutgoingRequest;
  readonly operation: Operation;
  /** Of the reading the request follows. */
  readonly pathTemplate: string;
}

/** A request that was sent, and what is to be heard of it. */
export interface Awaited {
  readonly sending: Sending;
  readonly protocol: NotificationProtocol;
  readonly sent: SendResult;
  /** By `performance.now()`. */
  readonly started: number;
}

export interface Patience {
  /** Milliseconds to wait for the notifications that are expected. */
  readonly timeoutMs: number;
  /** Milliseconds to go on listening after the last expected one, for what should not come. */
  readonly settleMs: number;
}

export async function awaitNotifications(
  listener: NotificationListener,
  { sending, protocol, sent, started }: Awaited,
  { timeoutMs, settleMs }: Patience,
): Promise<NotificationWait> {
  // After a refusal or a broken connection nothing is announced, but what comes unasked is still worth hearing.
  const isAccepted = sent.kind === 'response' && sent.response.status < 300;
  const within = isAccepted ? timeoutMs : settleMs;
  const outcome = await listener.waitUntil((heard) => isComplete(heard, protocol, sending), within);
  const trouble = listener.trouble();
  // What may have been missed is neither made up nor called missing.
  if (outcome !== 'enough' && trouble !== undefined)
    return { kind: 'failed', failure: failureOf(trouble, 'notifications') };
  if (outcome !== 'enough') return { kind: 'deadline', deadlineMs: within };
  const afterMs = Math.round(performance.now() - started);
  await listener.waitUntil(() => false, settleMs);
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
export function requestScope(
  { method, path, query, headers, body }: OutgoingRequest,
  pathTemplate: string,
): ExpressionScope {
  return {
    method,
    path,
    pathTemplate,
    query,
    requestHeaders: headers,
    requestBody: body === undefined ? undefined : (JSON.parse(body) as Json),
    status: undefined,
    responseHeaders: [],
    responseBody: undefined,
  };
}
