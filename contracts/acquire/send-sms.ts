import type { operations } from '../../src/generated/acquire.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';
import type { RequestBody } from '../documented.ts';
import { ANY_REFUSAL } from '../interaction-draft.ts';
import { noErrorTold } from '../no-error-told.ts';
import type { Template } from '../template.ts';

const { stated, inferred } = citing('acquire-send-message');

type SendSms = operations['sendSms'];

export default defineContract<SendSms>({
  operation: 'acquire.sendSms',
  consumer: 'support-desk',
  relies: [
    { field: 'response.status', why: 'marks the text message as sent; nothing else of the answer is read' },
  ],
  knownBy: {},
  rules: [noErrorTold()],
  interactions: (m) => {
    const method = 'POST';
    const path = '/api/v1/voip/send-sms';
    const query = { 'x-user-type': 'user' } as const;
    const headers = { Authorization: m.fromProviderState('Bearer {apiKey}', 'Bearer {{api_key}}') };
    const body = {
      From: m.fromProviderState('{fromNumber}', '+12025550142'),
      To: m.fromProviderState('{toNumber}', '+12025550187'),
      contactId: m.fromProviderState('{contactId}', 597759),
      Body: 'Thank you for your question. We are looking into it.',
      threadId: m.fromProviderState('{threadId}', 1875),
      timelineId: m.fromProviderState('{timelineId}', 8289),
    } satisfies Template<RequestBody<SendSms>>;
    const states = [{ name: 'an API key' }, { name: 'an open case' }, { name: 'a connected phone number' }];
    return [
      {
        description: 'a text message from a connected phone number to the contact',
        states,
        intent: { kind: 'accepted', outcome: 'success' },
        request: { method, path, query, headers, body },
        response: { status: 200 },
        sources: [
          stated(298, 300, 'the address of the operation, and that the phone number is a connected one'),
          inferred(308, 312, 'the API key is a bearer token; that it is a query parameter is not believed'),
          stated(314, 360, 'in whose name it is sent, both numbers, the text, and the thread it belongs to'),
          inferred(362, 362, 'no answer is documented; success has the status of the other messages'),
        ],
      },
      {
        description: 'a text message from a phone number that is not connected',
        states: [...states, { name: 'a phone number that is not connected' }],
        intent: { kind: 'refused', cause: 'no-feature' },
        request: {
          method,
          path,
          query,
          headers,
          body: { ...body, From: m.fromProviderState('{strangeNumber}', '+12025550111') },
        },
        response: ANY_REFUSAL,
        sources: [
          stated(300, 300, 'a phone number has to be connected'),
          stated(330, 330, 'the number it is from is one of the platform'),
        ],
      },
    ];
  },
});
