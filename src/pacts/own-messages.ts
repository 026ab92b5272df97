import { slugOf } from '../load/load-interactions.ts';
import type { HttpInteraction, MessageInteraction } from '../model/interaction.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { valueAt } from '../model/json-pointer.ts';
import { expectedNotifications } from '../model/notification-matching.ts';
import type { NotificationKind, Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { titleOf } from './own-interaction.ts';
import type { MessageOfPact, PactOfAnyone } from './pact-of-anyone.ts';

/** A message of a pact, with the operation whose notification it is. */
export interface TiedMessage {
  readonly operation: Operation;
  readonly interaction: MessageInteraction;
}

/** The documented notification that a message is; undefined when no document has it, or when it may be several. */
export function tieMessage({ operations }: Spec, message: MessageOfPact): TiedMessage | undefined {
  const [only, ...others] = operations.flatMap((operation) =>
    (operation.notifications?.kinds ?? [])
      .filter((kind) => mayBe(kind, message.content))
      .map((kind) => ({ operation, interaction: messageOf(message, kind.name) })),
  );
  return others.length === 0 ? only : undefined;
}

/** A consumer names what it reads: some of the values that tell the kind, and none that tell another. */
function mayBe({ matches }: NotificationKind, content: Json): boolean {
  const told = matches.filter(({ at }) => valueAt(content, at) !== undefined);
  return told.length > 0 && told.every(({ at, equals }) => valueAt(content, at) === equals);
}

function messageOf(message: MessageOfPact, notification: string): MessageInteraction {
  const { description, content, matchingRules } = message;
  return {
    kind: 'message',
    id: slugOf(description),
    ...{ description, notification },
    pact: {
      type: 'Asynchronous/Messages',
      description,
      contents: { content, contentType: 'application/json', encoded: false },
      matchingRules,
    },
    sources: [],
  };
}

/**
 * The interactions of a pact with the messages that follow them. A pact of nothing but messages says nothing of what
 * precedes them: there it is what a contract of ours sends to be told the same.
 */
export function withMessages(
  pact: PactOfAnyone,
  interactions: readonly HttpInteraction[],
  messages: readonly TiedMessage[],
  ours: readonly HttpInteraction[],
): readonly HttpInteraction[] {
  const joined = [...interactions];
  for (const message of messages) {
    const { operation, interaction } = message;
    const isAnnounced = (one: HttpInteraction) => announces(operation, one, interaction.notification);
    const at = joined.findIndex(isAnnounced);
    const leader = joined[at];
    const model = ours.find(isAnnounced);
    if (leader !== undefined) joined[at] = followed(leader, interaction);
    else if (model !== undefined) joined.push(followed(carrier(pact, model, message), interaction));
  }
  return joined;
}

function announces(
  { id, notifications }: Operation,
  { operation, intent }: HttpInteraction,
  notification: string,
): boolean {
  if (operation !== id || notifications === undefined) return false;
  return expectedNotifications(notifications, intent).includes(notification);
}

function followed(leader: HttpInteraction, message: MessageInteraction): HttpInteraction {
  return { ...leader, notifications: [...leader.notifications, message] };
}

/** What is sent so that the message comes; of its answer nothing is relied on but that it is one. */
function carrier(
  { consumer, from }: PactOfAnyone,
  model: HttpInteraction,
  { interaction: { id, description } }: TiedMessage,
): HttpInteraction {
  return {
    ...model,
    id: `${slugOf(consumer)}-${id}`,
    consumer,
    description: titleOf({ consumer }, { description }),
    notifications: [],
    pact: { ...model.pact, response: statusAlone(model.pact) },
    brought: { from, returned: [] },
  };
}

function statusAlone({ response }: JsonObject): JsonObject {
  return isJsonObject(response) && response['status'] !== undefined ? { status: response['status'] } : {};
}
