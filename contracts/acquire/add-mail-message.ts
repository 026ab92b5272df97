import type { operations } from '../../src/generated/acquire.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';
import type { RequestBody } from '../documented.ts';
import { ANY_REFUSAL } from '../interaction-draft.ts';
import { noErrorTold } from '../no-error-told.ts';
import type { Template } from '../template.ts';

const { stated, inferred } = citing('acquire-send-message');

type AddMailMessage = operations['addMailMessage'];

export default defineContract<AddMailMessage>({
  operation: 'acquire.addMailMessage',
  consumer: 'support-desk',
  relies: [{ field: 'response.status', why: 'marks the mail as sent; nothing else of the answer is read' }],
  knownBy: {},
  rules: [noErrorTold()],
  interactions: (m) => {
    const method = 'POST';
    const path = '/api/v1/mail/add-message';
    const headers = { Authorization: m.fromProviderState('Bearer {apiKey}', 'Bearer {{API_KEY}}') };
    const mail = {
      caseId: m.fromProviderState('{caseId}', 2069),
      contactId: m.fromProviderState('{contactId}', 597759),
      from: m.fromProviderState('{fromAddress}', 'support@example.com'),
      to: m.fromProviderState('{toAddresses}', ['customer@example.com']),
      cc: [],
      bcc: [],
      type: 'message',
      subject: 'Your question to our support',
      htmlBody: '<p>Thank you for your question. We are looking into it.</p>',
      attachments: [],
    } satisfies Template<RequestBody<AddMailMessage>['data']>;
    const openCase = [{ name: 'an API key' }, { name: 'an open case' }];
    const mailbox = { name: 'a connected mailbox' };
    const intent = { kind: 'accepted', outcome: 'success' } as const;
    const sources = [
      stated(206, 208, 'the address of the operation, and that the mailbox is a connected one'),
      stated(216, 220, 'the API key is a bearer token'),
      stated(228, 292, 'every member of the mail is required, and so is the object that holds them'),
      inferred(294, 294, 'no answer is documented; success has the status of the other messages'),
    ];
    return [
      {
        description: 'a mail from a connected mailbox about an open case',
        states: [...openCase, mailbox],
        intent,
        request: { method, path, headers, body: { data: mail } },
        response: { status: 200 },
        sources,
      },
      {
        description: 'a mail to several recipients with copies about an open case',
        states: [...openCase, mailbox, { name: 'several recipients' }, { name: 'recipients of copies' }],
        intent,
        request: {
          method,
          path,
          headers,
          body: {
            data: {
              ...mail,
              to: m.fromProviderState('{recipientAddresses}', ['one@example.com', 'two@example.com']),
              cc: m.fromProviderState('{ccAddresses}', ['copy@example.com']),
              bcc: m.fromProviderState('{bccAddresses}', ['hidden@example.com']),
            },
          },
        },
        response: { status: 200 },
        sources: [
          ...sources,
          stated(246, 268, 'recipients, copies and hidden copies are lists of addresses'),
        ],
      },
      {
        description: 'a mail from a mailbox that is not connected',
        states: [...openCase, mailbox, { name: 'a mailbox that is not connected' }],
        intent: { kind: 'refused', cause: 'no-feature' },
        request: {
          method,
          path,
          headers,
          body: { data: { ...mail, from: m.fromProviderState('{strangeAddress}', 'stranger@example.com') } },
        },
        response: ANY_REFUSAL,
        sources: [
          stated(208, 208, 'a mailbox has to be connected'),
          stated(262, 262, 'a mail is from the connected address'),
        ],
      },
    ];
  },
});
