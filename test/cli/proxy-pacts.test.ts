// Pacts of a team's own, judged of what its application sends through the installed proxy.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import type { Json, JsonObject } from '../../src/model/json.ts';
import type { Report } from '../../src/model/report.ts';
import { complaintOf, reportIn, runCommand, startCommand, temporaryFolder } from './run-command.ts';

const PACTS = resolve(import.meta.dirname, '../fixtures/pacts');
const V2 = join(PACTS, 'chat-bot-acquire.v2.json');
const V3 = join(PACTS, 'staff-planner-rocketchat.v3.json');
const V4 = join(PACTS, 'supervisor-acquire.v4.json');
const STATES = ['--states', join(PACTS, 'states.yaml')];

const JOIN = '/api/v1/crm/messenger/chat/join';

/** Of somebody who relies on what no vendor does. */
function strangePact(consumer: string, answer: JsonObject): Json {
  return {
    ...{ consumer: { name: consumer }, provider: { name: 'acquire' } },
    interactions: [
      {
        ...{ type: 'Synchronous/HTTP', description: 'a chat is shown on the wall' },
        providerStates: [{ name: 'an open case' }],
        request: {
          ...{ method: 'GET', path: JOIN },
          headers: { Authorization: ['Bearer wall'], 'Content-Type': ['application/json'] },
          body: { content: { caseId: 41, askJoin: true }, contentType: 'application/json', encoded: false },
        },
        response: {
          status: 200,
          body: { content: answer, contentType: 'application/json', encoded: false },
        },
      },
    ],
    metadata: { pactSpecification: { version: '4.0' } },
  };
}

function written(folder: string, name: string, content: Json): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

interface Passed {
  /** What the mock offers to be called with, by name. */
  readonly valuesOf: (operation: string) => Promise<Readonly<Record<string, Json>>>;
  readonly ask: (
    path: string,
    options: { method: 'GET' | 'POST'; headers: Record<string, string>; body: Json },
  ) => Promise<number>;
  readonly end: () => Promise<readonly [exitCode: number | null, report: Report]>;
}

async function startProxyWith(args: readonly string[], folder = temporaryFolder()): Promise<Passed> {
  const running = startCommand(['proxy', '--mock', '--port', '0', ...args], { folder });
  onTestFinished(() => {
    running.child.kill('SIGKILL');
  });
  const [, origin = ''] = await running.printed(/(http:\/\/127\.0\.0\.1:\d+)\/acquire$/m);
  return {
    valuesOf: async (operation) => {
      const [, values = '{}'] = await running.printed(new RegExp(`${operation}: [A-Z]+ (\\{.*\\})`));
      return JSON.parse(values);
    },
    ask: async (path, { method, headers, body }) => {
      const answer = await request(origin + path, {
        ...{ method, headers: { 'content-type': 'application/json', ...headers } },
        body: JSON.stringify(body),
      });
      await answer.body.text();
      return answer.statusCode;
    },
    end: async () => {
      running.child.kill('SIGTERM');
      const { exitCode } = await running.finished;
      return [exitCode, reportIn(folder)];
    },
  };
}

async function joinChat({ valuesOf, ask }: Passed): Promise<number> {
  const { apiKey, caseId = 0 } = await valuesOf('acquire.joinChat');
  const headers = { authorization: `Bearer ${apiKey}` };
  return ask(`/acquire${JOIN}`, { method: 'GET', headers, body: { caseId, askJoin: true } });
}

async function invite({ valuesOf, ask }: Passed): Promise<number> {
  const { apiKey, caseId = 0, agentIds = [] } = await valuesOf('acquire.inviteAgent');
  const headers = { authorization: `Bearer ${apiKey}` };
  const path = '/acquire/api/v1/crm/messenger/agent/invite-agent';
  return ask(path, { method: 'POST', headers, body: { caseId, agentIds } });
}

async function register({ valuesOf, ask }: Passed): Promise<number> {
  const { authToken, userId, agentId = '' } = await valuesOf('rocketchat.registerDepartment');
  const headers = { 'x-auth-token': String(authToken), 'x-user-id': String(userId) };
  const flags = { enabled: true, showOnRegistration: false, showOnOfflineForm: false };
  const department = {
    ...flags,
    name: 'Night shift',
    email: 'night@planner.example',
    description: 'Nightly',
  };
  const body = { department, agents: [{ agentId }] };
  return ask('/rocketchat/api/v1/livechat/department', { method: 'POST', headers, body });
}

function columns({ reliedOn }: Report, operation?: Report['operations'][number]) {
  const { consumers } = operation === undefined ? reliedOn : operation.reliedOn;
  return Object.fromEntries(consumers.map(({ consumer, standing }) => [consumer, standing]));
}

test('each consumer has a column of its own, and what breaks one breaks nobody else', async () => {
  const folder = temporaryFolder();
  const strange = written(folder, 'wall.json', strangePact('wall', { data: { status: 'asleep' } }));
  const pacts = [V2, V3, V4, strange].flatMap((file) => ['--pacts', file]);
  const reporters = ['--reporter', 'json', '--reporter', 'html'];
  const passed = await startProxyWith(['--enforce', ...pacts, ...STATES, ...reporters], folder);
  // What breaks a pact is judged on the side; answers are held for what the document states alone.
  expect([await joinChat(passed), await invite(passed), await register(passed)]).toEqual([200, 200, 200]);
  const [exitCode, report] = await passed.end();
  expect(report.pacts?.map(({ consumer, specification }) => [consumer, specification])).toEqual([
    ['Chat Bot', 'V2'],
    ['staff-planner', 'V3'],
    ['supervisor', 'V4'],
    ['wall', 'V4'],
  ]);
  const byOperation = Object.fromEntries(
    report.operations.map((operation) => [operation.operation, columns(report, operation)]),
  );
  expect(byOperation).toEqual({
    'acquire.joinChat': { 'support-desk': 'kept', 'Chat Bot': 'kept', wall: 'broken' },
    'acquire.inviteAgent': { 'support-desk': 'kept', supervisor: 'kept' },
    // Our contract has no request of this kind: of what nobody asked nothing is said.
    'rocketchat.registerDepartment': { 'support-desk': 'unproven', 'staff-planner': 'kept' },
  });
  const brokenBy = report.reliedOn.consumers.find(({ consumer }) => consumer === 'wall')?.brokenBy;
  expect(brokenBy?.map(({ operation, pointer }) => [operation, pointer])).toEqual([
    ['acquire.joinChat', 'response.body#/data/status'],
  ]);
  // The document is kept to the letter.
  expect([report.documented.verdict, exitCode]).toEqual(['conformant', 1]);
  const page = readFileSync(join(folder, 'reports/latest/index.html'), 'utf8');
  for (const { consumer } of report.pacts ?? []) expect(page).toContain(`<th scope="col">${consumer}</th>`);
});

test('an answer that was kept back is judged as the vendor gave it', async () => {
  const passed = await startProxyWith(['--enforce', '--pacts', V2, '--fault', 'any.status-created']);
  // Line 22 of the page says 200; the bot expects it as well.
  expect(await joinChat(passed)).toBe(502);
  const [exitCode, report] = await passed.end();
  expect(columns(report)).toMatchObject({ 'support-desk': 'broken', 'Chat Bot': 'broken' });
  expect([report.observation?.matched, exitCode]).toEqual([1, 1]);
});

test('a pact that cannot be judged is refused before anybody can connect', async () => {
  const folder = temporaryFolder();
  const ours = written(folder, 'ours.json', strangePact('support-desk', {}));
  const list = written(folder, 'list.json', []);
  const refused = async (file: string): Promise<string> =>
    complaintOf(await runCommand(['proxy', '--mock', '--port', '0', '--pacts', file], { folder }));
  const [taken, noPact] = await Promise.all([refused(ours), refused(list)]);
  expect(taken).toMatch(/^2 error \[[a-z-]+\] .*support-desk/);
  expect(noPact).toMatch(/^2 error \[[a-z-]+\] .*list\.json/);
  expect(existsSync(join(folder, 'reports'))).toBe(false);
});
