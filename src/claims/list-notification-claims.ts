import { escapeToken } from '../model/json-pointer.ts';
import type { NotificationKind, NotificationOutcome } from '../model/operation.ts';
import type { TestableClaim } from './claim-basis.ts';
import type { ClaimSubject } from './claim-subject.ts';
import { createClaim } from './create-claim.ts';
import { schemaClaims } from './list-answer-claims.ts';

/** What is said of the notifications that follow a call. */
export function notificationClaims(subject: ClaimSubject): readonly TestableClaim[] {
  const protocol = subject.operation.notifications;
  if (protocol === undefined) return [];
  return [
    ...protocol.kinds.flatMap((notification) => kindClaims(subject, notification)),
    ...protocol.outcomes.flatMap((outcome) => outcomeClaims(subject, outcome)),
  ];
}

function kindClaims(subject: ClaimSubject, notification: NotificationKind): readonly TestableClaim[] {
  const operation = subject.operation.id;
  const pointer = `/webhooks/${escapeToken(notification.name)}/post`;
  const place = `notifications.${notification.name}`;
  return [
    createClaim({
      operation,
      kind: 'notification',
      place,
      source: notification.source,
      specPointer: pointer,
      basis: { kind: 'notification', notification },
    }),
    ...schemaClaims(subject, { part: 'notification', notification }, notification.schemaPointer),
    ...notification.correlations.map((correlation, index) =>
      createClaim({
        operation,
        kind: 'correlation',
        place: `${place}#${correlation.at}`,
        source: correlation.source,
        specPointer: `${pointer}/x-correlates/${index}`,
        basis: { kind: 'correlation', notification, correlation },
      }),
    ),
  ];
}

function outcomeClaims(subject: ClaimSubject, outcome: NotificationOutcome): readonly TestableClaim[] {
  const common = {
    operation: subject.operation.id,
    place: 'notifications',
    detail: outcome.name,
    specPointer: `${subject.pointer}/x-notifications/outcomes/${outcome.name}`,
  };
  const told = createClaim({
    ...common,
    kind: 'outcome',
    source: outcome.source,
    basis: { kind: 'outcome', outcome },
  });
  if (outcome.expects.length < 2) return [told];
  return [
    told,
    createClaim({ ...common, kind: 'order', source: outcome.order, basis: { kind: 'order', outcome } }),
  ];
}
