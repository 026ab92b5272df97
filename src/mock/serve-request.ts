// One HTTP request to one vendor: Bayeux traffic to the bridge, everything else to an answer.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DraftedNotification, draftAnswer } from './answer.ts';
import { type Answered, answerRequest, type MountedVendor } from './answer-request.ts';
import type { BayeuxBridge } from './bayeux-bridge.ts';
import { checkCredentials } from './credential-check.ts';
import type { MockRequest } from './mock-request.ts';
import { sendAnswer } from './send-answer.ts';

export interface ServedVendor extends MountedVendor {
  readonly bayeux: BayeuxBridge;
}

export interface Connection {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  /** Aborted when the mock closes. */
  readonly closing: AbortSignal;
}

/** `onAnswer` hears of every answer but those to Bayeux traffic, before it is sent. */
export async function serveRequest(
  vendor: ServedVendor,
  request: MockRequest,
  path: string,
  connection: Connection,
  onAnswer: (answered: Answered) => void,
): Promise<void> {
  const notified = vendor.spec.operations.find(({ notifications }) =>
    isEndpoint(notifications?.endpoint, path),
  );
  if (notified !== undefined) {
    const route = { operation: notified, template: path, parameters: {} };
    const check = checkCredentials(route, request, vendor.instance);
    if (check.kind === 'known')
      return vendor.bayeux.handle(check.caller, request, connection.incoming, connection.response);
    const refusal = draftAnswer('refusal', 401, vendor.instance.problemBody(check));
    return sendAnswer(refusal, connection.response, connection.closing);
  }
  const answered = answerRequest(vendor, request, path);
  onAnswer(answered);
  await sendAnswer(answered.answer, connection.response, connection.closing);
  const { caller, answer } = answered;
  if (caller !== undefined) await tell(vendor.bayeux, caller, answer.notifications, connection.closing);
}

/** `closing` cuts any wait short, and what has not been told by then is not told any more. */
async function tell(
  bayeux: BayeuxBridge,
  caller: string,
  notifications: readonly DraftedNotification[],
  closing: AbortSignal,
): Promise<void> {
  for (const notification of notifications) {
    const { afterMs = 0 } = notification;
    if (afterMs > 0) await sleep(afterMs, undefined, { signal: closing }).catch(() => {});
    if (closing.aborted) return;
    bayeux.deliver(caller, notification);
  }
}

/** CometD clients append the kind of message to the endpoint. */
function isEndpoint(endpoint: string | undefined, path: string): boolean {
  return endpoint !== undefined && (path === endpoint || path.startsWith(`${endpoint}/`));
}
