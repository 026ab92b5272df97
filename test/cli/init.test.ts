import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadTenants } from '../../src/load/load-tenants.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { complaintOf, temporaryFolder } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

const load = (path: string) => loadTenants([path], { suite, recipes: [] });
const init = (args: readonly string[], folder = temporaryFolder()) =>
  runWarmCommand(['init', ...args], { folder });

describe('init without a person', () => {
  test('writes a tenant of every vendor that loads and allows nothing', async () => {
    const run = await init(['--environment', 'sandbox']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const [tenant] = load(join(run.folder, 'tenants'));
    expect(tenant).toMatchObject({ name: 'sandbox', environment: 'sandbox' });
    expect(tenant?.vendors.map(({ vendor }) => vendor)).toEqual(['acquire', 'genesys', 'rocketchat']);
    expect(tenant?.vendors.flatMap(({ allow }) => allow.effects)).toEqual([]);
    expect(tenant?.vendors.flatMap(({ allow }) => allow.sendings)).toEqual([
      'contract',
      'contract',
      'contract',
    ]);
  });

  test('says what to do next', async () => {
    const { stdout } = await init(['--environment', 'staging', '--vendor', 'acquire', '--name', 'our-chat']);
    expect(stdout).toBe(
      [
        'Wrote tenants/our-chat.yaml. Next:',
        '  1. fill in baseUrl and allow.effects',
        '  2. see to the secrets: env:OUR_CHAT_ACQUIRE_API_KEY',
        '  3. ask what is missing, by harmless reads: livechat-conformance doctor --tenant tenants/our-chat.yaml',
        '  4. see what would be sent: livechat-conformance run --tenant tenants/our-chat.yaml --dry-run',
        '  5. send it: livechat-conformance run --tenant tenants/our-chat.yaml',
        '',
      ].join('\n'),
    );
  });

  test('names the credentials and effects of the chosen vendor, and tells an editor the schema', async () => {
    const { folder } = await init([
      '--environment',
      'sandbox',
      '--vendor',
      'rocketchat',
      '--out',
      'a/b.yaml',
    ]);
    const file = join(folder, 'a/b.yaml');
    const [tenant] = load(file);
    expect(tenant?.vendors).toMatchObject([
      {
        vendor: 'rocketchat',
        credentials: {
          authToken: { kind: 'env', name: 'SANDBOX_ROCKETCHAT_AUTH_TOKEN' },
          userId: { kind: 'env', name: 'SANDBOX_ROCKETCHAT_USER_ID' },
        },
      },
    ]);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('#   creates: rocketchat.registerDepartment');
    expect(text).toContain('#   permissions: ["manage-livechat-departments"]');
    const [, path = ''] = /\$schema=(.+)\n/.exec(text) ?? [];
    expect(existsSync(resolve(dirname(file), path))).toBe(true);
  });

  test('names what the tool has to do itself before it can prove anything', async () => {
    const { folder } = await init(['--environment', 'sandbox', '--vendor', 'genesys']);
    const text = readFileSync(join(folder, 'tenants/sandbox.yaml'), 'utf8');
    expect(text).toMatch(/# {3}creates: to prepare .*"an agent with an active chat"/);
    expect(text).toMatch(
      /# {3}notifies-people: genesys.inviteAgentToChat; to prepare "an agent with an active chat"/,
    );
  });

  test('every part that is commented out loads once the # is gone', async () => {
    const { folder } = await init(['--environment', 'sandbox', '--vendor', 'acquire']);
    const file = join(folder, 'tenants/sandbox.yaml');
    const text = readFileSync(file, 'utf8');
    const whole = text
      .replace(/ {2}# money:[\s\S]+?\n\n/, (part) => part.replaceAll('  # ', '  '))
      .replace('    # operations:', '    operations:')
      .replace(/ {4}# capabilities:[\s\S]+$/, (part) => part.replaceAll('    # ', '    '));
    expect(whole).not.toBe(text);
    writeFileSync(file, whole);
    expect(load(file)[0]).toMatchObject({
      budget: { money: { currency: 'USD', prices: { 'acquire.sendSms': 0.02 } } },
      vendors: [
        {
          allow: { operations: expect.arrayContaining(['acquire.sendSms', 'acquire.joinChat']) },
          capabilities: {
            features: ['an email inbox connected to Acquire', 'a phone number connected to Acquire'],
          },
        },
      ],
    });
  });

  test('leaves a file alone that is there, unless told otherwise', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'mine.yaml');
    writeFileSync(file, 'mine');
    const args = ['--environment', 'sandbox', '--out', 'mine.yaml'];
    const refused = await init(args, folder);
    expect(complaintOf(refused)).toMatch(/^2 error \[file-exists\] mine\.yaml is there already\.\n.+--force/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(await init([...args, '--force'], folder)).toMatchObject({ exitCode: 0 });
    expect(load(file)[0]?.name).toBe('sandbox');
  });
});

test.each([
  { args: [], says: /--environment is missing/ },
  { args: ['--yes'], says: /--environment is missing/ },
  { args: ['--environment', 'prod'], says: /sandbox, staging, production/ },
  { args: ['--environment', 'sandbox', '--vendor', 'acquir'], says: /no vendor "acquir"[\s\S]+"acquire"\?/ },
  { args: ['--environment', 'sandbox', '--name', 'Our Chat'], says: /--name is "Our Chat"[\s\S]+hyphens/ },
])('init $args is refused with what to do', async ({ args, says }) => {
  const run = await init(args);
  expect(complaintOf(run)).toMatch(/^2 error/);
  expect(run.stderr).toMatch(says);
  expect(existsSync(join(run.folder, 'tenants'))).toBe(false);
});
