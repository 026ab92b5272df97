// What a real Rocket.Chat server of today answers: in the order of its own pipeline, with its own validators.
import { isJsonArray, type Json, type JsonObject } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import type { ServerValidators } from './server-validators.ts';

export interface ServerUser {
  readonly userId: string;
  readonly mayManageDepartments: boolean;
}

/** What the workspace holds. */
export interface Workspace {
  /** By token. */
  readonly users: ReadonlyMap<string, ServerUser>;
  readonly agents: ReadonlySet<string>;
}

export interface ServerRequest {
  readonly method: string;
  readonly path: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

export interface ServerAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

const LOGGED_OUT = 'You must be logged in to do this.';
const FORBIDDEN = 'User does not have the permissions required for this action [error-unauthorized]';
const NOW = '2026-01-01T00:00:00.000Z';

/** Who asks, then what is asked, then whether they may. */
export function answerAsServer(
  { method, path, headers, text }: ServerRequest,
  workspace: Workspace,
  validators: Pick<ServerValidators, 'department'>,
): ServerAnswer {
  if (method !== 'POST' || path !== '/api/v1/livechat/department')
    return { status: 404, body: { success: false, error: 'Resource not found' } };
  const user = workspace.users.get(headers['x-auth-token'] ?? '');
  if (user === undefined || user.userId !== headers['x-user-id'])
    return {
      status: 401,
      body: { success: false, error: LOGGED_OUT, status: 'error', message: LOGGED_OUT },
    };
  const opinion = validators.department(parse(text));
  if (opinion.kind === 'refuses') return { status: 400, body: invalidBody(opinion.message) };
  if (!user.mayManageDepartments) return { status: 403, body: { success: false, error: FORBIDDEN } };
  return { status: 200, body: registered(opinion.stored, workspace) };
}

export function invalidBody(message: string): JsonObject {
  return { success: false, error: `${message} [invalid-params]`, errorType: 'invalid-params' };
}

/** What is no JSON is taken for an empty object. */
function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}

/** The row as it is before agents are attached, so without their number; whoever is no agent is left out. */
function registered(stored: Json, { agents }: Workspace): JsonObject {
  const department = Object.fromEntries(Object.entries(Object(valueAt(stored, '/department'))));
  const sent = valueAt(stored, '/agents');
  const known = (isJsonArray(sent) ? sent : []).filter((agent) =>
    agents.has(String(valueAt(agent, '/agentId'))),
  );
  const _id = 'server0department';
  return {
    department: { ...department, _id, _updatedAt: NOW },
    agents: known.map((agent, index) => ({
      _id: `server0000agent0${index}`,
      departmentId: _id,
      agentId: valueAt(agent, '/agentId') ?? null,
      username: 'agent.one',
      departmentEnabled: valueAt(stored, '/department/enabled') ?? null,
      count: valueAt(agent, '/count') ?? 0,
      order: valueAt(agent, '/order') ?? 0,
      _updatedAt: NOW,
    })),
    success: true,
  };
}
