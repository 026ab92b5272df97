// What the contact centre holds.
import type { components } from '../../../generated/genesys.ts';
import type { Clock } from '../../clock.ts';
import { countFrom, hexId, type IdSequence } from '../../id-sequence.ts';

export type Participant = components['schemas']['Participant'];

export interface Agent {
  readonly id: string;
  readonly nickname: string;
  /** The whole value of the header. */
  readonly authorization: string;
  readonly reachable: boolean;
}

export interface Chat {
  readonly id: string;
  /** Id of the agent whose chat it is. */
  readonly owner: string;
  readonly participants: Participant[];
  /** Index of the last message of the log. */
  lastIndex: number;
}

export interface GenesysStore {
  readonly agents: Map<string, Agent>;
  readonly chats: Map<string, Chat>;
  readonly nextNumber: IdSequence;
  readonly nextParticipant: IdSequence;
  readonly nextReference: IdSequence;
  readonly now: () => Date;
  readonly baseUrl: () => string;
}

export function createStore(clock: Clock, baseUrl: () => string): GenesysStore {
  return {
    agents: new Map(),
    chats: new Map(),
    nextNumber: countFrom(1),
    nextParticipant: countFrom(0x0a11),
    nextReference: countFrom(5001),
    now: clock,
    baseUrl,
  };
}

export function addAgent(store: GenesysStore, reachable: boolean): Agent {
  const number = store.nextNumber();
  const nickname = `Agent${number}`;
  const credentials = Buffer.from(`mock-user-${number}:mock-password-${number}`).toString('base64');
  const id = `a6e27000${hexId(number, 24).toLowerCase()}`;
  const agent = { id, nickname, authorization: `Basic ${credentials}`, reachable };
  store.agents.set(id, agent);
  return agent;
}

/** A chat of a new customer with the agent. */
export function addChat(store: GenesysStore, owner: Agent): Chat {
  const number = store.nextNumber();
  const chat: Chat = {
    id: `0000Mk${hexId(number, 10)}`,
    owner: owner.id,
    participants: [
      newParticipant(store, owner.nickname, 'Agent'),
      newParticipant(store, `Customer${number}`, 'Customer'),
    ],
    lastIndex: 2,
  };
  store.chats.set(chat.id, chat);
  return chat;
}

export function newParticipant(
  store: GenesysStore,
  nickname: string,
  type: 'Agent' | 'Customer',
): Participant {
  return { nickname, type, participantId: `0090B1C0${hexId(store.nextParticipant(), 8)}` };
}

export function agentUri(store: GenesysStore, { id }: Agent): string {
  return `${store.baseUrl()}/api/v2/users/${id}`;
}

export function chatUri(store: GenesysStore, { id }: Chat): string {
  return `${store.baseUrl()}/api/v2/chats/${id}`;
}

/** The agent that an address or path names by its last segment. */
export function agentAt(store: GenesysStore, uri: string): Agent | undefined {
  return store.agents.get(/\/users\/([^/?#]+)$/.exec(uri)?.[1] ?? '');
}
