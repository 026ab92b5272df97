import { foundIn } from './expectation-rows.ts';
import type { Expectation } from './expected-findings.ts';

const found = foundIn('genesys.inviteAgentToChat', 'genesys-chat-invite');

const PARTICIPANTS = 'notifications.participantsUpdated';
const MESSAGES = 'notifications.newMessages';
const FAILED = 'notifications.inviteFailed';

export const expectedOfGenesys: Readonly<Record<string, Expectation>> = {
  'genesys.answer-status-code-missing': found(['response.body#/statusCode', 38, 38]),
  'genesys.answer-status-code-text': found(['response.body#/statusCode', 38, 38]),
  'genesys.answer-reference-missing': found(['response.body#/referenceId', 39, 39]),
  'genesys.answer-reference-text': found(['response.body#/referenceId', 39, 39]),
  'genesys.answer-error-under-200': found(['response.body#/statusCode', 38, 38]),
  'genesys.answer-internal-error': found(['response.status', 35, 41]),
  'genesys.notifications-none': found([PARTICIPANTS, 43, 134], [MESSAGES, 43, 134], [FAILED, 136, 183]),
  'genesys.notifications-reordered': found([MESSAGES, 43, 134]),
  'genesys.notifications-duplicated': found([PARTICIPANTS, 45, 107], [MESSAGES, 109, 134]),
  'genesys.notifications-of-another-chat': found([PARTICIPANTS, 43, 134], [MESSAGES, 43, 134]),
  'genesys.notifications-without-participants': found([PARTICIPANTS, 43, 134]),
  'genesys.notifications-without-messages': found([MESSAGES, 43, 134]),
  'genesys.notifications-without-failure': found([FAILED, 136, 183]),
  'genesys.told-nickname-missing': found([`${PARTICIPANTS}#/chat/participants/*/nickname`, 52, 81]),
  'genesys.told-participant-id-number': found([`${PARTICIPANTS}#/chat/participants/*/participantId`, 52, 81]),
  'genesys.told-chat-id-missing': found([`${PARTICIPANTS}#/chat/id`, 83, 83]),
  'genesys.told-state-missing': found([`${PARTICIPANTS}#/chat/state`, 82, 82]),
  'genesys.told-capabilities-text': found([`${PARTICIPANTS}#/chat/capabilities`, 84, 103]),
  'genesys.told-message-type-missing': found([`${MESSAGES}#/messages/*/type`, 125, 125]),
  'genesys.told-message-sender-missing': found([`${MESSAGES}#/messages/*/from`, 116, 122]),
  'genesys.told-message-time-format': found([`${MESSAGES}#/messages/*/timestamp`, 123, 123]),
  'genesys.told-wrong-reference': found([`${FAILED}#/referenceId`, 142, 142]),
  'genesys.told-failure-text-missing': found([`${FAILED}#/errorMessage`, 141, 141]),
  'genesys.told-failure-reference-text': found([`${FAILED}#/referenceId`, 142, 142]),
  'genesys.feature-missing': { kind: 'unproven', says: /403/ },
};
