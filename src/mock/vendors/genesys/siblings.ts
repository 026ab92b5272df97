// Genesys beside its document: sessions of agents, and chats from a customer's request to their end.

import type { JsonObject } from '../../../model/json.ts';
import { childOf } from '../../../model/json-pointer.ts';
import { textAt } from '../../json-values.ts';
import type { MockRequest } from '../../mock-request.ts';
import type { Reply, Sibling, SiblingCall } from '../../mock-vendor.ts';
import { errorBody } from './problems.ts';
import { addChat, type Chat, type GenesysStore } from './store.ts';

export const genesysTroubles = {
  'genesys.offers-nothing': 'a chat that a customer asks for is offered to no agent',
  'genesys.offers-late':
    'a chat that a customer asks for is offered only when it was asked for twice in vain',
  'genesys.keeps-agents': 'an agent cannot leave a chat, and can complete it',
} as const;

/** A chat as its customer sees it; an agent's chat from when it is accepted. */
interface CustomerChat {
  readonly id: string;
  state: 'WaitingForAgent' | 'Chatting' | 'Completed';
  /** How often an agent has asked for it. */
  asked: number;
}

/** What there is besides agents and their chats. */
interface Desk {
  readonly store: GenesysStore;
  readonly chats: Map<string, CustomerChat>;
  readonly sessions: Set<string>;
  readonly ready: Set<string>;
  readonly troubles: ReadonlySet<string>;
}

export interface GenesysSiblings {
  readonly siblings: readonly Sibling[];
  readonly holdings: () => Readonly<Record<string, readonly string[]>>;
}

export function openDesk(store: GenesysStore, troubles: ReadonlySet<string>): GenesysSiblings {
  const desk: Desk = { store, troubles, chats: new Map(), sessions: new Set(), ready: new Set() };
  const open = () => [...desk.chats.values()].filter(({ state }) => state !== 'Completed');
  return {
    siblings: [...reads(desk), ...agentCalls(desk), ...customerCalls(desk)],
    holdings: () => ({
      chats: open().map(({ id }) => id),
      agentChats: [...store.chats.keys()],
      ready: [...desk.ready],
      sessions: [...desk.sessions],
    }),
  };
}

function reads({ chats }: Desk): readonly Sibling[] {
  return [
    {
      method: 'GET',
      path: '/api/v2/diagnostics/version',
      open: true,
      answer: () => success({ version: '8.5.201.00' }),
    },
    { method: 'GET', path: '/api/v2/me', answer: ({ caller = '' }) => success({ user: { id: caller } }) },
    {
      method: 'GET',
      path: '/api/v2/chats/{id}',
      open: true,
      answer: asCustomer(({ parameters }) => {
        const chat = chats.get(parameters['id'] ?? '');
        return chat === undefined ? noSuchChat : success({ chat: { id: chat.id, state: chat.state } });
      }),
    },
  ];
}

function agentCalls(desk: Desk): readonly Sibling[] {
  const perform = (name: string, path: string, answer: Sibling['answer']): Sibling => ({
    ...{ method: 'POST', path, answer },
    takes: operationIs(name),
  });
  const me = '/api/v2/me';
  const chat = '/api/v2/me/chats/{id}';
  return [
    perform('StartContactCenterSession', me, ({ caller = '' }) => done(desk.sessions.add(caller))),
    perform('Ready', me, ({ caller = '' }) =>
      desk.sessions.has(caller) ? done(desk.ready.add(caller)) : refuse(400, 2, 'There is no session'),
    ),
    perform('NotReady', me, ({ caller = '' }) => done(desk.ready.delete(caller))),
    perform('Accept', chat, (call) => accept(desk, call)),
    perform('Leave', chat, (call) =>
      desk.troubles.has('genesys.keeps-agents')
        ? refuse(403, 3, 'The operation is forbidden')
        : leave(desk, call),
    ),
    perform('Complete', chat, (call) => leave(desk, call)),
  ];
}

function customerCalls({ store, chats }: Desk): readonly Sibling[] {
  return [
    {
      method: 'POST',
      path: '/api/v2/chats',
      takes: operationIs('RequestChat'),
      open: true,
      answer: asCustomer(() => {
        const id = `0000Mc${store.nextNumber().toString(16).toUpperCase().padStart(10, '0')}`;
        chats.set(id, { id, state: 'WaitingForAgent', asked: 0 });
        return success({ id, path: `/chats/${id}` });
      }),
    },
    {
      method: 'POST',
      path: '/api/v2/chats/{id}',
      takes: operationIs('Complete'),
      open: true,
      answer: asCustomer(({ parameters }) => {
        const chat = chats.get(parameters['id'] ?? '');
        if (chat === undefined) return noSuchChat;
        chat.state = 'Completed';
        store.chats.delete(chat.id);
        return success({});
      }),
    },
  ];
}

/** Only an agent who is ready is offered a chat. */
function accept({ store, chats, ready, troubles }: Desk, { parameters, caller = '' }: SiblingCall): Reply {
  const chat = chats.get(parameters['id'] ?? '');
  const agent = store.agents.get(caller);
  if (chat === undefined || agent === undefined) return noSuchChat;
  chat.asked += 1;
  const isRouted = chat.asked > (troubles.has('genesys.offers-late') ? 2 : 0);
  const isOffered = isRouted && chat.state === 'WaitingForAgent' && ready.has(caller);
  if (!isOffered || troubles.has('genesys.offers-nothing')) return refuse(400, 2, 'The chat is not offered');
  chat.state = 'Chatting';
  const opened: Chat = addChat(store, agent);
  store.chats.delete(opened.id);
  store.chats.set(chat.id, { ...opened, id: chat.id });
  return success({});
}

function leave({ store }: Desk, { parameters, caller }: SiblingCall): Reply {
  const id = parameters['id'] ?? '';
  if (store.chats.get(id)?.owner !== caller) return noSuchChat;
  store.chats.delete(id);
  return success({});
}

function operationIs(name: string): (request: MockRequest) => boolean {
  return ({ body }) => textAt(body, 'operationName') === name && childOf(body, 'targetUri') === undefined;
}

/** Customers name the contact center instead of signing in. */
function asCustomer(answer: Sibling['answer']): Sibling['answer'] {
  return (call) =>
    call.request.headers.some(([name, value]) => name === 'contactcenterid' && value !== '')
      ? answer(call)
      : refuse(400, 1, 'The header ContactCenterId is missing');
}

const noSuchChat = refuse(404, 6, 'There is no such chat');

function done(_: unknown): Reply {
  return success({});
}

function success(body: JsonObject): Reply {
  return { kind: 'success', body: { statusCode: 0, ...body } };
}

function refuse(status: number, statusCode: number, message: string): Reply {
  return { kind: 'problem', status, body: errorBody(statusCode, message) };
}
