import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportIn } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

const JSON_ONLY = ['--reporter', 'json'];

test.each([
  { args: ['--vendor', 'genesys'], judged: ['genesys.inviteAgentToChat'] },
  {
    args: ['--vendor', 'genesys', '--vendor', 'rocketchat'],
    judged: ['genesys.inviteAgentToChat', 'rocketchat.registerDepartment'],
  },
  { args: ['--operation', 'acquire.joinChat'], judged: ['acquire.joinChat'] },
  { args: ['--operation', 'sendSms'], judged: ['acquire.sendSms'] },
  {
    args: ['--operation', 'sendSms', '--operation', 'acquire.joinChat'],
    judged: ['acquire.joinChat', 'acquire.sendSms'],
  },
  { args: ['--vendor', 'acquire', '--operation', 'joinChat'], judged: ['acquire.joinChat'] },
])('$args judges $judged', async ({ args, judged }) => {
  const run = await runWarmCommand(['run', ...args, ...JSON_ONLY]);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  const { operations, documents } = reportIn(run.folder);
  expect(operations.map(({ operation }) => operation)).toEqual(judged);
  const vendors = new Set(judged.map((id) => id.split('.')[0]));
  expect(new Set(documents.map(({ vendor }) => vendor))).toEqual(vendors);
});

test('--out names the folder of the reports', async () => {
  const run = await runWarmCommand(['--operation', 'joinChat', '--out', 'kept/here', ...JSON_ONLY]);
  expect(run.exitCode).toBe(0);
  expect(reportIn(run.folder, 'kept/here').verdict).toBe('conformant');
  expect(existsSync(join(run.folder, 'reports'))).toBe(false);
});

test('--timeout is how long an answer is waited for', async () => {
  const args = ['--operation', 'joinChat', '--fault', 'any.slow', ...JSON_ONLY];
  const patient = runWarmCommand([...args, '--timeout', '30000']);
  const hasty = await runWarmCommand([...args, '--timeout', '100']);
  expect(hasty.exitCode).toBe(3);
  expect(reportIn(hasty.folder).operations[0]?.because).toContain('TIMEOUT');
  expect((await patient).exitCode).toBe(0);
});

test('--reading lets the mock follow another reading, which is not blamed, and is told', async () => {
  const run = await runWarmCommand(['--vendor', 'genesys', '--reading', 'genesys.invite-path=sample-path']);
  expect(run.exitCode).toBe(0);
  const [operation] = reportIn(run.folder).operations;
  expect(operation?.verdict).toBe('conformant');
  expect(operation?.readings.find(({ ambiguity }) => ambiguity === 'genesys.invite-path')).toMatchObject({
    assumed: 'POST /api/v2/me/chats/{id}',
    follows: 'sample-path',
  });
  const accepted = operation?.exchanges.filter(({ intent }) => intent.startsWith('to be accepted'));
  expect(accepted?.map(({ reading }) => reading)).toEqual(
    accepted?.map(() => 'genesys.invite-path: sample-path'),
  );
  expect(accepted?.every(({ request }) => request.path.startsWith('/api/v2/chats/'))).toBe(true);
});

test('--dry-run prints every request and its effects, masks secrets, and sends nothing', async () => {
  const run = await runWarmCommand(['--dry-run']);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(readdirSync(run.folder)).toEqual([]);
  for (const line of [
    'acquire.sendSms (effects: creates, notifies-people, costs-money, irreversible)',
    'rocketchat.registerDepartment (effects: creates)',
    'POST /api/v1/livechat/department',
    'GET /api/v1/crm/messenger/chat/join',
    'Authorization: [secret:authorization]',
  ])
    expect(run.stdout).toContain(line);
  const count = Number(/: (\d+) requests/.exec(run.stdout)?.[1]);
  expect(run.stdout.match(/^ {6}(GET|POST) \//gm)).toHaveLength(count);
  expect(run.stdout).toMatch(/^ +livechat-conformance run --plan-hash [0-9a-f]{64}$/m);
  expect(run.stdout).not.toMatch(/Bearer (?!not-a-credential|\[secret:)|Basic (?!bm90LW|\[secret:)/);
});

test('the plan that is printed is the plan that is carried out', async () => {
  const args = ['--vendor', 'rocketchat'];
  const [planned, run] = await Promise.all([
    runWarmCommand([...args, '--dry-run']),
    runWarmCommand([...args, ...JSON_ONLY]),
  ]);
  const hash = /hash ([0-9a-f]{64})/.exec(planned.stdout)?.[1];
  expect(reportIn(run.folder).planHash).toBe(hash);
});
