// Ways for Genesys Web Services to misbehave.

import type { DraftedNotification } from '../answer.ts';
import { changeAt } from '../change-json.ts';
import {
  anotherValue,
  asText,
  body,
  inNotification,
  missing,
  notifications,
  problem,
  successFaults,
  withoutNotification,
} from './changes.ts';
import type { Fault } from './fault.ts';

const OPERATION = 'genesys.inviteAgentToChat';

const PARTICIPANTS = 'participantsUpdated';
const MESSAGES = 'newMessages';
const FAILED = 'inviteFailed';

const answers = successFaults('genesys.answer-', OPERATION, [
  ['status-code-missing', 'the answer has no status code', missing('/statusCode')],
  ['status-code-text', 'the status code is text', asText('/statusCode')],
  ['reference-missing', 'the answer has no reference id', missing('/referenceId')],
  ['reference-text', 'the reference id is text', asText('/referenceId')],
  [
    'error-under-200',
    'a failure has status 200',
    (answer, request) => ({
      ...body({ statusCode: 6, statusMessage: 'There is no such resource' })(answer, request),
      notifications: [],
    }),
  ],
  [
    'internal-error',
    'the invitation fails with 500',
    problem(500, { statusCode: 4, statusMessage: 'Internal' }),
  ],
]);

const deliveries = successFaults('genesys.notifications-', OPERATION, [
  ['none', 'nothing is ever told', notifications(() => [])],
  ['reordered', 'the messages come before the participants', notifications((all) => all.toReversed())],
  ['duplicated', 'everything is told twice', notifications((all) => all.flatMap((told) => [told, told]))],
  ['of-another-chat', 'another chat is told of instead', notifications((all) => all.map(ofAnotherChat))],
  ['without-participants', 'nobody is told that participants changed', withoutNotification(PARTICIPANTS)],
  ['without-messages', 'nobody is told that the agent joined', withoutNotification(MESSAGES)],
  ['without-failure', 'nobody is told that the invitation failed', withoutNotification(FAILED)],
]);

const contents = successFaults('genesys.told-', OPERATION, [
  [
    'nickname-missing',
    'participants have no nickname',
    inNotification(PARTICIPANTS, '/chat/participants/*/nickname', gone),
  ],
  [
    'participant-id-number',
    'ids of participants are numbers',
    inNotification(PARTICIPANTS, '/chat/participants/*/participantId', () => 9),
  ],
  [
    'chat-id-missing',
    'the change of participants names no chat',
    inNotification(PARTICIPANTS, '/chat/id', gone),
  ],
  ['state-missing', 'the chat has no state', inNotification(PARTICIPANTS, '/chat/state', gone)],
  [
    'capabilities-text',
    'the capabilities are one text',
    inNotification(PARTICIPANTS, '/chat/capabilities', String),
  ],
  ['message-type-missing', 'the message has no type', inNotification(MESSAGES, '/messages/*/type', gone)],
  ['message-sender-missing', 'nobody is named as sender', inNotification(MESSAGES, '/messages/*/from', gone)],
  [
    'message-time-format',
    'the timestamp is a date',
    inNotification(MESSAGES, '/messages/*/timestamp', () => '2014-01-06'),
  ],
  [
    'wrong-reference',
    'the failure has the number of another request',
    inNotification(FAILED, '/referenceId', anotherValue),
  ],
  ['failure-text-missing', 'the failure has no text', inNotification(FAILED, '/errorMessage', gone)],
  [
    'failure-reference-text',
    'the number of the failure is text',
    inNotification(FAILED, '/referenceId', String),
  ],
]);

export const genesysFaults: readonly Fault[] = [
  ...answers,
  ...deliveries,
  ...contents,
  {
    name: 'genesys.feature-missing',
    operation: OPERATION,
    title: 'the contact centre lacks the feature',
    effect: { kind: 'turns-away', cause: 'no-permission' },
  },
];

function gone(): undefined {
  return undefined;
}

function ofAnotherChat(told: DraftedNotification): DraftedNotification {
  const pointers = ['/chat/id', '/chat/uri', '/chatUri'];
  const data = pointers.reduce(
    (changed, pointer) =>
      changeAt(changed, pointer, (current) => (current === undefined ? undefined : anotherValue(current))),
    told.data,
  );
  return { ...told, data };
}
