import { createServer } from 'node:net';
import { request } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import { complaintOf, type Running, runCommand, startCommand } from './run-command.ts';

let served: Running | undefined;

afterEach(async () => {
  served?.child.kill('SIGKILL');
  await served?.finished;
  served = undefined;
});

async function serve(...args: readonly string[]): Promise<string> {
  served = startCommand(['mock', '--port', '0', ...args]);
  await served.printed(/Ctrl-C/);
  const [, origin = ''] = await served.printed(/(http:\/\/127\.0\.0\.1:\d+)\//);
  return origin;
}

async function post(url: string, headers: Readonly<Record<string, string>>) {
  const answer = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  });
  return { status: answer.statusCode, body: await answer.body.text() };
}

describe('mock', () => {
  test('serves every vendor, and prints where and with which values', async () => {
    const origin = await serve();
    const { stdout } = await runningOutput();
    for (const vendor of ['acquire', 'genesys', 'rocketchat'])
      expect(stdout).toContain(`${origin}/${vendor}`);
    const printed = /rocketchat\.registerDepartment: POST (\{.*\})/.exec(stdout)?.[1] ?? '{}';
    const values: { readonly authToken?: string; readonly userId?: string } = JSON.parse(printed);
    const url = `${origin}/rocketchat/api/v1/livechat/department`;
    expect((await post(url, {})).status).toBe(401);
    const known = { 'x-auth-token': values.authToken ?? '', 'x-user-id': values.userId ?? '' };
    expect(await post(url, known)).toMatchObject({
      status: 400,
      body: expect.stringContaining("must have required property 'department' [invalid-params]"),
    });
  });

  test('misbehaves as it is told', async () => {
    const origin = await serve('--fault', 'any.maintenance');
    expect((await post(`${origin}/rocketchat/api/v1/livechat/department`, {})).status).toBe(503);
  });

  test('follows the reading it is told', async () => {
    const origin = await serve('--reading', 'genesys.invite-path=sample-path');
    expect((await post(`${origin}/genesys/api/v2/me/chats/1`, {})).status).toBe(404);
    expect((await post(`${origin}/genesys/api/v2/chats/1`, {})).status).toBe(401);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends on %s with 0', async (signal) => {
    const origin = await serve();
    served?.child.kill(signal);
    expect(await served?.finished).toMatchObject({ exitCode: 0, stderr: '' });
    await expect(post(`${origin}/rocketchat/`, {})).rejects.toThrow(/ECONNREFUSED/);
  });

  test('ends although a client holds a connection open', async () => {
    const origin = await serve('--fault', 'any.never-answers');
    const waiting = post(`${origin}/acquire/api/v1/crm/messenger/agent/invite-agent`, {}).catch(
      () => 'cut off' as const,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    served?.child.kill('SIGINT');
    expect((await served?.finished)?.exitCode).toBe(0);
    expect(await waiting).toBe('cut off');
  });

  test('says so when its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const run = await runCommand(['mock', '--port', String(port)]);
    server.close();
    expect(complaintOf(run)).toMatch(new RegExp(`^2 error \\[port-unavailable\\] Port ${port}`));
    expect(run.stderr).toMatch(/EADDRINUSE[\s\S]+--port/);
  });

  test('lists its faults, one a line, with what each does', async () => {
    const run = await runCommand(['mock', '--list-faults']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const lines = run.stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(80);
    for (const line of lines) expect(line).toMatch(/^[a-z]+\.[a-z0-9-]+ +\S/);
    expect(lines.some((line) => line.startsWith('any.connection-dropped '))).toBe(true);
  });
});

async function runningOutput(): Promise<{ readonly stdout: string }> {
  const [stdout = ''] = (await served?.printed(/[\s\S]*Ctrl-C/)) ?? [];
  return { stdout };
}
