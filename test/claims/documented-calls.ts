// One call of four operations as their documents print it.
import { withMember } from '../../src/model/edit-json.ts';
import type { Pair } from '../../src/model/exchange.ts';
import type { Json } from '../../src/model/json.ts';
import { escapeToken, valueAt } from '../../src/model/json-pointer.ts';
import { operationOf, specOf } from '../fixtures/committed-suite.ts';

export interface DocumentedCall {
  readonly path: string;
  readonly headers: readonly Pair[];
  readonly query?: readonly Pair[];
  readonly request: Json;
  readonly answer: Json;
  readonly notifications?: readonly Json[];
}

const JSON_MEDIA = 'content/application~1json/examples/documented/value';
const BEARER: readonly Pair[] = [['Authorization', 'Bearer [secret:apiKey]']];

export const documentedCalls: Readonly<Record<string, DocumentedCall>> = {
  'acquire.inviteAgent': callOf('acquire.inviteAgent', { headers: BEARER }),
  'acquire.joinChat': callOf('acquire.joinChat', { headers: BEARER }),
  // Of this request the page has no sample: its body is put together from the words above the table.
  'acquire.addChatMessage': {
    path: '/api/v1/crm/messenger/chat/add-message',
    headers: BEARER,
    query: [
      ['x-user-type', 'user'],
      ['contactId', '597759'],
    ],
    request: { caseId: 2069, message: { type: 'message', message: 'Hey added from the api' } },
    answer: example(
      'acquire',
      `/paths/~1api~1v1~1crm~1messenger~1chat~1add-message/post/responses/200/${JSON_MEDIA}`,
    ),
  },
  // Neither request nor answer has a sample: the table is the request, and any answer will do.
  'acquire.addMailMessage': {
    path: '/api/v1/mail/add-message',
    headers: BEARER,
    request: {
      data: {
        htmlBody: '<p>Good morning</p>',
        type: 'message',
        subject: 'Good morning',
        bcc: [],
        cc: [],
        from: 'inbox@example.com',
        to: ['customer@example.com'],
        contactId: 597759,
        caseId: 2069,
        attachments: [],
      },
    },
    answer: {},
  },
  'rocketchat.registerDepartment': callOf('rocketchat.registerDepartment', {
    headers: [
      ['X-Auth-Token', '[secret:token]'],
      ['X-User-Id', '[secret:user]'],
    ],
  }),
  'genesys.inviteAgentToChat': callOf('genesys.inviteAgentToChat', {
    path: '/api/v2/me/chats/0000Na9B26EF006E',
    headers: [['Authorization', 'Basic [secret:basic]']],
    notifications: ['participantsUpdated', 'newMessages'].map((name) =>
      example('genesys', `/webhooks/${name}/post/requestBody/${JSON_MEDIA}`),
    ),
  }),
};

function callOf(
  id: string,
  parts: Pick<DocumentedCall, 'headers'> & Partial<DocumentedCall>,
): DocumentedCall {
  const { vendor, path, method } = operationOf(id);
  const pointer = `/paths/${escapeToken(path)}/${method.toLowerCase()}`;
  return {
    path,
    request: example(vendor, `${pointer}/requestBody/${JSON_MEDIA}`),
    answer: example(vendor, `${pointer}/responses/200/${JSON_MEDIA}`),
    ...parts,
  };
}

function example(vendor: string, pointer: string): Json {
  const value = valueAt(specOf(vendor).document, pointer);
  if (value === undefined) throw new Error(`${vendor} has no example at ${pointer}`);
  return value;
}

/** The notifications of the documented call, one of them changed. */
export function changedNotifications(
  operation: string,
  index: number,
  pointer: string,
  next: Json | undefined,
): readonly Json[] {
  const all = documentedCalls[operation]?.notifications ?? [];
  return all.map((data, at) => (at === index ? withMember(data, pointer, next) : data));
}
