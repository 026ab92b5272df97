// Acquire: one tenant with keys, agents, departments and cases.
import { composeStates } from '../compose-states.ts';
import { acquireFaults } from '../faults/acquire.ts';
import type { MockVendor } from '../mock-vendor.ts';
import { addChatMessage } from './acquire/add-chat-message.ts';
import { addMailMessage } from './acquire/add-mail-message.ts';
import { inviteAgent } from './acquire/invite-agent.ts';
import { joinChat } from './acquire/join-chat.ts';
import { addKey } from './acquire/populate.ts';
import { problemBody } from './acquire/problems.ts';
import { sendSms } from './acquire/send-sms.ts';
import { acquireTroubles, holdings, siblings } from './acquire/siblings.ts';
import { openScope, states } from './acquire/states.ts';
import { createStore } from './acquire/store.ts';

const acquire: MockVendor = {
  vendor: 'acquire',
  faults: acquireFaults,
  troubles: acquireTroubles,
  create: ({ clock, readings, troubles }) => {
    const store = createStore(clock);
    return {
      behaviours: {
        inviteAgent: inviteAgent(store),
        joinChat: joinChat(store, readings),
        addChatMessage: addChatMessage(store),
        addMailMessage: addMailMessage(store),
        sendSms: sendSms(store),
      },
      identify: ({ authorization = '' }) => {
        const secret = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? '';
        return store.keys.has(secret) ? secret : undefined;
      },
      guest: () => addKey(store).secret,
      permits: () => true,
      problemBody,
      establish: (wantedStates, wanted) => composeStates(states, openScope(store), wantedStates, wanted),
      siblings: siblings(store, troubles),
      holdings: () => holdings(store),
    };
  },
};

export default acquire;
