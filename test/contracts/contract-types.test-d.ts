// Checked by the compiler: a contract that names what no document has must not compile. Each line that is expected
// to be an error becomes one itself when it compiles.
import { citing } from '../../contracts/citation.ts';
import { type ContractDraft, defineContract } from '../../contracts/define-contract.ts';
import type { RequestBody } from '../../contracts/documented.ts';
import {
  ANY_REFUSAL,
  type InteractionDraft,
  type NotificationDraft,
  type ResponseDraft,
  type WholeRequest,
} from '../../contracts/interaction-draft.ts';
import type { ContractMatchers } from '../../contracts/template.ts';
import type { operations as Acquire } from '../../src/generated/acquire.ts';
import type { operations as Genesys } from '../../src/generated/genesys.ts';
import type { operations as RocketChat } from '../../src/generated/rocketchat.ts';

type Invite = Acquire['inviteAgent'];
type Join = Acquire['joinChat'];
type Register = RocketChat['registerDepartment'];
type Notifications = { readonly inviteFailed: RequestBody<Genesys['inviteFailed']> };

declare const m: ContractMatchers;
const { shown } = citing('acquire-join-chat');
const basis = { description: 'a request', states: [], sources: [shown(1, 1, 'something')] };
const accepted = { ...basis, intent: { kind: 'accepted', outcome: 'success' } } as const;
const refused = { ...basis, intent: { kind: 'refused', cause: 'no-credentials' } } as const;
const join = {
  method: 'GET',
  path: '/join',
  headers: { Authorization: 'key' },
  body: { caseId: 1 },
} as const;

export const answers: readonly ResponseDraft<Join, 200>[] = [
  { status: 200, body: { data: { id: m.integer(1), users: m.eachLike({ userId: m.integer(1) }, 1) } } },
  // @ts-expect-error no such field is documented
  { status: 200, body: { data: { ident: m.integer(1) } } },
  // @ts-expect-error nor inside the members of an array
  { status: 200, body: { data: { users: m.eachLike({ userIdent: m.integer(1) }, 1) } } },
  // @ts-expect-error nor beside a documented one
  { status: 200, body: { data: { users: m.eachLike({ userId: m.integer(1), nick: m.string('a') }, 1) } } },
  // @ts-expect-error the documented type is another one
  { status: 200, body: { data: { id: m.string('1') } } },
  // @ts-expect-error the documented value is another one
  { status: 200, body: { data: { id: 'one' } } },
  // @ts-expect-error no such status is documented
  { status: 201 },
];

export const receipts: readonly ResponseDraft<Invite, 200>[] = [
  { status: 200, body: { data: m.eachKeyLike('1', { sent: m.boolean(true) }) } },
  // @ts-expect-error no such field is documented in the members of the map
  { status: 200, body: { data: m.eachKeyLike('1', { delivered: m.boolean(true) }) } },
  // @ts-expect-error the documented type is another one
  { status: 200, body: { data: m.eachKeyLike('1', { sent: m.integer(1) }) } },
];

export const requests: readonly InteractionDraft<Join, Readonly<Record<never, never>>>[] = [
  { ...accepted, request: join, response: { status: 200 } },
  // @ts-expect-error no such field is documented in the body
  { ...accepted, request: { ...join, body: { caseId: 1, force: true } }, response: { status: 200 } },
  // @ts-expect-error a required field is missing
  { ...accepted, request: { ...join, body: { askJoin: true } }, response: { status: 200 } },
  // @ts-expect-error a required header is missing
  { ...accepted, request: { ...join, headers: {} }, response: { status: 200 } },
  // @ts-expect-error no refusal is documented
  { ...refused, request: join, response: { status: 401 } },
  { ...refused, request: join, response: ANY_REFUSAL },
];

export const wholeRequests: readonly WholeRequest<Join>[] = [
  join,
  // @ts-expect-error no such header is documented
  { ...join, headers: { Authorization: 'key', Accept: 'x' } },
  // @ts-expect-error no query is documented
  { ...join, query: { 'x-user-type': 'user' } },
];

export const refusals: readonly InteractionDraft<Register, Readonly<Record<never, never>>>[] = [
  { ...refused, request: { method: 'POST', path: '/', body: {} }, response: { status: 401 } },
  // @ts-expect-error how it is refused is documented
  { ...refused, request: { method: 'POST', path: '/', body: {} }, response: ANY_REFUSAL },
  // @ts-expect-error what lacks credentials and body is not to be accepted
  { ...accepted, request: { method: 'POST', path: '/', body: {} }, response: { status: 200 } },
  // @ts-expect-error a refusal is not answered with a success
  { ...refused, request: { method: 'POST', path: '/', body: {} }, response: { status: 200 } },
];

export const notifications: readonly NotificationDraft<Notifications>[] = [
  { ...basis, notification: 'inviteFailed', content: { referenceId: m.integer(1) } },
  // @ts-expect-error no such notification is documented
  { ...basis, notification: 'inviteLost', content: {} },
  // @ts-expect-error no such field is documented
  { ...basis, notification: 'inviteFailed', content: { reason: m.string('busy') } },
];

export const fields: readonly ContractDraft<Invite, Notifications>['relies'][number]['field'][] = [
  'response.status',
  'response.body#/data/*/userId',
  'notifications.inviteFailed#/chat/participants/*/nickname',
  // @ts-expect-error no such field is documented
  'response.body#/data/*/userName',
  // @ts-expect-error members of a map are told by a star
  'response.body#/data/userId',
  // @ts-expect-error no such notification is documented
  'notifications.inviteLost#/chat',
];

export const reading = defineContract<Join>({
  operation: 'acquire.joinChat',
  consumer: 'support-desk',
  relies: [],
  knownBy: {},
  interactions: () => [],
  rules: [
    {
      id: 'a-rule',
      title: 'It holds',
      why: 'it matters',
      examples: [],
      broken: ({ query, response }) => {
        // @ts-expect-error no query is documented
        query('x-user-type');
        // @ts-expect-error no such field is documented
        response.get('data').get('participants');
        return response.get('data').get('users').value === undefined
          ? [response.differs('users', 'none')]
          : [];
      },
    },
  ],
});
