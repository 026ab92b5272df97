// For every kind of claim: calls that confirm one, that contradict it, and that leave it unobserved.
import type { ClaimKind } from '../../src/model/claim.ts';
import type { Intent } from '../../src/model/interaction.ts';
import type { InputCause, RefusalCause } from '../../src/model/operation.ts';
import { changedNotifications, documentedCalls } from './documented-calls.ts';
import type { CallParts } from './evidence-parts.ts';

export interface StandingRow {
  readonly operation: string;
  readonly claim: string;
  readonly confirmed: readonly CallParts[];
  /** Undefined where nothing an exchange shows could speak against it. */
  readonly contradicted: readonly CallParts[] | undefined;
  readonly unobserved: readonly CallParts[];
  /** Why it is not observed. */
  readonly because: string;
}

const REFUSED = (cause: Exclude<RefusalCause, InputCause>): Intent => ({
  kind: 'refused',
  cause,
});
const WITHOUT_NAME: Intent = { kind: 'refused', cause: 'missing-field', field: 'body#/department/name' };
const BAD_REQUEST: CallParts = {
  intent: WITHOUT_NAME,
  status: 400,
  requestEdits: { '/department/name': undefined },
  answer: {
    success: false,
    error: "must have required property 'name' [invalid-params]",
    errorType: 'invalid-params',
  },
};
const UNAUTHORIZED = { success: false, error: 'unauthorized' };
const FORBIDDEN: CallParts = { intent: REFUSED('no-permission'), status: 403, answer: UNAUTHORIZED };
const TO_CLOSED_CASE: CallParts = { intent: REFUSED('wrong-state'), status: 409, answer: {} };
const FROM_STRANGE_MAILBOX: CallParts = { intent: REFUSED('no-feature'), status: 400, answer: {} };
const WITH_WRONG_KEY: CallParts = { intent: REFUSED('wrong-credentials'), status: 401, answer: {} };
const TAKEN: CallParts = {};
const UNAVAILABLE: CallParts = { status: 503, answerText: '' };
const DOWN = 'the service was unavailable (503)';

const register = 'rocketchat.registerDepartment';
const join = 'acquire.joinChat';
const invite = 'acquire.inviteAgent';
const message = 'acquire.addChatMessage';
const mail = 'acquire.addMailMessage';
const chat = 'genesys.inviteAgentToChat';

export const standings: Readonly<Record<Exclude<ClaimKind, 'limit' | 'history' | 'effect'>, StandingRow>> = {
  status: {
    operation: register,
    claim: 'status/400/response.status(missing-field)',
    confirmed: [BAD_REQUEST],
    contradicted: [{ ...BAD_REQUEST, status: 422 }],
    unobserved: [TAKEN],
    because: 'no request that would show it is planned',
  },
  'content-type': {
    operation: register,
    claim: 'content-type/response.header.content-type',
    confirmed: [TAKEN],
    contradicted: [{ contentType: 'text/plain' }],
    unobserved: [UNAVAILABLE],
    because: DOWN,
  },
  echo: {
    operation: register,
    claim: 'echo/response.body#/agents/*/agentId',
    confirmed: [TAKEN],
    contradicted: [{ answerEdits: { '/agents/0/agentId': 'somebody else' } }],
    unobserved: [{ requestEdits: { '/agents': [] } }],
    because: 'what would come back was not sent',
  },
  agreement: {
    operation: join,
    claim: 'agreement/response.body#/data/users/*/caseId',
    confirmed: [TAKEN],
    contradicted: [{ answerEdits: { '/data/users/0/caseId': 1685 } }],
    unobserved: [{ answerEdits: { '/data/users': [] } }],
    because: 'the two places were not both there',
  },
  'failure-sign': {
    operation: invite,
    claim: 'failure-sign/response.body#/error',
    confirmed: [
      { intent: REFUSED('no-credentials'), status: 401, answer: { error: { code: 'E' }, data: null } },
    ],
    contradicted: [{ answer: { error: { code: 'E' }, data: {} } }],
    unobserved: [TAKEN],
    because: 'no refusal bore it',
  },
  presence: {
    operation: join,
    claim: 'presence/response.body#/data/users/*/user/roles(type-is-user)',
    confirmed: [TAKEN],
    contradicted: [{ answerEdits: { '/data/users/0/user/roles': undefined } }],
    // The only one left is a contact, of whom nobody says that there are roles.
    unobserved: [{ answerEdits: { '/data/users/2': undefined, '/data/users/0': undefined } }],
    because: '/data/users/*/user/roles was never there',
  },
  type: {
    operation: join,
    claim: 'type/response.body#/data/queueOrder',
    confirmed: [TAKEN],
    contradicted: [{ answerEdits: { '/data/queueOrder': 'first' } }],
    unobserved: [{ answerEdits: { '/data/queueOrder': null } }],
    because: 'only null was seen there',
  },
  nullability: {
    operation: join,
    claim: 'nullability/response.body#/data/closedBy',
    confirmed: [TAKEN],
    contradicted: undefined,
    unobserved: [{ answerEdits: { '/data/closedBy': 25 } }],
    because: 'null was never seen there',
  },
  value: {
    operation: register,
    claim: 'value/403/response.body#/success',
    confirmed: [FORBIDDEN],
    contradicted: [{ ...FORBIDDEN, answer: { success: true, error: 'unauthorized' } }],
    unobserved: [TAKEN],
    because: 'no request that would show it is planned',
  },
  format: {
    operation: join,
    claim: 'format/response.body#/data/users/*/dateLastAssigned',
    confirmed: [TAKEN],
    contradicted: [{ answerEdits: { '/data/users/0/dateLastAssigned': 'yesterday' } }],
    unobserved: [
      { answerEdits: { '/data/users/0/dateLastAssigned': null, '/data/users/1/dateLastAssigned': null } },
    ],
    because: 'only null was seen there',
  },
  pattern: {
    operation: chat,
    claim: 'pattern/notifications.newMessages#/messages/*/timestamp',
    confirmed: [TAKEN],
    contradicted: [{ notifications: changedNotifications(chat, 1, '/messages/0/timestamp', 'noon') }],
    unobserved: [UNAVAILABLE],
    because: DOWN,
  },
  keys: {
    operation: invite,
    claim: 'keys/response.body#/data',
    confirmed: [TAKEN],
    contradicted: [{ answerEdits: { '/data/one': { userId: 1, online: true, sent: true } } }],
    unobserved: [{ answer: { data: {} } }],
    because: 'it was empty wherever it was seen',
  },
  choice: {
    operation: register,
    claim: 'choice/401/response.body#',
    confirmed: [
      {
        intent: REFUSED('no-credentials'),
        status: 401,
        answer: { status: 'error', message: 'You must be logged in to do this.' },
      },
    ],
    contradicted: [{ intent: REFUSED('no-credentials'), status: 401, answer: { message: 'no' } }],
    unobserved: [{ intent: REFUSED('no-credentials'), status: 403, answer: {} }],
    because: 'the answer was 403, not 401',
  },
  acceptance: {
    operation: invite,
    claim: 'acceptance/request.body#/caseId(string)',
    confirmed: [TAKEN, { id: 'as-text', requestEdits: { '/caseId': '22' } }],
    contradicted: [TAKEN, { id: 'as-text', requestEdits: { '/caseId': '22' }, status: 400, answer: {} }],
    unobserved: [TAKEN],
    because: 'no request sends it; see the reading acquire.invite-case-id-type',
  },
  'accepted-value': {
    operation: chat,
    claim: 'accepted-value/request.body#/operationName(Invite)',
    confirmed: [TAKEN],
    contradicted: [
      { id: 'other', requestEdits: { '/operationName': 'invite' } },
      { id: 'documented', status: 400, answer: {} },
    ],
    unobserved: [UNAVAILABLE],
    because: DOWN,
  },
  requiredness: {
    operation: register,
    claim: 'requiredness/request.body#/department/name',
    confirmed: [BAD_REQUEST],
    contradicted: [{ ...BAD_REQUEST, status: 200 }],
    unobserved: [
      { ...BAD_REQUEST, requestEdits: { '/department/name': undefined, '/department/email': undefined } },
    ],
    because: 'no request leaves just that out',
  },
  optionality: {
    operation: join,
    claim: 'optionality/request.body#/askJoin',
    confirmed: [TAKEN, { id: 'bare', requestEdits: { '/askJoin': undefined } }],
    contradicted: [TAKEN, { id: 'bare', requestEdits: { '/askJoin': undefined }, status: 400, answer: {} }],
    unobserved: [TAKEN],
    because: 'no request leaves it out',
  },
  notification: {
    operation: chat,
    claim: 'notification/notifications.newMessages',
    confirmed: [TAKEN],
    contradicted: [{ notifications: [] }],
    unobserved: [UNAVAILABLE],
    because: DOWN,
  },
  outcome: {
    operation: chat,
    claim: 'outcome/notifications(success)',
    confirmed: [TAKEN],
    contradicted: [{ notifications: [] }],
    unobserved: [{ intent: { kind: 'accepted', outcome: 'failure' } }],
    because: 'no request that would show it is planned',
  },
  order: {
    operation: chat,
    claim: 'order/notifications(success)',
    confirmed: [TAKEN],
    contradicted: [{ notifications: documentedCalls[chat]?.notifications?.toReversed() ?? [] }],
    unobserved: [{ notifications: [] }],
    because: 'fewer than two of the expected notifications came',
  },
  correlation: {
    operation: chat,
    claim: 'correlation/notifications.participantsUpdated#/chat/uri',
    confirmed: [TAKEN],
    contradicted: [{ notifications: changedNotifications(chat, 0, '/chat/uri', 'http://localhost/chats/1') }],
    unobserved: [{ notifications: [] }],
    because: 'no notification came that could be tied to the call',
  },
  permission: {
    operation: register,
    claim: 'permission/response.status(manage-livechat-departments)',
    confirmed: [FORBIDDEN],
    contradicted: [{ ...FORBIDDEN, status: 200 }],
    unobserved: [TAKEN],
    because: 'no request of a caller without it is planned',
  },
  state: {
    operation: message,
    claim: 'state/response.status(an active case)',
    confirmed: [TO_CLOSED_CASE],
    contradicted: [{ ...TO_CLOSED_CASE, status: 200 }],
    unobserved: [{ ...TO_CLOSED_CASE, status: 403 }],
    because: 'the credentials lack a permission (403)',
  },
  feature: {
    operation: mail,
    claim: 'feature/response.status(an email inbox connected to Acquire)',
    confirmed: [FROM_STRANGE_MAILBOX],
    contradicted: [{ ...FROM_STRANGE_MAILBOX, status: 200 }],
    unobserved: [TAKEN],
    because: 'a target has it or has not; no request can do without it',
  },
  refusal: {
    operation: invite,
    claim: 'refusal/response.status(wrong-credentials)',
    confirmed: [WITH_WRONG_KEY],
    contradicted: [{ ...WITH_WRONG_KEY, status: 200 }],
    unobserved: [{ ...WITH_WRONG_KEY, status: 429 }],
    because: 'the rate limit was reached (429)',
  },
};
