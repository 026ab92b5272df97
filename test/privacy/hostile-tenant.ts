// A tenant whose vendor tells everything, and the command that is sent there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finished, runCommand, temporaryFolder } from '../cli/run-command.ts';
import { KEY, LOGIN } from './places.ts';

/** What a stage has come to. */
export interface Staged {
  readonly folder: string;
  readonly finished: readonly Finished[];
  /** Whatever the command was shown: answers, its tenant file, its environment. */
  readonly shown: string;
  /** What proves that the place was reached. */
  readonly says: RegExp;
}

export interface HostileTenant {
  readonly folder: string;
  readonly text: string;
  readonly command: (
    args: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ) => Promise<Finished>;
}

const ALLOW = {
  effects: ['creates', 'notifies-people', 'joins-as-person', 'costs-money', 'irreversible'],
  sendings: ['contract', 'variant', 'probe'],
};

export function hostileTenant(vendor: string, entry: object, tenant: object = {}): HostileTenant {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'tenants'));
  const text = JSON.stringify({
    ...{ name: 'hostile', environment: 'sandbox', budget: { requests: 500, messages: 200 }, ...tenant },
    vendors: { [vendor]: { credentials: CREDENTIALS[vendor], allow: ALLOW, ...entry } },
  });
  writeFileSync(join(folder, 'tenants/hostile.yaml'), text);
  const environment = {
    THE_KEY: KEY,
    THE_USER: 'cnryUserId99',
    PROXY_USER: LOGIN.user,
    PROXY_PASS: LOGIN.password,
  };
  return {
    folder,
    text,
    command: (args, more = {}) =>
      runCommand([...args, ...(args[0] === 'init' ? [] : ['--tenant', 'tenants'])], {
        folder,
        environment: { ...environment, ...more },
      }),
  };
}

const CREDENTIALS: Readonly<Record<string, object>> = {
  acquire: { apiKey: 'env:THE_KEY' },
  genesys: { authorization: 'env:THE_KEY' },
  rocketchat: { authToken: 'env:THE_KEY', userId: 'env:THE_USER' },
};
