// A mock as somebody's tenant, reached by the real command, which is killed at a boundary: at the n-th arrival of a
// request, before the vendor has it, or with its answer on the way back.
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse, request as sendOn } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Mock } from '../../src/mock/start-mock.ts';
import { type Finished, runCommand, startCommand, temporaryFolder } from '../cli/run-command.ts';
import { establish, runMock } from '../mock/mock-client.ts';

const LOGINS = {
  acquire: { state: 'an API key', wanted: { apiKey: '' } },
  rocketchat: { state: 'a user who may manage departments', wanted: { authToken: '', userId: '' } },
} as const;

export type TenantVendorName = keyof typeof LOGINS;

export interface MockedTenant {
  readonly mock: Mock;
  readonly folder: string;
  /** Path of the tenant file within the folder. */
  readonly file: string;
  /** Address of the vendor as the tenant file has it. */
  readonly baseUrl: string;
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

export async function mockedTenant(vendor: TenantVendorName, allow: object): Promise<MockedTenant> {
  const mock = await runMock();
  const gate = await startGate(mock);
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
  const file = 'tenants/mocked.yaml';
  write(file, {});
  return {
    ...{ mock, folder, file, baseUrl, write },
    command: (args, environment = {}) => {
      gate.watch(undefined, Number.POSITIVE_INFINITY);
      return runCommand(args, { folder, environment: { ...secrets, ...environment } });
    },
    killAt: async (boundary, args) => {
      const { child, finished } = startCommand(args, { folder, environment: secrets });
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

interface Gate {
  readonly origin: string;
  /** From now on boundaries are counted anew, and the child is killed at that one. */
  readonly watch: (child: ChildProcess | undefined, killAt: number) => void;
  readonly passed: () => number;
}

async function startGate(mock: Mock): Promise<Gate> {
  let child: ChildProcess | undefined;
  let killAt = Number.POSITIVE_INFINITY;
  let passed = 0;
  /** Tells whether the child lives on. */
  const pass = (): boolean => {
    passed += 1;
    if (passed - 1 === killAt) child?.kill('SIGKILL');
    return passed - 1 < killAt;
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing, mock.origin, pass).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    watch: (next, at) => {
      child = next;
      killAt = at;
      passed = 0;
    },
    passed: () => passed,
  };
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  origin: string,
  pass: () => boolean,
): Promise<void> {
  const sent = await bytesOf(incoming);
  if (!pass()) return;
  const { method, url = '/', headers } = incoming;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    sendOn(new URL(url, origin), { method: method ?? 'GET', headers }, resolve)
      .on('error', reject)
      .end(sent);
  });
  const received = await bytesOf(answer);
  if (!pass()) return;
  const { 'transfer-encoding': _, ...kept } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 500, kept).end(received);
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
