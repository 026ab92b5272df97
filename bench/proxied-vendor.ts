// A vendor to pass on to, and the installed proxy before it, in a process of its own whose memory can be read.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const COMMAND = resolve(import.meta.dirname, '../dist/livechat-conformance.js');
export const LARGE_MB = 200;
const BLOCK = Buffer.alloc(1024 * 1024, 'x');

export interface ServedVendor {
  readonly origin: string;
  /** Answers that are held back until somebody lets them go. */
  readonly held: ServerResponse[];
  readonly close: () => void;
}

/** `/large` is large, notifications are held, and everything else is answered at once with `answer`. */
export async function serveVendor(answer: string): Promise<ServedVendor> {
  const held: ServerResponse[] = [];
  const server: Server = createServer((request, response) => {
    request.resume();
    if (request.url?.endsWith('/large') === true) void sendLarge(response);
    else if (request.url?.endsWith('/notifications') === true) held.push(response);
    else response.setHeader('content-type', 'application/json').end(answer);
  });
  server.keepAliveTimeout = 60_000;
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${port}`, held, close };
}

async function sendLarge(response: ServerResponse): Promise<void> {
  for (let sent = 0; sent < LARGE_MB; sent += 1) if (!response.write(BLOCK)) await once(response, 'drain');
  response.end();
}

export interface MeasuredProxy {
  readonly origin: string;
  /** The most memory that it has ever had, in MB. */
  readonly peakMb: () => number;
  readonly close: () => Promise<void>;
}

export async function startMeasured(vendor: string): Promise<MeasuredProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'livechat-proxy-'));
  const vendors = Object.fromEntries(['acquire', 'genesys'].map((name) => [name, { baseUrl: vendor }]));
  const file = join(folder, 'tenant.yaml');
  writeFileSync(file, JSON.stringify({ name: 'bench', environment: 'sandbox', vendors }));
  const args = ['proxy', '--tenant', file, '--port', '0', '--out', folder, '--reporter', 'json'];
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  for await (const text of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += String(text);
    if (printed.includes('Ctrl-C')) break;
  }
  child.stdout.resume();
  const origin = /acquire: (http:\S+)\/acquire/.exec(printed)?.[1] ?? '';
  return {
    origin,
    peakMb: () =>
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
