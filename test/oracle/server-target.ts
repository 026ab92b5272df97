// A server on loopback that answers as a real one does, as a target of a run.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer, listen, originOf } from '../../src/mock/loopback-server.ts';
import type { ProviderState } from '../../src/model/interaction.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { StateResolution, Target } from '../../src/model/target.ts';
import { FollowedReadings } from '../../src/targets/followed-readings.ts';
import { createHttpClient } from '../../src/targets/http-client.ts';
import { obtainExchange } from '../../src/targets/obtain-exchange.ts';
import { answerAsServer, type ServerUser } from './server-answers.ts';
import type { ServerValidators } from './server-validators.ts';

const TIMEOUT_MS = 5000;

interface Holdings {
  readonly users: Map<string, ServerUser>;
  readonly agents: Set<string>;
}

export async function openServerTarget(validators: ServerValidators): Promise<Target> {
  const holdings: Holdings = { users: new Map(), agents: new Set() };
  const server = createServer((request, response) => {
    answer(request, response, holdings, validators).catch(() => response.destroy());
  });
  await listen(server, 0, '127.0.0.1');
  const client = createHttpClient({ timeoutMs: TIMEOUT_MS });
  const options = { baseUrl: originOf(server), client, timeoutMs: TIMEOUT_MS, settleMs: 0 };
  const followed = new FollowedReadings();
  return {
    kind: 'server',
    name: 'server',
    faults: [],
    probesReadings: () => true,
    establish: async ({ states }) => establish(states, holdings),
    obtain: (planned, operation) =>
      followed.obtain(planned, (request, pathTemplate) =>
        obtainExchange(
          { planned, request, operation, pathTemplate: pathTemplate ?? operation.path },
          options,
        ),
      ),
    close: async () => {
      await client.close();
      await closeServer(server);
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  holdings: Holdings,
  validators: ServerValidators,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
  );
  const asked = {
    method: request.method ?? '',
    path: request.url ?? '',
    headers,
    text: Buffer.concat(chunks).toString('utf8'),
  };
  const { status, body } = answerAsServer(asked, holdings, validators);
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    pragma: 'no-cache',
  });
  response.end(JSON.stringify(body));
}

function establish(states: readonly ProviderState[], holdings: Holdings): StateResolution {
  const unknown = states.find(({ name }) => !Object.hasOwn(STATES, name));
  if (unknown !== undefined) return { kind: 'unavailable', reason: `the server knows no "${unknown.name}"` };
  return {
    kind: 'established',
    values: Object.assign({}, ...states.map(({ name }) => STATES[name]?.(holdings))),
  };
}

const STATES: Readonly<Record<string, (holdings: Holdings) => JsonObject>> = {
  'a user who may manage departments': ({ users }) => addUser(users, true),
  'a user without permission': ({ users }) => addUser(users, false),
  'an agent': ({ agents }) => ({ agentId: addAgent(agents) }),
  'a second agent': ({ agents }) => ({ secondAgentId: addAgent(agents) }),
  'a new department name': () => ({ departmentName: 'Orders', departmentEmail: 'orders@example.com' }),
};

function addUser(users: Holdings['users'], mayManageDepartments: boolean): JsonObject {
  const userId = `serverUser${users.size}`;
  const authToken = `serverToken${users.size}`;
  users.set(authToken, { userId, mayManageDepartments });
  return { userId, authToken };
}

function addAgent(agents: Holdings['agents']): string {
  const agentId = `serverAgent${agents.size}`;
  agents.add(agentId);
  return agentId;
}
