// The provider states of the Genesys contracts.
import type { StateHandler } from '../../compose-states.ts';
import { type Agent, addAgent, addChat, agentUri, type GenesysStore } from './store.ts';

/** States of one interaction speak of one inviting agent. */
export interface Scope {
  readonly store: GenesysStore;
  readonly inviter: () => Agent;
}

export function openScope(store: GenesysStore): Scope {
  let agent: Agent | undefined;
  return {
    store,
    inviter: () => {
      agent ??= addAgent(store, true);
      return agent;
    },
  };
}

export const states: Readonly<Record<string, StateHandler<Scope>>> = {
  'an agent with an active chat': ({ store, inviter }) => ({
    authorization: inviter().authorization,
    chatId: addChat(store, inviter()).id,
  }),
  'an agent who can be invited': ({ store }) => ({ targetUri: agentUri(store, addAgent(store, true)) }),
  'an agent who cannot be invited': ({ store }) => ({ targetUri: agentUri(store, addAgent(store, false)) }),
};
