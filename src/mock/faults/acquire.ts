// Ways for Acquire to misbehave.
import { isJsonObject, type Json } from '../../model/json.ts';
import { valueAt } from '../../model/json-pointer.ts';
import { idsAt } from '../json-values.ts';
import type { MockRequest } from '../mock-request.ts';
import {
  always,
  another,
  anotherValue,
  asText,
  at,
  body,
  liberty,
  missing,
  onSuccess,
  page,
  problem,
  refusesInput,
  set,
  successFaults,
  withoutLastMember,
} from './changes.ts';
import type { AnswerChange, Fault } from './fault.ts';

const errorUnderSuccess: AnswerChange = body({
  error: { code: 'ERROR_SERVER_ERROR', message: 'Something went wrong' },
  data: null,
});

const brokenDate = 'Wed Mar 24 2021 10:44:35';
const LONG_AGO = '2001-02-03T04:05:06.000Z';

const invite = successFaults('acquire.invite-', 'acquire.inviteAgent', [
  ['agent-missing', 'the last agent invited has no receipt', at('/data', withoutLastMember)],
  ['wrong-key', 'a receipt stands under an id that is not its own', at('/data', withWrongKey)],
  ['list', 'the receipts are a list, not a map', at('/data', membersOnly)],
  ['user-id-text', 'the user id of a receipt is text', asText('/data/*/userId')],
  ['online-missing', 'a receipt does not tell who is online', missing('/data/*/online')],
  ['sent-number', 'a receipt tells 1 or 0 for sent', at('/data/*/sent', (sent) => Number(sent))],
  ['error-under-200', 'a failure has status 200', errorUnderSuccess],
]);

const join = successFaults('acquire.join-', 'acquire.joinChat', [
  ['joiner-missing', 'who joined is not among the users', at('/data/users', withoutLastMember)],
  ['joiner-not-joined', 'who joined is active, not joined', at('/data/users/*/status', () => 'active')],
  ['wrong-case', 'another case is joined', another('/data/id')],
  ['wrong-person', 'an entry of the users describes somebody else', another('/data/users/*/user/id')],
  ['wrong-copy', 'the case told beside who joined is another', another('/data/users/*/case/contactId')],
  ['updated-early', 'the case changed before there was one', set('/data/dateUpdated', LONG_AGO)],
  ['added-early', 'a user was added before there was a case', set('/data/users/*/dateCreated', LONG_AGO)],
  ['id-text', 'the id of the case is text', asText('/data/id')],
  ['status-missing', 'the case has no status', missing('/data/status')],
  ['contact-missing', 'the case has no contact', missing('/data/contactId')],
  ['users-missing', 'the case has no users', missing('/data/users')],
  ['date-format', 'the date of the case is no instant', set('/data/dateCreated', brokenDate)],
  ['error-under-200', 'a failure has status 200', errorUnderSuccess],
]);

const chatMessage = successFaults('acquire.message-', 'acquire.addChatMessage', [
  ['wrong-text', 'another text comes back', another('/data/message')],
  ['wrong-type', 'a note comes back', set('/data/type', 'note')],
  ['wrong-sender-type', 'the contact is told as sender', set('/data/senderType', 'contact')],
  ['wrong-sender', 'somebody else is described as the sender', another('/data/sender/id')],
  ['before-case', 'the message is older than its case', set('/data/dateCreated', LONG_AGO)],
  ['wrong-case', 'the message is added to another case', another('/data/caseId')],
  ['wrong-contact', 'the message is told of another contact', another('/data/contactId')],
  ['id-missing', 'the message has no id', missing('/data/id')],
  ['id-text', 'the id of the message is text', asText('/data/id')],
  ['date-format', 'the date of the message is no instant', set('/data/dateCreated', brokenDate)],
  ['error-under-200', 'a failure has status 200', errorUnderSuccess],
]);

const mail = successFaults('acquire.mail-', 'acquire.addMailMessage', [
  ['internal-error', 'a mail fails with 500', problem(500, { error: { code: 'ERROR_SERVER_ERROR' } })],
  ['error-under-200', 'a failure has status 200', errorUnderSuccess],
  ['bad-gateway', 'a gateway answers with a page and 502', page(502)],
]);

const sms = successFaults('acquire.sms-', 'acquire.sendSms', [
  [
    'internal-error',
    'a text message fails with 500',
    problem(500, { error: { code: 'ERROR_SERVER_ERROR' } }),
  ],
  ['error-under-200', 'a failure has status 200', errorUnderSuccess],
  ['bad-gateway', 'a gateway answers with a page and 502', page(502)],
]);

const invalid: Json = { error: { code: 'ERROR_INVALID_INPUT', message: 'The input is invalid' }, data: null };

const input: readonly Fault[] = [
  refusesInput(
    'acquire.invite-refuses-one-department',
    'acquire.inviteAgent',
    'departments are invited only several at a time',
    ({ body: sent }) => idsAt(sent, 'department').length === 1,
    invalid,
  ),
  liberty(
    refusesInput(
      'acquire.invite-refuses-case-id-text',
      'acquire.inviteAgent',
      'the id of the case is not taken as text',
      ({ body: sent }) => typeof valueAt(sent, '/caseId') === 'string',
      invalid,
    ),
  ),
  refusesInput(
    'acquire.message-refuses-no-user-type',
    'acquire.addChatMessage',
    'a message has to say in whose name it is',
    ({ query }) => !query.some(([name]) => name === 'x-user-type'),
    invalid,
  ),
  liberty(
    refusesInput(
      'acquire.message-refuses-notes',
      'acquire.addChatMessage',
      'a message cannot be a note',
      ({ body: sent }) => valueAt(sent, '/message/type') === 'note',
      invalid,
    ),
  ),
  {
    name: 'acquire.message-accepts-undocumented-value',
    operation: 'acquire.addChatMessage',
    title: 'a type of message or of sender that is not documented is accepted',
    liberty: true,
    effect: { kind: 'lets-through', causes: ['undocumented-value'] },
  },
  {
    name: 'acquire.message-accepts-closed-case',
    operation: 'acquire.addChatMessage',
    title: 'a message to a closed case is accepted',
    effect: { kind: 'lets-through', causes: ['wrong-state'] },
  },
  {
    name: 'acquire.mail-from-anybody',
    operation: 'acquire.addMailMessage',
    title: 'a mail is sent from a mailbox that is not connected',
    effect: { kind: 'lets-through', causes: ['no-feature'] },
  },
  {
    name: 'acquire.sms-from-anybody',
    operation: 'acquire.sendSms',
    title: 'a text message is sent from a number that is not connected',
    effect: { kind: 'lets-through', causes: ['no-feature'] },
  },
  onSuccess(
    'acquire.message-user-type-ignored',
    'acquire.addChatMessage',
    'a message for an agent is told as one of the contact',
    (answer, request) => (asks(request, 'user') ? sentAs('contact')(answer, request) : answer),
  ),
  liberty(
    onSuccess(
      'acquire.message-contact-is-agent',
      'acquire.addChatMessage',
      'contact stands for an agent as well',
      (answer, request) => (asks(request, 'contact') ? sentAs('user')(answer, request) : answer),
    ),
  ),
];

export const acquireFaults: readonly Fault[] = [
  ...invite,
  ...join,
  always(
    'acquire.join-moved',
    'acquire.joinChat',
    'joining by GET is no longer there',
    problem(404, {
      error: { code: 'ERROR_RECORD_NOT_FOUND', message: 'Nothing is at this address' },
      data: null,
    }),
  ),
  ...chatMessage,
  ...mail,
  ...sms,
  ...input,
];

function asks({ query }: MockRequest, userType: string): boolean {
  return query.some(([name, value]) => name === 'x-user-type' && value === userType);
}

function sentAs(senderType: string): AnswerChange {
  return (answer, request) =>
    set('/data/sender/type', senderType)(set('/data/senderType', senderType)(answer, request), request);
}

function withWrongKey(map: Json | undefined): Json {
  if (!isJsonObject(map)) return map ?? null;
  const [first, ...others] = Object.entries(map);
  if (first === undefined) return map;
  return Object.fromEntries([...others, [String(anotherValue(Number(first[0]))), first[1]]]);
}

function membersOnly(map: Json | undefined): Json {
  return isJsonObject(map) ? Object.values(map) : (map ?? null);
}
