import type { operations } from '../../../generated/rocketchat.ts';
import { isJsonArray, type Json } from '../../../model/json.ts';
import { childOf } from '../../../model/json-pointer.ts';
import { asJson, textAt } from '../../json-values.ts';
import type { Behaviour, Reply } from '../../mock-vendor.ts';
import { addDepartment, type Department, type DepartmentAgent, type RocketChatStore } from './store.ts';

type Answer = operations['registerDepartment']['responses'][200]['content']['application/json'];

export function registerDepartment(store: RocketChatStore): Behaviour {
  return ({ request: { body } }) => {
    if (store.departments.size >= store.mostDepartments) return tooMany;
    const sent = childOf(body, 'department');
    const department = addDepartment(store, {
      name: textAt(sent, 'name') ?? '',
      email: textAt(sent, 'email') ?? '',
      enabled: childOf(sent, 'enabled') === true,
      showOnRegistration: childOf(sent, 'showOnRegistration') === true,
      showOnOfflineForm: childOf(sent, 'showOnOfflineForm') === true,
      agents: knownAgents(store, childOf(body, 'agents')),
    });
    return { kind: 'success', body: asJson(answerOf(department)) };
  };
}

const tooMany: Reply = {
  kind: 'problem',
  status: 400,
  body: {
    success: false,
    error: 'Maximum number of departments reached [error-max-departments-number-reached]',
    errorType: 'error-max-departments-number-reached',
  },
};

/** Whoever is no agent of the workspace is left out without a word. */
function knownAgents(store: RocketChatStore, sent: Json | undefined): readonly DepartmentAgent[] {
  if (!isJsonArray(sent)) return [];
  return sent.flatMap((agent) => {
    const agentId = textAt(agent, 'agentId');
    if (agentId === undefined || !store.agents.has(agentId)) return [];
    return [{ agentId, count: numberAt(agent, 'count'), order: numberAt(agent, 'order') }];
  });
}

function numberAt(agent: Json, name: string): number {
  const value = childOf(agent, name);
  return typeof value === 'number' ? value : 0;
}

function answerOf(department: Department): Answer {
  return {
    department: {
      enabled: department.enabled,
      name: department.name,
      numAgents: department.agents.length,
      showOnRegistration: department.showOnRegistration,
      _updatedAt: department.updatedAt,
      _id: department.id,
    },
    agents: department.agents,
    success: true,
  };
}
