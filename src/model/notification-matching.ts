import type { Intent } from './interaction.ts';
import type { Json } from './json.ts';
import { descend, locate, writtenTokens } from './json-pointer.ts';
import type { NotificationKind, NotificationProtocol } from './operation.ts';
import { brokenRelations } from './relation-holds.ts';
import { type ExpressionScope, evaluateExpression } from './runtime-expression.ts';

/** The documented kind a message belongs to; undefined for one nobody documents. */
export function kindOfNotification(protocol: NotificationProtocol, data: Json): NotificationKind | undefined {
  return protocol.kinds.find(
    ({ matches }) =>
      matches.length > 0 && matches.every(({ at, equals }) => descend(data, writtenTokens(at)) === equals),
  );
}

/** Names of the kinds an accepted request must be followed by, in the order shown. */
export function expectedNotifications(protocol: NotificationProtocol, intent: Intent): readonly string[] {
  if (intent.kind === 'refused') return [];
  return protocol.outcomes.find(({ name }) => name === intent.outcome)?.expects ?? [];
}

/** Does nothing that tells whose a notification is speak of another call? */
export function isOwnNotification(kind: NotificationKind, data: Json, scope: ExpressionScope): boolean {
  return kind.correlations
    .filter(({ identifies }) => identifies)
    .every((correlation) => {
      const value = evaluateExpression(correlation.value, scope);
      if (value === undefined) return true;
      const places = locate(data, correlation.at).filter((place) => hasFormOf(place.value, value));
      return brokenRelations(correlation, places, value).length === 0;
    });
}

/** A value of another form names no other call: it is a damaged id of ours, for the schema to report. */
function hasFormOf(found: Json, expected: Json): boolean {
  if (typeof found === typeof expected) return true;
  return typeof found === 'number' && typeof expected === 'string' && /^\d+$/.test(expected);
}
