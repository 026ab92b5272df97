import type { operations } from '../../src/generated/acquire.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';
import { INSTANT } from '../instant.ts';
import { ANY_REFUSAL, type ResponseDraft } from '../interaction-draft.ts';

const { stated, shown } = citing('acquire-send-message');

type AddChatMessage = operations['addChatMessage'];

export default defineContract<AddChatMessage>({
  operation: 'acquire.addChatMessage',
  consumer: 'support-desk',
  relies: [
    { field: 'response.body#/data/id', why: 'does not show a message twice that it also hears of otherwise' },
    { field: 'response.body#/data/caseId', why: 'puts the message into the right chat' },
    { field: 'response.body#/data/contactId', why: 'shows the message beside its contact' },
    { field: 'response.body#/data/type', why: 'tells what the customer sees from what only colleagues see' },
    { field: 'response.body#/data/message', why: 'shows the text as it went out, translated or not' },
    { field: 'response.body#/data/senderType', why: 'puts the message on the side of its sender' },
    { field: 'response.body#/data/dateCreated', why: 'keeps the messages of a chat in order' },
  ],
  knownBy: {},
  rules: [
    {
      id: 'sender-type-as-asked',
      title: 'The sender is of the type that was asked for',
      why: 'a message on the wrong side makes an agent appear to be the customer',
      examples: [
        {
          query: { 'x-user-type': 'user' },
          replace: ['"senderType":"user"', '"senderType":"contact"'],
          difference: { pointer: 'response.body#/data/senderType', expected: 'user', actual: 'contact' },
        },
        {
          query: { 'x-user-type': 'user' },
          replace: ['"senderType":"user"', '"sentBy":"user"'],
          difference: { pointer: 'response.body#/data/senderType', expected: 'user', actual: 'nothing' },
        },
      ],
      broken: ({ query, response }) => {
        const asked = query('x-user-type');
        const senderType = response.get('data').get('senderType');
        if (asked === undefined) return { silent: 'no type of sender was asked for' };
        if (asked === 'contact') return { silent: 'of contact the page says two things' };
        return senderType.value === asked
          ? []
          : [senderType.differs(asked, String(senderType.value ?? 'nothing'))];
      },
    },
  ],
  interactions: (m) => {
    const method = 'POST';
    const path = '/api/v1/crm/messenger/chat/add-message';
    const headers = { Authorization: m.fromProviderState('Bearer {apiKey}', 'Bearer {{API_KEY}}') };
    const contactId = m.fromProviderState('{contactId}', 597759);
    const caseId = m.fromProviderState('{caseId}', 2069);
    const message = { type: 'message', message: 'Hey added from the api' } as const;
    const states = [{ name: 'an API key' }, { name: 'an open case' }];
    const intent = { kind: 'accepted', outcome: 'success' } as const;
    const addedBy = (senderType: string): ResponseDraft<AddChatMessage, 200> => ({
      status: 200,
      body: {
        data: {
          id: m.integer(8289),
          caseId: m.integer(2069),
          contactId: m.integer(597759),
          type: m.string('message'),
          message: m.string('Hey added from the api'),
          senderType: m.string(senderType),
          dateCreated: m.regex(INSTANT, '2021-03-30T16:05:46.000Z'),
        },
      },
    });
    const query = { 'x-user-type': 'user', contactId } as const;
    const ofAgent = { method, path, query, headers, body: { caseId, message } } as const;
    const sources = [
      stated(9, 9, 'a message object with type and text; only an active case takes messages'),
      stated(21, 29, 'the query says in whose name the message is added, and who the contact is'),
      stated(41, 57, 'the API key is a bearer token, the id of the case is required'),
      shown(77, 200, 'the answer is the message with its case and its sender'),
    ];
    return [
      {
        description: 'a chat message of an agent to an open case',
        states,
        intent,
        request: ofAgent,
        response: addedBy('user'),
        sources: [...sources, shown(80, 80, 'the sender of the example is a user')],
      },
      {
        description: 'a chat message of the contact to an open case',
        states,
        intent,
        request: {
          method,
          path,
          query: { 'x-user-type': 'contact', contactId },
          headers,
          body: { caseId, message },
        },
        response: addedBy('contact'),
        sources,
      },
      {
        description: 'a chat message to be translated to an open case',
        states,
        intent,
        request: {
          method,
          path,
          query: { 'x-user-type': 'user', contactId },
          headers,
          body: { caseId, message: { ...message, translateLangKey: 'fr' } },
        },
        response: addedBy('user'),
        sources: [...sources, stated(47, 51, 'a language code asks for a translation')],
      },
      {
        description: 'a chat message to a reopened case',
        states: [{ name: 'an API key' }, { name: 'a case that was closed and is open again' }],
        intent,
        request: ofAgent,
        response: addedBy('user'),
        sources: [...sources, shown(93, 108, 'who closed a case, when, and which came before it are told')],
      },
      {
        description: 'a chat message to a closed case',
        states: [{ name: 'an API key' }, { name: 'a closed case' }],
        intent: { kind: 'refused', cause: 'wrong-state' },
        request: ofAgent,
        response: ANY_REFUSAL,
        sources: [stated(9, 9, 'only an active case takes messages')],
      },
    ];
  },
});
