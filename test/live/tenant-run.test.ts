// A run on a tenant, as its owner would start it: the installed command, a tenant file, a vendor over a real socket.

import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type Mock, startMock } from '../../src/mock/start-mock.ts';
import type { Json } from '../../src/model/json.ts';
import { reportIn, temporaryFolder } from '../cli/run-command.ts';
import { runWarmCommand } from '../cli/warm-command.ts';
import { suite } from '../fixtures/committed-suite.ts';

const CONTRACT_EFFECTS = ['creates', 'notifies-people', 'joins-as-person'];

let mock: Mock;
let secrets: Readonly<Record<string, string>>;

/** Values of the mock's own states: what the owner of the account would write into the file. */
function valuesOf(vendor: string, states: readonly string[], wanted: Readonly<Record<string, Json>>) {
  const resolution = mock.establish(
    vendor,
    states.map((name) => ({ name, params: {} })),
    wanted,
  );
  if (resolution.kind === 'unavailable') throw new Error(resolution.reason);
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, resolution.values[name] ?? null]));
}

/** A file of a tenant with everything that its vendors cannot be asked for. */
function tenantFile(change: { readonly environment?: string; readonly effects?: readonly string[] } = {}) {
  const { environment = 'sandbox', effects = CONTRACT_EFFECTS } = change;
  const key = valuesOf('acquire', ['an API key'], { apiKey: '' });
  const people = valuesOf('acquire', ['agents', 'departments'], {
    agentIds: [1, 2, 3],
    departmentIds: [1, 2, 3],
  });
  const user = valuesOf('rocketchat', ['a user who may manage departments'], { authToken: '', userId: '' });
  const other = valuesOf('rocketchat', ['a user without permission'], { authToken: '', userId: '' });
  const first = valuesOf('rocketchat', ['an agent'], { agentId: '' });
  const second = valuesOf('rocketchat', ['a second agent'], { secondAgentId: '' });
  const chat = valuesOf('genesys', ['an agent with an active chat'], { authorization: '', chatId: '' });
  const willing = valuesOf('genesys', ['an agent who can be invited'], { targetUri: '' });
  const absent = valuesOf('genesys', ['an agent who cannot be invited'], { targetUri: '' });
  secrets = {
    ACQUIRE_KEY: String(key['apiKey']),
    RC_TOKEN: String(user['authToken']),
    RC_USER: String(user['userId']),
    RC_OTHER_TOKEN: String(other['authToken']),
    RC_OTHER_USER: String(other['userId']),
    GENESYS_LOGIN: String(chat['authorization']),
  };
  const allow = { effects };
  const vendors = {
    acquire: {
      baseUrl: mock.baseUrl('acquire'),
      credentials: { apiKey: 'env:ACQUIRE_KEY' },
      states: {
        agents: { agentIds: people['agentIds'] },
        departments: { departmentIds: people['departmentIds'] },
      },
      allow,
    },
    rocketchat: {
      baseUrl: mock.baseUrl('rocketchat'),
      credentials: { authToken: 'env:RC_TOKEN', userId: 'env:RC_USER' },
      states: {
        'a user without permission': { authToken: 'env:RC_OTHER_TOKEN', userId: 'env:RC_OTHER_USER' },
        'an agent': first,
        'a second agent': second,
      },
      allow,
    },
    genesys: {
      baseUrl: mock.baseUrl('genesys'),
      credentials: { authorization: 'env:GENESYS_LOGIN' },
      states: {
        'an agent with an active chat': { chatId: chat['chatId'] },
        'an agent who can be invited': willing,
        'an agent who cannot be invited': absent,
      },
      allow,
    },
  };
  const folder = temporaryFolder();
  const tenant = { name: 'acme', environment, budget: { requests: 400, messages: 100 }, vendors };
  writeFileSync(join(folder, 'tenant.yaml'), stringify(tenant, { aliasDuplicateObjects: false }));
  return folder;
}

function run(folder: string, ...args: readonly string[]) {
  return runWarmCommand(['run', '--tenant', 'tenant.yaml', ...args], { folder, environment: secrets });
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

beforeAll(async () => {
  mock = await startMock({ specs: suite.specs });
});
afterAll(() => mock.close());

describe('a run on a tenant', () => {
  test('sends what is allowed, judges it, and leaves nothing behind', async () => {
    const folder = tenantFile();
    const before = ['acquire', 'rocketchat', 'genesys'].map((vendor) => mock.holdings(vendor));
    const { exitCode, stdout, stderr } = await run(folder);
    expect(stderr).toBe('');
    const { operations, cleanUp } = reportIn(folder);
    const verdicts = Object.fromEntries(operations.map(({ operation, verdict }) => [operation, verdict]));
    expect(verdicts, stdout).toEqual({
      'acquire.inviteAgent': 'conformant',
      'acquire.joinChat': 'conformant',
      'acquire.addChatMessage': 'conformant',
      // Nobody has named a mailbox or a telephone, or allowed what cannot be undone.
      'acquire.addMailMessage': 'unproven',
      'acquire.sendSms': 'unproven',
      'genesys.inviteAgentToChat': 'conformant',
      'rocketchat.registerDepartment': 'conformant',
    });
    expect(exitCode).toBe(3);
    expect(cleanUp.length).toBeGreaterThan(0);
    // A notice and a joining cannot be taken back; of everything else nothing may be left.
    const left = cleanUp.filter(({ ending }) => ending === 'left' || ending === 'unknown');
    expect(new Set(left.map(({ thing }) => thing.split(' ')[0]))).toEqual(new Set(['notice', 'participant']));
    const after = ['acquire', 'rocketchat', 'genesys'].map((vendor) => mock.holdings(vendor));
    expect(after).toEqual(before);
    const sent = mock.requests.map(({ operation }) => operation);
    expect(sent).not.toContain('acquire.addMailMessage');
    expect(sent).not.toContain('acquire.sendSms');
    for (const file of filesBelow(join(folder, 'reports'))) {
      const text = readFileSync(file, 'utf8');
      for (const secret of Object.values(secrets)) expect(text.includes(secret), file).toBe(false);
    }
  });

  test('keeps to the plan whose hash is given', async () => {
    const folder = tenantFile();
    const shown = await run(folder, '--dry-run', '--operation', 'registerDepartment');
    const [, hash = ''] = /hash ([0-9a-f]{64})/.exec(shown.stdout) ?? [];
    const again = await run(folder, '--operation', 'registerDepartment', '--plan-hash', hash);
    expect(again.exitCode, again.stdout + again.stderr).toBe(0);
    const count = mock.requests.length;
    const other = await run(folder, '--operation', 'joinChat', '--plan-hash', hash);
    expect(other.exitCode).toBe(2);
    expect(other.stderr).toContain('nothing was sent');
    expect(mock.requests).toHaveLength(count);
  });
});

describe('not one byte leaves', () => {
  let server: Server;
  let connections = 0;

  beforeAll(async () => {
    server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
  });

  /** The tenant with every vendor at the server that counts. */
  function recorded(change: Parameters<typeof tenantFile>[0]): string {
    const folder = tenantFile(change);
    const file = join(folder, 'tenant.yaml');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, `http://127.0.0.1:${port}`),
    );
    return folder;
  }

  test.each([
    { why: 'no effect is allowed', change: { effects: [] }, args: [], says: 'the effect' },
    {
      why: 'it is a production tenant',
      change: { environment: 'production' },
      args: [],
      says: '--production acme',
    },
    {
      why: 'another production tenant is meant',
      change: { environment: 'production' },
      args: ['--production', 'acme-2'],
      says: '--production acme',
    },
    {
      why: 'only the plan is asked for',
      change: {},
      args: ['--dry-run'],
      says: 'Plan for the target "acme"',
    },
  ])('where $why', async ({ change, args, says }) => {
    const folder = recorded(change);
    const { exitCode, stdout, stderr } = await run(folder, ...args);
    expect(stdout.replaceAll(/\s+/g, ' '), stderr).toContain(says);
    expect(exitCode).toBe(says.startsWith('Plan') ? 0 : 3);
    expect(connections).toBe(0);
  });

  test('while the same server is reached where it is allowed', async () => {
    await run(recorded({}), '--operation', 'joinChat');
    expect(connections).toBeGreaterThan(0);
  });
});
