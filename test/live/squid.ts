// A real squid on loopback, as a company has one: users with passwords, and rules of what is let through.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const AUTHENTICATOR = '/usr/lib/squid/basic_ncsa_auth';

export const hasSquid = existsSync('/usr/sbin/squid') && existsSync(AUTHENTICATOR);
if (!hasSquid) console.warn('skipped: no squid on this machine to send through (apt-get install squid)');

export const USER = { username: 'engineer', password: 'p:ß w0rd' };

export interface Squid {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Lets the user through to loopback, and nobody to the ports that are closed to all. */
export async function startSquid(closedPort: number): Promise<Squid> {
  const folder = mkdtempSync(join(tmpdir(), 'squid-'));
  const port = await freePort();
  const hash = spawnSync('openssl', ['passwd', '-apr1', '-stdin'], {
    input: USER.password,
    encoding: 'utf8',
  });
  writeFileSync(join(folder, 'users'), `${USER.username}:${hash.stdout.trim()}\n`);
  writeFileSync(join(folder, 'squid.conf'), configuration(folder, port, closedPort));
  // Squid gives up root, and then has to write into the folder.
  if (process.getuid?.() === 0) spawnSync('chown', ['-R', 'proxy:proxy', folder]);
  const squid = spawn('/usr/sbin/squid', ['-N', '-f', join(folder, 'squid.conf')], { stdio: 'ignore' });
  const ended = new Promise((resolve) => squid.once('exit', resolve));
  await untilOpen(port);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      squid.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, port: number, closedPort: number): string {
  return `
http_port 127.0.0.1:${port}
pid_filename none
cache_log ${folder}/cache.log
access_log none
cache deny all
cache_effective_user proxy
visible_hostname proxy.invalid
workers 1
auth_param basic program ${AUTHENTICATOR} ${folder}/users
auth_param basic utf8 on
acl known proxy_auth REQUIRED
acl closed port ${closedPort}
http_access deny !known
http_access deny closed
http_access allow known
connect_timeout 2 seconds
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await sleep(100);
  }
  throw new Error('squid did not start');
}
