import type { operations } from '../../src/generated/acquire.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';
import { INSTANT } from '../instant.ts';
import type { ResponseDraft } from '../interaction-draft.ts';

const { stated, shown } = citing('acquire-join-chat');

type JoinChat = operations['joinChat'];

export default defineContract<JoinChat>({
  operation: 'acquire.joinChat',
  consumer: 'support-desk',
  relies: [
    { field: 'response.body#/data/id', why: 'opens the case it joined' },
    { field: 'response.body#/data/contactId', why: 'shows the contact beside the chat' },
    { field: 'response.body#/data/threadId', why: 'fetches what was said before' },
    { field: 'response.body#/data/status', why: 'lets an agent write only while the case is active' },
    { field: 'response.body#/data/dateCreated', why: 'shows since when the customer has been waiting' },
    { field: 'response.body#/data/users/*/userId', why: 'lists who is in the chat' },
    { field: 'response.body#/data/users/*/type', why: 'tells colleagues from the contact' },
    { field: 'response.body#/data/users/*/status', why: 'tells who takes part from who was only asked' },
  ],
  knownBy: {},
  rules: [
    {
      id: 'joined-user-present',
      title: 'An agent who has joined is among the users of the case',
      why: 'the desk takes the chat over only once it finds itself in it',
      examples: [
        {
          replace: ['"status":"joined"', '"status":"ignored"'],
          difference: {
            pointer: 'response.body#/data/users',
            expected: 'a user who has joined',
            actual: 'user ignored, contact active, user ignored',
          },
        },
      ],
      broken: ({ response }) => {
        const users = response.get('data').get('users');
        const present = users.each().map((user) => `${user.get('type').value} ${user.get('status').value}`);
        return present.includes('user joined')
          ? []
          : [users.differs('a user who has joined', present.join(', ') || 'nobody')];
      },
    },
  ],
  interactions: (m) => {
    const request = {
      method: 'GET',
      path: '/api/v1/crm/messenger/chat/join',
      headers: { Authorization: m.fromProviderState('Bearer {apiKey}', 'Bearer {{api_key}}') },
      body: { caseId: m.fromProviderState('{caseId}', 1684), askJoin: true },
    } as const;
    const intent = { kind: 'accepted', outcome: 'success' } as const;
    const response: ResponseDraft<JoinChat, 200> = {
      status: 200,
      body: {
        data: {
          id: m.integer(1684),
          contactId: m.integer(597752),
          threadId: m.integer(1684),
          status: m.string('active'),
          dateCreated: m.regex(INSTANT, '2021-03-24T10:44:35.000Z'),
          users: m.eachLike({ userId: m.integer(25), type: m.string('user'), status: m.string('joined') }, 1),
        },
      },
    };
    const sources = [
      stated(9, 9, 'a GET that carries the id of the case in its body'),
      stated(15, 16, 'the API key is a bearer token'),
      shown(28, 184, 'the answer is the case with everyone in it'),
      shown(102, 104, 'who joined is a user with the status "joined"'),
      shown(194, 197, 'the body asks to join as well'),
    ];
    return [
      {
        description: 'a request to join an open case',
        states: [{ name: 'an API key' }, { name: 'an open case' }],
        intent,
        request,
        response,
        sources,
      },
      {
        description: 'a request to join one that was closed and is open again',
        states: [{ name: 'an API key' }, { name: 'a case that was closed and is open again' }],
        intent,
        request,
        response,
        sources: [...sources, shown(34, 55, 'who closed a case, when, and which came before it are told')],
      },
    ];
  },
});
