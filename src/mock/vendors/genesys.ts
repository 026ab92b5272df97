// Genesys Web Services: agents, their chats, and notifications about them.
import { composeStates } from '../compose-states.ts';
import { genesysFaults } from '../faults/genesys.ts';
import type { MockVendor } from '../mock-vendor.ts';
import { GUEST, inviteAgentToChat } from './genesys/invite-agent-to-chat.ts';
import { problemBody } from './genesys/problems.ts';
import { genesysTroubles, openDesk } from './genesys/siblings.ts';
import { openScope, states } from './genesys/states.ts';
import { createStore } from './genesys/store.ts';

/** The contact centre of the mock has these features, and the document requires no other. */
const FEATURES: readonly string[] = ['api-multimedia'];

const genesys: MockVendor = {
  vendor: 'genesys',
  faults: genesysFaults,
  troubles: genesysTroubles,
  create: ({ clock, baseUrl, troubles }) => {
    const store = createStore(clock, baseUrl);
    return {
      behaviours: { inviteAgentToChat: inviteAgentToChat(store) },
      identify: ({ authorization = '' }) =>
        [...store.agents.values()].find((agent) => agent.authorization === authorization)?.id,
      guest: () => GUEST,
      permits: (_caller, { requirements }) =>
        requirements.every(({ kind, name }) => kind !== 'feature' || FEATURES.includes(name)),
      problemBody,
      establish: (wantedStates, wanted) => composeStates(states, openScope(store), wantedStates, wanted),
      ...openDesk(store, troubles),
    };
  },
};

export default genesys;
