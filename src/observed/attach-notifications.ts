import { createSubject } from '../judges/create-subject.ts';
import { expressionScope } from '../judges/expression-scope.ts';
import type { Exchange, ReceivedNotification } from '../model/exchange.ts';
import {
  expectedNotifications,
  isOwnNotification,
  kindOfNotification,
} from '../model/notification-matching.ts';
import type { ObservedExchange } from '../model/observed.ts';
import type { NotificationProtocol } from '../model/operation.ts';
import type { HeardMessage, Listened, RecordedItem } from '../model/recorded.ts';
import type { ExpressionScope } from '../model/runtime-expression.ts';
import type { AssignmentGround } from './assigned-exchange.ts';
import { matchOperation, mayBringNotifications } from './match-operation.ts';

/** What is heard this long after a request may be about it. */
const WINDOW_MS = 60_000;
/** Who has listened this long and heard nothing, may say so. */
const LISTENED_MS = 10_000;
const MOST_WAITING = 500;
const MOST_HEARD = 2000;

interface Waiting {
  readonly observed: ObservedExchange;
  readonly sentAt: number;
  readonly protocol: NotificationProtocol;
  readonly scope: ExpressionScope;
}

interface Heard extends HeardMessage {
  readonly at: number;
  readonly session: string;
}

/** Of the items of a recording, in their order. */
export interface NotificationAttacher {
  /** What can be passed on now. */
  readonly add: (item: RecordedItem) => readonly RecordedItem[];
  /** What was still held back. */
  readonly end: () => readonly RecordedItem[];
}

/**
 * Gives notifications that were recorded on their own to the calls that they are about, by channel and correlation. Calls
 * that bring some are held back until what follows them was read; everything else passes at once.
 */
export function attachNotifications(ground: AssignmentGround): NotificationAttacher {
  const waiting: Waiting[] = [];
  const heard: Heard[] = [];
  let listenedUntil = Number.NEGATIVE_INFINITY;
  const release = (one: Waiting): RecordedItem => withHeard(one, heard, listenedUntil);
  const hear = ({ until: at, session, messages }: Listened): void => {
    listenedUntil = Math.max(listenedUntil, at);
    heard.push(...messages.map((message) => ({ ...message, at, session })));
    heard.splice(0, Math.max(0, heard.length - MOST_HEARD));
  };
  const wait = (held: Waiting): readonly RecordedItem[] => {
    waiting.push(held);
    const over = waiting.findIndex(({ sentAt }) => sentAt + WINDOW_MS > held.sentAt);
    return waiting.splice(0, Math.max(over, waiting.length - MOST_WAITING)).map(release);
  };
  return {
    add: (item) => {
      if (item.kind === 'listened') {
        hear(item);
        return [];
      }
      const held = item.kind === 'exchange' ? waitingFor(item.observed, ground) : undefined;
      return held === undefined ? [item] : wait(held);
    },
    end: () => waiting.splice(0).map(release),
  };
}

/** Is an exchange held back, since what follows it may belong to it? */
export function isHeldBack(observed: ObservedExchange, ground: AssignmentGround): boolean {
  return waitingFor(observed, ground) !== undefined;
}

/** Undefined where no notification is documented, or what came of it is known. */
function waitingFor(observed: ObservedExchange, { suite, baseUrls }: AssignmentGround): Waiting | undefined {
  const { exchange, sentAt, planned, url } = observed;
  if (planned !== undefined || sentAt === undefined || exchange.notificationWait.kind !== 'not-awaited')
    return undefined;
  if (!mayBringNotifications(suite, url)) return undefined;
  const match = matchOperation(suite, { method: exchange.request.method, url }, baseUrls);
  const protocol = match.kind === 'unmatched' ? undefined : match.route.operation.notifications;
  if (match.kind === 'unmatched' || protocol === undefined) return undefined;
  const { operation, pathTemplate } = match.route;
  const seen: Exchange = {
    ...exchange,
    ...{ id: operation.id, operation: operation.id },
    request: { ...exchange.request, path: match.path },
  };
  const subject = createSubject(operation, { kind: 'accepted', outcome: 'success' }, seen, pathTemplate);
  return { observed, sentAt, protocol, scope: expressionScope(subject) };
}

function withHeard(
  { observed, sentAt, protocol, scope }: Waiting,
  heard: readonly Heard[],
  listenedUntil: number,
): RecordedItem {
  const own = heard
    .filter(({ at, channel }) => at >= sentAt && at <= sentAt + WINDOW_MS && channel === protocol.channel)
    .filter(({ data }) => {
      const kind = kindOfNotification(protocol, data);
      return kind !== undefined && isOwnNotification(kind, data, scope);
    })
    .toSorted((one, other) => one.at - other.at);
  const notifications = own
    .filter(({ session }) => session === own[0]?.session)
    .map(({ channel, data, at }): ReceivedNotification => ({ channel, data, afterMs: at - sentAt }));
  const notificationWait = waitOf(notifications, protocol, Math.min(listenedUntil - sentAt, WINDOW_MS));
  const exchange = { ...observed.exchange, notifications, notificationWait };
  return { kind: 'exchange', observed: { ...observed, exchange } };
}

function waitOf(
  notifications: readonly ReceivedNotification[],
  protocol: NotificationProtocol,
  listenedMs: number,
): Exchange['notificationWait'] {
  const last = notifications.at(-1);
  if (last !== undefined && isComplete(notifications, protocol))
    return { kind: 'complete', afterMs: last.afterMs };
  if (listenedMs < LISTENED_MS) return { kind: 'not-awaited' };
  return { kind: 'deadline', deadlineMs: listenedMs };
}

/** Has everything come that one of the documented outcomes brings? */
function isComplete(notifications: readonly ReceivedNotification[], protocol: NotificationProtocol): boolean {
  const kinds = new Set(notifications.map(({ data }) => kindOfNotification(protocol, data)?.name));
  return protocol.outcomes.some(({ name }) => {
    const expected = expectedNotifications(protocol, { kind: 'accepted', outcome: name });
    return expected.length > 0 && expected.every((kind) => kinds.has(kind));
  });
}
