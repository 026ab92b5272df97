import type { operations } from '../../../generated/genesys.ts';
import { asJson, textAt } from '../../json-values.ts';
import type { Behaviour, Reply } from '../../mock-vendor.ts';
import { inviteFailed, newMessages, participantsUpdated } from './notifications.ts';
import { errorBody } from './problems.ts';
import { type Agent, agentAt, type Chat, type GenesysStore, newParticipant } from './store.ts';

type Answer = operations['inviteAgentToChat']['responses'][200]['content']['application/json'];

/** Whom a fault let in unasked: any chat is theirs. */
export const GUEST = 'guest';

/** The answer says that the invitation was taken on; whether it succeeds is told by notifications. */
export function inviteAgentToChat(store: GenesysStore): Behaviour {
  return ({ route, request: { body }, caller }) => {
    const chat = store.chats.get(route.parameters['id'] ?? '');
    if (chat === undefined || (chat.owner !== caller && caller !== GUEST))
      return refuse(404, 6, 'There is no such chat');
    const operation = textAt(body, 'operationName');
    if (operation !== 'Invite') return refuse(400, 2, 'The operation is not supported');
    const target = agentAt(store, textAt(body, 'targetUri') ?? '');
    return takeOn(store, chat, target);
  };
}

function takeOn(store: GenesysStore, chat: Chat, target: Agent | undefined): Reply {
  const referenceId = store.nextReference();
  const answer: Answer = { statusCode: 0, referenceId };
  const body = asJson(answer);
  if (target === undefined || !target.reachable)
    return { kind: 'success', body, notifications: [inviteFailed(store, chat, referenceId)] };
  const joined = newParticipant(store, target.nickname, 'Agent');
  chat.participants.push(joined);
  const notifications = [participantsUpdated(store, chat), newMessages(store, chat, joined)];
  return { kind: 'success', body, notifications };
}

function refuse(status: number, statusCode: number, message: string): Reply {
  return { kind: 'problem', status, body: errorBody(statusCode, message) };
}
