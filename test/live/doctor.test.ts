// What the doctor says of a tenant, and that it does nothing there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { complaintOf } from '../cli/run-command.ts';
import { serveHttp } from '../fixtures/loopback-server.ts';
import { establish, send } from '../mock/mock-client.ts';
import { departmentRequest } from '../mock/rocketchat-requests.ts';
import { BayeuxSessions } from '../targets/bayeux-sessions.ts';
import { serveTls } from './ask.ts';
import { type Authority, createAuthority, hasOpenssl } from './certificates.ts';
import { mockedTenant } from './mocked-tenant.ts';
import { GENESYS, openStage, ROCKETCHAT } from './run-stages.ts';
import { hasSquid, type Squid, startSquid, USER } from './squid.ts';

const DOCTOR = ['doctor', '--tenant', 'tenants'];
const JOIN = [...DOCTOR, '--operation', 'joinChat'];
const ALLOWED = { effects: ['creates', 'notifies-people', 'joins-as-person'] };
/** What passes by itself is asked for once. */
const HASTY = { retries: 0 };

/** What the doctor would have done first of a tenant that is changed like this. */
async function nextFor(changes: object, files: Readonly<Record<string, string>> = {}, environment = {}) {
  const { command, write, file, folder } = await mockedTenant('acquire', ALLOWED);
  write(file, { pace: HASTY, ...changes });
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, 'tenants', name), text, { mode: 0o600 });
  const { exitCode, stdout, stderr } = await command(JOIN, environment);
  expect(stdout, stderr).toMatch(/could be proven +acquire\.joinChat/);
  return `${exitCode} ${/^ +next +(.*)$/m.exec(stdout)?.[1]}`;
}

describe('the doctor', () => {
  test('finds a tenant fit by reading alone', async () => {
    const { command, mock } = await mockedTenant('acquire', ALLOWED);
    establish(mock, 'acquire', ['an open case']);
    const before = mock.holdings('acquire');
    const { exitCode, stdout, stderr } = await command(JOIN);
    expect(`${exitCode} ${stderr}`).toBe('0 ');
    expect(stdout).toMatch(/could be proven +acquire\.joinChat/);
    expect(stdout).toMatch(/next +Look at every request/);
    expect(mock.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v1/crm/channel/all',
    ]);
    expect(mock.holdings('acquire')).toEqual(before);
  });

  test('names the key of the file that is missing', async () => {
    const { command } = await mockedTenant('acquire', { effects: ['creates', 'notifies-people'] });
    const { exitCode, stdout } = await command(JOIN);
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/stays unproven +acquire\.joinChat: would send nothing/);
    expect(stdout).toMatch(/next +.*Add joins-as-person to vendors\.acquire\.allow\.effects\./);
  });

  test('tells refused credentials from a permission that lacks', async () => {
    const forbidden = await serveHttp((_, response) => response.writeHead(403).end());
    const [wrong, lacking] = await Promise.all([
      nextFor({}, {}, { MOCKED_API_KEY: 'not-the-key-of-anybody' }),
      nextFor({ baseUrl: forbidden.origin }),
    ]);
    expect(wrong).toMatch(/^3 Check the credentials of the account/);
    expect(lacking).toMatch(/^3 Give the account the permission/);
    expect(wrong).not.toContain('not-the-key-of-anybody');
  });

  test('tells where the way ends, and asks no more there', async () => {
    // Nobody listens on the port of the discard service.
    const dead = 'http://127.0.0.1:9';
    const { command, write, file } = await openStage(GENESYS);
    write(file, { baseUrl: dead, pace: HASTY });
    const [name, port, { stdout }] = await Promise.all([
      nextFor({ baseUrl: 'http://host.invalid', insecure: true }),
      nextFor({ baseUrl: dead }),
      command(DOCTOR),
    ]);
    expect(name).toMatch(/^3 .*name/);
    expect(port).toMatch(/^3 Check the port in the base URL/);
    expect(stdout).toMatch(/no answer came back\n {2}\? trouble .*\n.*\n {4}not asked any more: 2 other/);
    expect(stdout).not.toMatch(/ok +(?:asks|subscribes)/);
    // The plan needs nobody's answer.
    expect(stdout).toMatch(/Operations, as far as the plan tells\n.*genesys\.inviteAgentToChat/);
  });

  test('asks a production tenant nothing until its name is spelt out', async () => {
    const { command, write, file, mock } = await mockedTenant('acquire', ALLOWED);
    write(file, {}, { environment: 'production' });
    const { exitCode, stdout } = await command(JOIN);
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/next +Add --production mocked\./);
    expect(mock.requests).toEqual([]);
    expect((await command([...JOIN, '--production', 'mocked'])).exitCode).toBe(0);
  });

  test.each([
    [['doctor'], 'option-missing'],
    [['doctor', '--tenant', 'nowhere.yaml'], 'file-unreadable'],
    [[...DOCTOR, '--operation', 'noSuchThing'], 'name-unknown'],
  ])('%j: %s', async (args, code) => {
    const { command } = await mockedTenant('acquire', {});
    expect(complaintOf(await command(args))).toContain(`2 error [${code}]`);
  });
});

describe.skipIf(!hasOpenssl || !hasSquid)('the doctor behind a proxy and a private authority', () => {
  let authority: Authority;
  let squid: Squid;

  beforeAll(async () => {
    authority = createAuthority();
    squid = await startSquid(9);
  });
  afterAll(async () => {
    authority.remove();
    await squid.stop();
  });

  test('says which of the two is missing', async () => {
    const baseUrl = `https://127.0.0.1:${await serveTls(authority.issue('IP:127.0.0.1'))}`;
    const proxy = { url: squid.url, username: 'file:user', password: 'file:password' };
    const files = { 'ca.pem': authority.cert, user: USER.username, password: USER.password };
    const tls = { ca: 'ca.pem' };
    const [untrusted, trusted, stranger, known] = await Promise.all([
      nextFor({ baseUrl }),
      nextFor({ baseUrl, tls }, files),
      nextFor({ baseUrl, tls, proxy }, { ...files, password: 'not-the-password' }),
      nextFor({ baseUrl, tls, proxy }, files),
    ]);
    expect(untrusted).toMatch(/^3 .*\(tls\.ca\)/);
    expect(trusted).toMatch(/^0 Look at every request/);
    expect(stranger).toMatch(/^3 Give the user name and password of the proxy/);
    expect(known).toMatch(/^0 Look at every request/);
  });
});

describe('the doctor on notifications', () => {
  test('subscribes, leaves again, and says what keeps it from that', async () => {
    const { command, write, file, mock } = await openStage(GENESYS);
    const fit = await command(DOCTOR);
    expect(`${fit.exitCode} ${fit.stderr}`, fit.stdout).toBe('0 ');
    expect(fit.stdout).toMatch(/ok +subscribes to \/v2\/me\/chats over long-polling/);
    expect(mock.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    write(file, { notifications: { transport: 'websocket' } });
    const refused = await command(DOCTOR);
    expect(refused.exitCode).toBe(3);
    expect(refused.stdout).toMatch(/trouble +subscribes to .* over websocket/);
    expect(refused.stdout).toMatch(/next +Choose the other transport \(notifications\.transport\)/);
  });

  test.each([
    ['X-CSRF-TOKEN', /ok +subscribes to/],
    ['X-OTHER', /trouble +subscribes to [\s\S]*may receive notifications/],
  ])('where changes need a token that is told as %s', async (header, expected) => {
    const sessions = new BayeuxSessions();
    const { origin } = await serveHttp(async ({ method, body, rawHeaders }, response) => {
      response.setHeader('X-CSRF-HEADER', 'X-Change').setHeader(header, 'word');
      if (method === 'GET') return response.end('{"statusCode":0,"version":"9"}');
      if (!rawHeaders.includes('word')) return response.writeHead(403).end();
      const messages: readonly JsonObject[] = JSON.parse(body);
      const answers = await Promise.all(messages.map((message) => sessions.answer(message)));
      return response.end(JSON.stringify(answers.flat()));
    });
    const { command, write, file } = await openStage(GENESYS);
    write(file, { baseUrl: origin });
    expect((await command(DOCTOR)).stdout).toMatch(expected);
    expect(sessions.size).toBe(0);
  });
});

describe('the doctor on what an account has', () => {
  test('says what the edition does not take, and what the file says is lacking', async () => {
    const { command, write, file, mock } = await openStage({
      ...ROCKETCHAT,
      troubles: ['rocketchat.free-edition'],
    });
    expect((await command(DOCTOR)).stdout).toMatch(/ok +asks whether another department may be created/);
    const manager = establish(mock, 'rocketchat', ['a user who may manage departments'], {
      ...{ authToken: '', userId: '' },
    });
    await send(mock.baseUrl('rocketchat'), departmentRequest({ ...manager, departmentName: 'Sales' }));
    const taken = await command(DOCTOR);
    expect(taken.exitCode).toBe(3);
    expect(taken.stdout).toMatch(/next +The workspace takes no more departments/);
    write(file, { capabilities: { permissions: ['view-livechat-manager'] } });
    const lacking = await command(DOCTOR);
    expect(lacking.stdout).toMatch(/needs the permission "manage-livechat-departments" \(lacking\)/);
    expect(lacking.stdout).toMatch(/missing: the tenant has not the permission/);
  });
});
