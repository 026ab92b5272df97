import type { operations } from '../../src/generated/acquire.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';
import { noErrorTold } from '../no-error-told.ts';

const { stated, inferred } = citing('acquire-send-message');

export default defineContract<operations['addMailMessage']>({
  operation: 'acquire.addMailMessage',
  consumer: 'support-desk',
  relies: [{ field: 'response.status', why: 'marks the mail as sent; nothing else of the answer is read' }],
  knownBy: {},
  rules: [noErrorTold()],
  interactions: (m) => [
    {
      description: 'a mail from a connected mailbox about an open case',
      states: [{ name: 'an API key' }, { name: 'an open case' }, { name: 'a connected mailbox' }],
      intent: { kind: 'accepted', outcome: 'success' },
      request: {
        method: 'POST',
        path: '/api/v1/mail/add-message',
        headers: { Authorization: m.fromProviderState('Bearer {apiKey}', 'Bearer {{API_KEY}}') },
        body: {
          data: {
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
          },
        },
      },
      response: { status: 200 },
      sources: [
        stated(206, 208, 'the address of the operation, and that the mailbox is a connected one'),
        stated(216, 220, 'the API key is a bearer token'),
        stated(228, 292, 'every member of the mail is required, and so is the object that holds them'),
        inferred(294, 294, 'no answer is documented; success has the status of the other messages'),
      ],
    },
  ],
});
