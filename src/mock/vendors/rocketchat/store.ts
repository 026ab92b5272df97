// What the Rocket.Chat workspace holds.
import type { Clock } from '../../clock.ts';
import { countFrom, type IdSequence, paddedId } from '../../id-sequence.ts';

export interface User {
  readonly userId: string;
  readonly mayManageDepartments: boolean;
}

export interface DepartmentAgent {
  readonly agentId: string;
  readonly count: number;
  readonly order: number;
}

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly enabled: boolean;
  readonly showOnRegistration: boolean;
  readonly showOnOfflineForm: boolean;
  readonly agents: readonly DepartmentAgent[];
  readonly updatedAt: string;
}

export interface RocketChatStore {
  /** By token. */
  readonly users: Map<string, User>;
  readonly agents: Set<string>;
  readonly departments: Map<string, Department>;
  /** Ids of the departments put aside. */
  readonly archived: Set<string>;
  /** How many departments the edition takes. */
  readonly mostDepartments: number;
  readonly nextId: IdSequence;
  readonly nextName: IdSequence;
  readonly now: () => string;
}

/** Length of Rocket.Chat's ids of users and tokens. */
const ID_LENGTH = 17;
const TOKEN_LENGTH = 43;

export function createStore(clock: Clock, mostDepartments: number): RocketChatStore {
  return {
    users: new Map(),
    agents: new Set(),
    departments: new Map(),
    archived: new Set(),
    mostDepartments,
    nextId: countFrom(1),
    nextName: countFrom(1),
    now: () => clock().toISOString(),
  };
}

export function addUser(
  store: RocketChatStore,
  mayManageDepartments: boolean,
): { readonly authToken: string; readonly userId: string } {
  const number = store.nextId();
  const userId = paddedId('mockUser', number, ID_LENGTH);
  const authToken = paddedId('mockToken', number, TOKEN_LENGTH);
  store.users.set(authToken, { userId, mayManageDepartments });
  return { authToken, userId };
}

export function addAgent(store: RocketChatStore): string {
  const agentId = paddedId('mockAgent', store.nextId(), ID_LENGTH);
  store.agents.add(agentId);
  return agentId;
}

export function addDepartment(
  store: RocketChatStore,
  department: Omit<Department, 'id' | 'updatedAt'>,
): Department {
  const id = paddedId('mockDept', store.nextId(), ID_LENGTH);
  const added = { ...department, id, updatedAt: store.now() };
  store.departments.set(id, added);
  return added;
}
