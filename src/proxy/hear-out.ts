import type { Exchange, NotificationWait } from '../model/exchange.ts';
import { isOwnNotification, kindOfNotification } from '../model/notification-matching.ts';
import type { NotificationProtocol } from '../model/operation.ts';
import type { ExpressionScope } from '../model/runtime-expression.ts';
import type { Hearing, PassingMessage } from './notification-desk.ts';

export interface Awaiting {
  readonly protocol: NotificationProtocol;
  readonly scope: ExpressionScope;
  /** By `performance.now()`, when the request began. */
  readonly started: number;
  readonly isAccepted: boolean;
  readonly timeoutMs: number;
}

export type HeardOut = Pick<Exchange, 'notifications' | 'notificationWait'>;

/** How long to go on for what should not come. */
const SETTLE_MS = 500;

/** Waits for the notifications of one request as long as a run would, if the application listens to them at all. */
export async function hearOut(hearing: Hearing, awaiting: Awaiting): Promise<HeardOut> {
  if (!hearing.isPossible()) return { notifications: [], notificationWait: { kind: 'not-awaited' } };
  const within = awaiting.isAccepted ? awaiting.timeoutMs : SETTLE_MS;
  const end = await hearing.until(() => isComplete(hearing.messages, awaiting), within);
  const afterMs = Math.round(performance.now() - awaiting.started);
  if (end === 'enough') await hearing.until(() => false, SETTLE_MS);
  const notifications = sessionOf(hearing.messages, awaiting).map(({ channel, data, at }) => ({
    ...{ channel, data },
    afterMs: Math.round(at - awaiting.started),
  }));
  switch (end) {
    case 'enough':
      return { notifications, notificationWait: { kind: 'complete', afterMs } };
    case 'deadline':
      return {
        notifications,
        notificationWait: hearing.isTroubled() ? LOST : { kind: 'deadline', deadlineMs: within },
      };
    case 'over':
      return { notifications, notificationWait: ENDED };
    default:
      return end satisfies never;
  }
}

const LOST = failedWait('LOST', 'a connection for notifications broke off or was left by the application');
const ENDED = failedWait('CLIENT_CLOSED', 'the proxy was ended while they were waited for');

function failedWait(code: string, message: string): NotificationWait {
  return { kind: 'failed', failure: { code, phase: 'notifications', message } };
}

/** Nobody knows yet how the request will turn out: all that belongs to one outcome is enough. */
function isComplete(messages: readonly PassingMessage[], awaiting: Awaiting): boolean {
  const came = new Set(messages.flatMap((message) => ownKind(message, awaiting) ?? []));
  return awaiting.protocol.outcomes.some(({ expects }) => expects.every((name) => came.has(name)));
}

/** What came over one session, of several the one that heard most of it. */
function sessionOf(messages: readonly PassingMessage[], awaiting: Awaiting): readonly PassingMessage[] {
  const own = (id: string): number =>
    messages.filter((one) => one.session === id && ownKind(one, awaiting) !== undefined).length;
  const [best] = [...new Set(messages.map(({ session }) => session))].toSorted(
    (one, other) => own(other) - own(one),
  );
  return messages.filter(({ session }) => session === best);
}

function ownKind({ data }: PassingMessage, { protocol, scope }: Awaiting): string | undefined {
  const kind = kindOfNotification(protocol, data);
  return kind !== undefined && isOwnNotification(kind, data, scope) ? kind.name : undefined;
}
