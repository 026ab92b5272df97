import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { loadTenant } from '../../src/load/load-tenant.ts';
import { type ResolvedSecrets, resolveSecrets } from '../../src/load/resolve-secrets.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { TENANT_TEXT, writeTenant } from './tenant-text.ts';

const KEY = '-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----';
const ENVIRONMENT = {
  ACQUIRE_API_KEY: 'tk-canary-1',
  PROXY_USERNAME: 'proxy-canary-2',
  PROXY_PASSWORD: 'proxy-canary-3',
  OUTSIDER_ID: 'id-canary-4',
} as const;

interface Planted {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly token?: string;
  readonly mode?: number;
  readonly spoil?: (tokenFile: string) => void;
}

function resolve(planted: Planted = {}): ResolvedSecrets & { readonly folder: string } {
  const file = writeTenant(TENANT_TEXT);
  const folder = dirname(file);
  const tokenFile = join(folder, 'outsider-token');
  writeFileSync(join(folder, 'client-key.pem'), `${KEY}\n`, { mode: 0o600 });
  if (planted.spoil === undefined) writeFileSync(tokenFile, planted.token ?? 'token-canary-5\n');
  else planted.spoil(tokenFile);
  if (planted.spoil === undefined) chmodSync(tokenFile, planted.mode ?? 0o600);
  const tenant = loadTenant(file, { suite, recipes: [] });
  return { ...resolveSecrets(tenant, { ...ENVIRONMENT, ...planted.environment }), folder };
}

function refusal(planted: Planted): UserError {
  try {
    resolve(planted);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('every secret was there');
}

describe('secrets', () => {
  it('come from variables and files, without the line break at their end', () => {
    const { vendors, warnings } = resolve();
    expect(vendors).toEqual([
      {
        vendor: 'acquire',
        credentials: { apiKey: 'tk-canary-1' },
        stateCredentials: {},
      },
      {
        vendor: 'rocketchat',
        credentials: {},
        stateCredentials: {
          'a user without permission': { authToken: 'token-canary-5', userId: 'id-canary-4' },
        },
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('are found by their reference, wherever it stands', () => {
    const { secretOf, folder } = resolve();
    expect(secretOf({ kind: 'file', path: join(folder, 'client-key.pem') })).toBe(KEY);
    expect(secretOf({ kind: 'env', name: 'PROXY_PASSWORD' })).toBe('proxy-canary-3');
    expect(() => secretOf({ kind: 'env', name: 'HOME' })).toThrow('env:HOME is not of');
  });

  it('are all known to whoever keeps them out of what is written', () => {
    const { values } = resolve({ environment: { PROXY_USERNAME: 'proxy-canary-3' } });
    expect(values.toSorted()).toEqual(
      [KEY, 'tk-canary-1', 'proxy-canary-3', 'id-canary-4', 'token-canary-5'].toSorted(),
    );
  });

  it('may end in a line break of Windows', () => {
    expect(resolve({ token: 'token\r\n' }).vendors[1]?.stateCredentials).toMatchObject({
      'a user without permission': { authToken: 'token' },
    });
  });

  it.skipIf(process.platform === 'win32').each([0o640, 0o604, 0o644])(
    'in a file that others can read (%o) are taken with a warning',
    (mode) => {
      const { warnings, folder } = resolve({ mode });
      expect(warnings).toEqual([
        `file:${join(folder, 'outsider-token')} can be read by other users of this machine; run: chmod 600 ${join(folder, 'outsider-token')}`,
      ]);
    },
  );

  it('that end in a blank are taken with a warning', () => {
    expect(resolve({ environment: { ACQUIRE_API_KEY: 'tk-canary-1 ' } }).warnings).toEqual([
      'env:ACQUIRE_API_KEY begins or ends with a blank, which is sent along; check that it belongs to the secret.',
    ]);
  });
});

describe('a secret that cannot be had', () => {
  it.each([
    [
      'a variable that is not set',
      { environment: { ACQUIRE_API_KEY: undefined } },
      '#/vendors/acquire/credentials/apiKey refers to env:ACQUIRE_API_KEY, which is not set.',
      'Set the environment variable ACQUIRE_API_KEY',
    ],
    [
      'a variable without content',
      { environment: { PROXY_PASSWORD: '' } },
      '#/vendors/acquire/proxy/password refers to env:PROXY_PASSWORD, which is empty.',
      'Put the secret there.',
    ],
    ['an empty file', { token: '\n' }, 'outsider-token, which is empty.', 'Put the secret into that file.'],
    [
      'a file that is not there',
      { spoil: () => {} },
      'outsider-token, which is not there.',
      'relative to the tenant file',
    ],
    [
      'a folder',
      { spoil: (path: string) => mkdirSync(path) },
      'outsider-token, which cannot be read (EISDIR).',
      'Check that it is a file',
    ],
    [
      'more than one line',
      { token: 'token-canary-5\nanother-canary\n' },
      'outsider-token, which holds a line break',
      'on one line',
    ],
    [
      'a mark of the byte order',
      { token: '\uFEFFtoken-canary-5' },
      'outsider-token, which holds a line break or another character',
      'plain text',
    ],
  ])('is told by its reference: %s', (_, planted, message, hint) => {
    const error = refusal(planted);
    expect(error.code).toBe('secret-unavailable');
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
    expect(`${error.message}${error.hint}`).not.toMatch(/canary/);
  });
});
