import type { Intent } from './interaction.ts';
import type { Json } from './json.ts';
import { valueAt } from './json-pointer.ts';
import type { NotificationKind, NotificationProtocol } from './operation.ts';

/** The documented kind a message belongs to; undefined for one nobody documents. */
export function kindOfNotification(protocol: NotificationProtocol, data: Json): NotificationKind | undefined {
  return protocol.kinds.find(
    ({ matches }) => matches.length > 0 && matches.every(({ at, equals }) => valueAt(data, at) === equals),
  );
}

/** Names of the kinds an accepted request must be followed by, in the order shown. */
export function expectedNotifications(protocol: NotificationProtocol, intent: Intent): readonly string[] {
  if (intent.kind === 'refused') return [];
  return protocol.outcomes.find(({ name }) => name === intent.outcome)?.expects ?? [];
}
