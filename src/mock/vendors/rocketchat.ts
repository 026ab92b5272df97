// Rocket.Chat: one workspace with users, agents and departments; it answers as its document says.
import { composeStates, type StateHandler } from '../compose-states.ts';
import { rocketchatFaults } from '../faults/rocketchat.ts';
import type { MockVendor } from '../mock-vendor.ts';
import { problemBody } from './rocketchat/problems.ts';
import { registerDepartment } from './rocketchat/register-department.ts';
import { holdings, rocketchatTroubles, siblings } from './rocketchat/siblings.ts';
import { addAgent, addUser, createStore, type RocketChatStore } from './rocketchat/store.ts';

const states: Readonly<Record<string, StateHandler<RocketChatStore>>> = {
  'a user who may manage departments': (store) => ({ ...addUser(store, true) }),
  'a user without permission': (store) => ({ ...addUser(store, false) }),
  'an agent': (store) => ({ agentId: addAgent(store) }),
  'a second agent': (store) => ({ secondAgentId: addAgent(store) }),
  'a new department name': (store) => {
    const number = store.nextName();
    return {
      departmentName: `Mock department ${number}`,
      departmentEmail: `department-${number}@example.com`,
    };
  },
};

const rocketchat: MockVendor = {
  vendor: 'rocketchat',
  faults: rocketchatFaults,
  troubles: rocketchatTroubles,
  create: ({ clock, troubles }) => {
    // The free edition has one department in all.
    const store = createStore(clock, troubles.has('rocketchat.free-edition') ? 1 : Number.POSITIVE_INFINITY);
    return {
      behaviours: { registerDepartment: registerDepartment(store) },
      identify: (credentials) => {
        const token = credentials['x-auth-token'] ?? '';
        return store.users.get(token)?.userId === credentials['x-user-id'] ? token : undefined;
      },
      guest: () => addUser(store, true).authToken,
      permits: (caller) => store.users.get(caller)?.mayManageDepartments === true,
      problemBody,
      establish: (wantedStates, wanted) => composeStates(states, store, wantedStates, wanted),
      siblings: siblings(store, troubles),
      holdings: () => holdings(store),
    };
  },
};

export default rocketchat;
