import type { operations } from '../../src/generated/acquire.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';
import { noErrorTold } from '../no-error-told.ts';

const { stated, inferred } = citing('acquire-send-message');

export default defineContract<operations['sendSms']>({
  operation: 'acquire.sendSms',
  consumer: 'support-desk',
  relies: [
    { field: 'response.status', why: 'marks the text message as sent; nothing else of the answer is read' },
  ],
  knownBy: {},
  rules: [noErrorTold()],
  interactions: (m) => [
    {
      description: 'a text message from a connected phone number to the contact',
      states: [{ name: 'an API key' }, { name: 'an open case' }, { name: 'a connected phone number' }],
      intent: { kind: 'accepted', outcome: 'success' },
      request: {
        method: 'POST',
        path: '/api/v1/voip/send-sms',
        query: { 'x-user-type': 'user' },
        headers: { Authorization: m.fromProviderState('Bearer {apiKey}', 'Bearer {{api_key}}') },
        body: {
          From: m.fromProviderState('{fromNumber}', '+12025550142'),
          To: m.fromProviderState('{toNumber}', '+12025550187'),
          contactId: m.fromProviderState('{contactId}', 597759),
          Body: 'Thank you for your question. We are looking into it.',
          threadId: m.fromProviderState('{threadId}', 1875),
          timelineId: m.fromProviderState('{timelineId}', 8289),
        },
      },
      response: { status: 200 },
      sources: [
        stated(298, 300, 'the address of the operation, and that the phone number is a connected one'),
        inferred(308, 312, 'the API key is a bearer token; that it is a query parameter is not believed'),
        stated(314, 360, 'in whose name it is sent, both numbers, the text, and the thread it belongs to'),
        inferred(362, 362, 'no answer is documented; success has the status of the other messages'),
      ],
    },
  ],
});
