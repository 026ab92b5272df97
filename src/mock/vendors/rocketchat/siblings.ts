// Rocket.Chat beside its document: departments are listed, archived and deleted.

import type { Json, JsonObject } from '../../../model/json.ts';
import { queryOf } from '../../answer-sibling.ts';
import type { Reply, Sibling, SiblingCall } from '../../mock-vendor.ts';
import type { Department, RocketChatStore } from './store.ts';

export const rocketchatTroubles = {
  'rocketchat.free-edition': 'the workspace takes one department in all',
  'rocketchat.removal-disabled': 'departments cannot be deleted, by a setting of the workspace',
  'rocketchat.deletes-nothing': 'deleting a department is confirmed and does not happen',
  'rocketchat.archives-nothing': 'archiving a department is refused',
} as const;

const DEPARTMENTS = '/api/v1/livechat/department';

export function siblings(store: RocketChatStore, troubles: ReadonlySet<string>): readonly Sibling[] {
  return [
    {
      method: 'GET',
      path: `${DEPARTMENTS}/isDepartmentCreationAvailable`,
      answer: () =>
        success({ isDepartmentCreationAvailable: store.departments.size < store.mostDepartments }),
    },
    { method: 'GET', path: DEPARTMENTS, answer: (call) => listDepartments(store, call) },
    {
      method: 'GET',
      path: `${DEPARTMENTS}/{id}`,
      answer: ({ parameters }) => {
        const found = store.departments.get(parameters['id'] ?? '');
        return success({ department: found === undefined ? null : departmentView(store, found), agents: [] });
      },
    },
    ...removals(store, troubles),
    {
      method: 'GET',
      path: '/api/v1/livechat/users/agent',
      answer: () => success({ users: [...store.agents].map((_id) => ({ _id, username: `user-${_id}` })) }),
    },
  ];
}

function removals(store: RocketChatStore, troubles: ReadonlySet<string>): readonly Sibling[] {
  return [
    {
      method: 'DELETE',
      path: `${DEPARTMENTS}/{id}`,
      answer: ({ parameters }) => deleteDepartment(store, parameters['id'] ?? '', troubles),
    },
    {
      method: 'POST',
      path: `${DEPARTMENTS}/{id}/archive`,
      answer: ({ parameters }) => archiveDepartment(store, parameters['id'] ?? '', troubles),
    },
  ];
}

/** Ids of what is there. */
export function holdings(store: RocketChatStore): Readonly<Record<string, readonly string[]>> {
  return { departments: [...store.departments.keys()], archived: [...store.archived] };
}

function listDepartments(store: RocketChatStore, { request }: SiblingCall): Reply {
  const text = (queryOf(request, 'text') ?? '').toLowerCase();
  const found = [...store.departments.values()].filter(({ name }) => name.toLowerCase().includes(text));
  const departments = found.map((department) => departmentView(store, department));
  return success({ departments, count: found.length, offset: 0, total: found.length });
}

function deleteDepartment(store: RocketChatStore, id: string, troubles: ReadonlySet<string>): Reply {
  // As the server does, which looks at the setting first and gives no errorType there.
  if (troubles.has('rocketchat.removal-disabled')) return refuse('error-department-removal-disabled');
  if (!store.departments.has(id)) return refuse('error-department-not-found');
  if (!troubles.has('rocketchat.deletes-nothing')) store.departments.delete(id);
  return success({});
}

function archiveDepartment(store: RocketChatStore, id: string, troubles: ReadonlySet<string>): Reply {
  if (!store.departments.has(id)) return refuse('error-department-not-found');
  if (troubles.has('rocketchat.archives-nothing')) return refuse('error-not-allowed');
  store.archived.add(id);
  return success({});
}

function departmentView(store: RocketChatStore, { id, ...department }: Department): JsonObject {
  const { name, email, enabled, showOnRegistration, showOnOfflineForm, agents, updatedAt } = department;
  const archived = store.archived.has(id);
  const told = { name, email, enabled, showOnRegistration, showOnOfflineForm, _updatedAt: updatedAt };
  return { _id: id, ...told, numAgents: agents.length, ...(archived ? { archived } : {}) };
}

function success(body: Readonly<Record<string, Json>>): Reply {
  return { kind: 'success', body: { ...body, success: true } };
}

function refuse(error: string): Reply {
  return { kind: 'problem', status: 400, body: { success: false, error } };
}
