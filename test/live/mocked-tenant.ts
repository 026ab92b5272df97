// A mock as somebody's tenant, reached by the real command, which can be killed at every boundary of a request.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mock, MockOptions } from '../../src/mock/start-mock.ts';
import { type Finished, startCommand, temporaryFolder } from '../cli/run-command.ts';
import { runWarmCommand } from '../cli/warm-command.ts';
import { establish, runMock } from '../mock/mock-client.ts';
import { startKillingGate } from './killing-gate.ts';

const LOGINS = {
  acquire: { state: 'an API key', wanted: { apiKey: '' } },
  rocketchat: { state: 'a user who may manage departments', wanted: { authToken: '', userId: '' } },
  genesys: { state: 'an agent with an active chat', wanted: { authorization: '' } },
} as const;

/** Several commands at a time on a busy machine are slow, and must not be killed where nobody meant it. */
const HANGS_AFTER_MS = 120_000;

export type TenantVendorName = keyof typeof LOGINS;

export interface MockedTenant {
  readonly mock: Mock;
  readonly folder: string;
  /** Path of the tenant file within the folder. */
  readonly file: string;
  /** Address of the vendor as the tenant file has it. */
  readonly baseUrl: string;
  /** Holds the credentials that the tenant file refers to. */
  readonly environment: Readonly<Record<string, string>>;
  readonly command: (
    args: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ) => Promise<Finished>;
  /** Runs the command until the boundary; gives how many there were, which is less when it ended before. */
  readonly killAt: (boundary: number, args: readonly string[]) => Promise<number>;
  /** Boundaries of the last command. */
  readonly boundaries: () => number;
  /** Folders of the runs. */
  readonly runs: () => readonly string[];
  readonly write: (file: string, vendor: object, tenant?: object) => void;
}

export async function mockedTenant(
  vendor: TenantVendorName,
  allow: object,
  options: Partial<MockOptions> = {},
): Promise<MockedTenant> {
  const mock = await runMock(options);
  const gate = await startKillingGate(mock.origin);
  const folder = temporaryFolder();
  const { state, wanted } = LOGINS[vendor];
  const values = establish(mock, vendor, [state], wanted);
  const names = Object.keys(wanted);
  const secrets = Object.fromEntries(names.map((name) => [variableOf(name), String(values[name])]));
  const credentials = Object.fromEntries(names.map((name) => [name, `env:${variableOf(name)}`]));
  const baseUrl = `${gate.origin}/${vendor}`;
  const write: MockedTenant['write'] = (file, changes, tenant = {}) =>
    writeFileSync(
      join(folder, file),
      JSON.stringify({
        ...{ name: 'mocked', environment: 'sandbox', budget: { requests: 500, messages: 200 }, ...tenant },
        vendors: { [vendor]: { baseUrl, credentials, allow, ...changes } },
      }),
    );
  mkdirSync(join(folder, 'tenants'));
  const started = { folder, environment: secrets, hangsAfterMs: HANGS_AFTER_MS };
  const file = 'tenants/mocked.yaml';
  write(file, {});
  return {
    ...{ mock, folder, file, baseUrl, write, environment: secrets },
    command: (args, environment = {}) => {
      gate.watch(undefined, Number.POSITIVE_INFINITY);
      return runWarmCommand(args, { ...started, environment: { ...secrets, ...environment } });
    },
    killAt: async (boundary, args) => {
      const { child, finished } = startCommand(args, started);
      gate.watch(child, boundary);
      await finished;
      return gate.passed();
    },
    boundaries: gate.passed,
    runs: () =>
      readdirSync(join(folder, 'reports'))
        .filter((name) => name !== 'latest')
        .toSorted(),
  };
}

function variableOf(name: string): string {
  return `MOCKED_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
