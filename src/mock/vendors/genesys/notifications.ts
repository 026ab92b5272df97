// What the inviting agent is told after the answer.
import type { operations } from '../../../generated/genesys.ts';
import type { DraftedNotification } from '../../answer.ts';
import { asJson } from '../../json-values.ts';
import { type Chat, chatUri, type GenesysStore, type Participant } from './store.ts';

type Told<Kind extends 'participantsUpdated' | 'newMessages' | 'inviteFailed'> =
  operations[Kind]['requestBody']['content']['application/json'];

const CHANNEL = '/v2/me/chats';

const TO_AGENTS = [
  'SendToAgents',
  'SendStartTypingToAgentsNotification',
  'SendStopTypingToAgentsNotification',
];

/** Talking among agents takes a second agent. */
function capabilities({ participants }: Chat): readonly string[] {
  const agents = participants.filter(({ type }) => type === 'Agent').length;
  return [
    ...['Transfer', 'Leave', 'Invite', 'Consult', 'SetInFocus', 'SetDisposition'],
    ...['AttachUserData', 'DeleteUserData', 'UpdateUserData'],
    ...(agents > 1 ? TO_AGENTS : []),
    ...['Complete', 'SendMessage', 'SendStartTypingNotification', 'SendStopTypingNotification'],
  ];
}

function chatView(store: GenesysStore, chat: Chat): Told<'participantsUpdated'>['chat'] {
  return {
    participants: [...chat.participants],
    state: 'Chatting',
    id: chat.id,
    capabilities: capabilities(chat),
    uri: chatUri(store, chat),
  };
}

export function participantsUpdated(store: GenesysStore, chat: Chat): DraftedNotification {
  const data: Told<'participantsUpdated'> = {
    notificationType: 'ParticipantsUpdated',
    messageType: 'ChatStateChangeMessage',
    chat: chatView(store, chat),
  };
  return { kind: 'participantsUpdated', channel: CHANNEL, data: asJson(data) };
}

export function newMessages(store: GenesysStore, chat: Chat, joined: Participant): DraftedNotification {
  const at = store.now();
  chat.lastIndex += 1;
  const data: Told<'newMessages'> = {
    messages: [
      {
        index: chat.lastIndex,
        from: joined,
        timestamp: timestampOf(at),
        visibility: 'All',
        type: 'ParticipantJoined',
        // Milliseconds, whatever the name says.
        timestampSeconds: at.getTime(),
      },
    ],
    notificationType: 'NewMessages',
    messageType: 'MessageLogUpdated',
    chatUri: chatUri(store, chat),
  };
  return { kind: 'newMessages', channel: CHANNEL, data: asJson(data) };
}

export function inviteFailed(store: GenesysStore, chat: Chat, referenceId: number): DraftedNotification {
  const data: Told<'inviteFailed'> = {
    notificationType: 'Error',
    messageType: 'ChatStateChangeMessage',
    errorMessage: 'Operation failed',
    referenceId,
    chat: chatView(store, chat),
  };
  return { kind: 'inviteFailed', channel: CHANNEL, data: asJson(data) };
}

/** Date, blank, time, offset without a colon. */
function timestampOf(at: Date): string {
  return at.toISOString().replace('T', ' ').replace('Z', '+0000');
}
