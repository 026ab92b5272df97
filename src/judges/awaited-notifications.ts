import { diagnoseFailure } from '../diagnosis/diagnose-failure.ts';
import type { Applicability, Subject } from '../model/check.ts';
import type { ReceivedNotification } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import {
  expectedNotifications,
  isOwnNotification,
  kindOfNotification,
} from '../model/notification-matching.ts';
import type { NotificationKind, NotificationOutcome, NotificationProtocol } from '../model/operation.ts';
import { whileSame } from '../model/while-same.ts';
import { notApplicable, notRun, withoutSuccess } from './applicability.ts';
import { expressionScope } from './expression-scope.ts';

/** Why nothing can be said of notifications; undefined when something can. */
export function withoutNotifications(subject: Subject): Applicability | undefined {
  if (subject.operation.notifications === undefined)
    return notApplicable('no notification is documented for this operation');
  const missing = withoutSuccess(subject);
  if (missing !== undefined) return missing;
  const wait = subject.exchange.notificationWait;
  if (wait.kind === 'failed')
    return notRun(`${diagnoseFailure(wait.failure).says} (${wait.failure.message})`);
  return wait.kind === 'not-awaited' ? notRun('notifications were not listened to') : undefined;
}

export interface KnownNotification {
  readonly kind: NotificationKind;
  readonly notification: ReceivedNotification;
}

/** Received messages of a documented kind that are about this call, in the order they came. */
export const ownNotifications = whileSame(readOwn);

function readOwn(subject: Subject): readonly KnownNotification[] {
  const scope = expressionScope(subject);
  return knownNotifications(subject).filter(({ kind, notification }) =>
    isOwnNotification(kind, notification.data, scope),
  );
}

/** The same of other calls: an agent who is in several chats hears of them all. */
export function foreignNotifications(subject: Subject): readonly KnownNotification[] {
  const own = ownNotifications(subject);
  return knownNotifications(subject).filter(
    (known) => !own.some(({ notification }) => notification === known.notification),
  );
}

/** Messages that are of no documented kind, perhaps because what tells the kinds apart is damaged. */
export function unknownNotifications({ operation, exchange }: Subject): readonly ReceivedNotification[] {
  const protocol = operation.notifications;
  if (protocol === undefined) return [];
  return exchange.notifications.filter(({ data }) => kindOfNotification(protocol, data) === undefined);
}

function knownNotifications({ operation, exchange }: Subject): readonly KnownNotification[] {
  const protocol = operation.notifications;
  if (protocol === undefined) return [];
  return exchange.notifications.flatMap((notification) => {
    const kind = kindOfNotification(protocol, notification.data);
    return kind === undefined ? [] : [{ kind, notification }];
  });
}

/** The message of a kind that was received first. */
export function firstOfKind(subject: Subject, name: string): Json | undefined {
  return ownNotifications(subject).find(({ kind }) => kind.name === name)?.notification.data;
}

export interface Expectation {
  readonly protocol: NotificationProtocol;
  readonly outcome: NotificationOutcome;
  readonly names: readonly string[];
}

/** The notifications the documents promise for what was provoked. */
export function expectationOf({ operation, intent }: Subject): Expectation | undefined {
  const protocol = operation.notifications;
  const outcome = protocol?.outcomes.find(
    ({ name }) => intent.kind === 'accepted' && name === intent.outcome,
  );
  if (protocol === undefined || outcome === undefined) return undefined;
  return { protocol, outcome, names: expectedNotifications(protocol, intent) };
}

/** Kinds that are documented for another outcome and not for the one that was provoked. */
export function oppositeKinds(subject: Subject): readonly string[] {
  const expectation = expectationOf(subject);
  if (expectation === undefined) return [];
  const { protocol, names } = expectation;
  return protocol.outcomes.flatMap(({ expects }) => expects).filter((name) => !names.includes(name));
}

/** The vendor tells, as documented, that it came out otherwise, and nothing of the outcome that was provoked. */
export function tellsOtherOutcome(subject: Subject): boolean {
  const opposite = oppositeKinds(subject);
  const told = ownNotifications(subject);
  return told.length > 0 && told.every(({ kind }) => opposite.includes(kind.name));
}
