import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { loadTenant } from '../../src/load/load-tenant.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { FORM_MISTAKES } from './form-mistakes.ts';
import { KIND_MISTAKES, NAME_MISTAKES } from './name-mistakes.ts';
import { ADDRESS_MISTAKES, SECRET_MISTAKES } from './secret-mistakes.ts';
import { edited, TENANT_TEXT, writeTenant } from './tenant-text.ts';

const knowledge = { suite, recipes: [] };
const load = (text: string) => loadTenant(writeTenant(text), knowledge);

describe('a tenant file', () => {
  it('is had as it is written', () => {
    const file = writeTenant(TENANT_TEXT);
    const folder = dirname(file);
    const tenant = loadTenant(file, knowledge);
    expect(tenant).toMatchObject({
      name: 'full',
      file,
      environment: 'sandbox',
      budget: {
        requests: 40,
        messages: 5,
        money: { currency: 'USD', most: 0.5, prices: { 'acquire.sendSms': 0.02 } },
      },
    });
    expect(tenant.vendors[0]).toEqual({
      vendor: 'acquire',
      baseUrl: 'https://acquire.example.com',
      credentials: { apiKey: { kind: 'env', name: 'ACQUIRE_API_KEY' } },
      states: {
        'an open case': { caseId: 22, contactId: 7 },
        agents: { agentIds: [1, 11, 26] },
        'a connected phone number': { fromNumber: '+12025550100' },
      },
      stateCredentials: {},
      allow: {
        effects: ['creates'],
        sendings: ['contract', 'probe'],
        operations: ['acquire.joinChat', 'acquire.sendSms'],
        only: { case: [22] },
        readings: true,
        credentialsInAddress: false,
      },
      capabilities: {
        permissions: ['all'],
        features: ['chat'],
        channels: ['chat'],
        version: '2.0',
        edition: 'full',
      },
      tls: {
        ca: join(folder, 'ca.pem'),
        certificate: join(folder, 'client.pem'),
        key: { kind: 'file', path: join(folder, 'client-key.pem') },
      },
      proxy: {
        url: 'http://proxy.example.com:3128',
        username: { kind: 'env', name: 'PROXY_USERNAME' },
        password: { kind: 'env', name: 'PROXY_PASSWORD' },
      },
      timeouts: { connectMs: 1500, answerMs: 20_000, notificationsMs: 5000 },
      pace: { perMinute: 30, operations: { 'acquire.joinChat': 6 }, longestWaitMs: 10_000, retries: 0 },
      notifications: { transport: 'websocket', endpoint: '/api/v2/notifications', channel: '/v2/me/chats' },
    });
  });

  it('keeps the credentials of a state apart from its values', () => {
    const file = writeTenant(TENANT_TEXT);
    expect(loadTenant(file, knowledge).vendors[1]).toMatchObject({
      vendor: 'rocketchat',
      baseUrl: 'https://chat.example.com/team',
      states: {},
      stateCredentials: {
        'a user without permission': {
          authToken: { kind: 'file', path: join(dirname(file), 'outsider-token') },
          userId: { kind: 'env', name: 'OUTSIDER_ID' },
        },
      },
    });
  });

  it('allows nothing and is patient where it says no more than it has to', () => {
    const tenant = load(
      'name: least\nenvironment: production\nvendors: { acquire: { baseUrl: "https://acquire.example.com/" } }\n',
    );
    expect(tenant.budget).toEqual({ requests: 60, messages: 10, money: undefined });
    expect(tenant.vendors).toEqual([
      expect.objectContaining({
        baseUrl: 'https://acquire.example.com',
        credentials: {},
        states: {},
        allow: {
          effects: [],
          sendings: ['contract'],
          operations: undefined,
          only: {},
          readings: false,
          credentialsInAddress: false,
        },
        proxy: undefined,
        timeouts: { connectMs: 10_000, answerMs: 30_000, notificationsMs: 30_000 },
        pace: { perMinute: undefined, operations: {}, longestWaitMs: 60_000, retries: 2 },
        notifications: { transport: 'long-polling', endpoint: undefined, channel: undefined },
      }),
    ]);
  });

  it('is frozen throughout', () => {
    const tenant = load(TENANT_TEXT);
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(tenant)).toBe(true);
  });

  it.each(['http://localhost:4010/acquire', 'http://127.0.0.1:4010', 'http://[::1]:4010'])(
    'may reach this machine without encryption: %s',
    (address) => {
      expect(load(edited('https://acquire.example.com', address)).vendors[0]?.baseUrl).toBe(address);
    },
  );

  it('may reach another machine without encryption when it says so', () => {
    const text = edited('https://acquire.example.com', 'http://lab.example.com\n    insecure: true');
    expect(load(text).vendors[0]?.baseUrl).toBe('http://lab.example.com');
  });

  it.each(['Basic edition', 'Token Service', 'chat: basic', 'a key=value store'])(
    'may speak of secrets without being one: %s',
    (feature) => {
      const text = edited('features: [chat]', `features: [${JSON.stringify(feature)}]`);
      expect(load(text).vendors[0]?.capabilities.features).toEqual([feature]);
    },
  );
});

const MISTAKES = [
  ...FORM_MISTAKES,
  ...NAME_MISTAKES,
  ...KIND_MISTAKES,
  ...SECRET_MISTAKES,
  ...ADDRESS_MISTAKES,
];

function refusalOf(text: string): { file: string; error: UserError } {
  const file = writeTenant(text);
  try {
    loadTenant(file, knowledge);
  } catch (error) {
    if (error instanceof UserError) return { file, error };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a mistake in a tenant file', () => {
  it.each(MISTAKES.map((mistake) => [mistake.name, mistake] as const))('is told: %s', (_, mistake) => {
    const { file, error } = refusalOf(mistake.text);
    expect(error.message.startsWith(`${file}${mistake.message}`), error.message).toBe(true);
    expect(error.code).toBe(mistake.code);
    expect(error.hint).toContain(mistake.hint);
  });
});
