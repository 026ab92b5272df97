import { foundIn } from './expectation-rows.ts';
import type { Expectation, FoundExpectation } from './expected-findings.ts';

const invite = foundIn('acquire.inviteAgent', 'acquire-invite-agent');
const join = foundIn('acquire.joinChat', 'acquire-join-chat');
const message = foundIn('acquire.addChatMessage', 'acquire-send-message');
const mail = foundIn('acquire.addMailMessage', 'acquire-send-message');
const sms = foundIn('acquire.sendSms', 'acquire-send-message');

function deviating({ findings }: FoundExpectation): Expectation {
  return { kind: 'deviating', findings };
}

/** Neither mail nor text message has an answer in the document: its whole section is all there is to cite. */
const MAIL = [204, 294] as const;
const SMS = [296, 362] as const;

export const expectedOfAcquire: Readonly<Record<string, Expectation>> = {
  'acquire.invite-agent-missing': invite(['response.body#/data/*/userId', 32, 68]),
  'acquire.invite-wrong-key': invite(['response.body#/data/*/userId', 33, 44]),
  'acquire.invite-list': invite(['response.body#/data', 32, 48]),
  'acquire.invite-user-id-text': invite(['response.body#/data/*/userId', 34, 44]),
  'acquire.invite-online-missing': invite(['response.body#/data/*/online', 35, 45]),
  'acquire.invite-sent-number': invite(['response.body#/data/*/sent', 36, 46]),
  'acquire.invite-error-under-200': invite(['response.body#/data', 31, 48]),
  'acquire.join-joiner-missing': join(['response.body#/data/users', 58, 169]),
  'acquire.join-joiner-not-joined': join(['response.body#/data/users', 58, 169]),
  'acquire.join-wrong-case': join(['response.body#/data/id', 32, 32]),
  'acquire.join-wrong-person': deviating(join(['response.body#/data/users/*/user/id', 59, 124])),
  'acquire.join-wrong-copy': deviating(join(['response.body#/data/users/*/case/contactId', 129, 129])),
  'acquire.join-updated-early': deviating(join(['response.body#/data/dateUpdated', 30, 31])),
  'acquire.join-added-early': deviating(join(['response.body#/data/users/*/dateCreated', 66, 108])),
  'acquire.join-id-text': join(['response.body#/data/id', 32, 32]),
  'acquire.join-status-missing': join(['response.body#/data/status', 39, 39]),
  'acquire.join-contact-missing': join(['response.body#/data/contactId', 33, 33]),
  'acquire.join-users-missing': join(['response.body#/data/users', 58, 169]),
  'acquire.join-date-format': join(['response.body#/data/dateCreated', 30, 30]),
  'acquire.join-error-under-200': join(['response.body#/data', 28, 184]),
  'acquire.join-moved': join(['response.status', 22, 22]),
  'acquire.message-wrong-text': message(['response.body#/data/message', 84, 84]),
  'acquire.message-wrong-type': message(['response.body#/data/type', 82, 82]),
  'acquire.message-wrong-sender-type': message(['response.body#/data/senderType', 80, 80]),
  'acquire.message-wrong-sender': deviating(message(['response.body#/data/sender/id', 183, 183])),
  'acquire.message-before-case': message(['response.body#/data/dateCreated', 88, 90]),
  'acquire.message-wrong-case': message(['response.body#/data/caseId', 196, 196]),
  'acquire.message-wrong-contact': message(['response.body#/data/contactId', 198, 198]),
  'acquire.message-id-missing': message(['response.body#/data/id', 195, 195]),
  'acquire.message-id-text': message(['response.body#/data/id', 195, 195]),
  'acquire.message-date-format': message(['response.body#/data/dateCreated', 88, 88]),
  'acquire.message-error-under-200': message(['response.body#/data', 77, 200]),
  'acquire.mail-internal-error': mail(['response.status', ...MAIL]),
  'acquire.mail-error-under-200': mail(['response.body#/error', ...MAIL]),
  'acquire.mail-bad-gateway': mail(['response.status', ...MAIL]),
  'acquire.sms-internal-error': sms(['response.status', ...SMS]),
  'acquire.sms-error-under-200': sms(['response.body#/error', ...SMS]),
  'acquire.sms-bad-gateway': sms(['response.status', ...SMS]),
  'acquire.invite-refuses-one-department': invite(['response.status', 24, 24]),
  // Text in a table, a number in the sample: who takes only one of them follows the page.
  'acquire.invite-refuses-case-id-text': { kind: 'tolerated', says: /acquire\.invite-case-id-type/ },
  'acquire.message-refuses-no-user-type': message(['response.status', 17, 21]),
  // Three types in the prose, one in the table.
  'acquire.message-refuses-notes': { kind: 'tolerated', says: /acquire\.message-type-values/ },
  'acquire.message-accepts-undocumented-value': {
    ...message(['response.status', 9, 9], ['response.status', 17, 21]),
    kind: 'noted',
  },
  'acquire.message-accepts-closed-case': message(['response.status', 9, 9]),
  'acquire.mail-from-anybody': mail(['response.status', 208, 208]),
  'acquire.sms-from-anybody': sms(['response.status', 300, 300]),
  'acquire.message-user-type-ignored': message(['response.body#/data/senderType', 80, 80]),
  // The last clause on x-user-type has it so: the page is at fault, whichever way a vendor goes.
  'acquire.message-contact-is-agent': {
    ...message(['response.body#/data/senderType', 21, 21]),
    kind: 'noted',
  },
};
