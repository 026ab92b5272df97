import type { Socket } from 'node:net';
import type { ProxyAccess } from './connection-options.ts';
import { clientOver } from './single-connection.ts';

/** A proxy that does not open the way: its status is the code. */
export class ProxyRefusal extends Error {
  readonly code: string;

  constructor(status: number, words: string) {
    super(`the proxy answered CONNECT with ${status}${words === '' ? '' : ` (${words})`}`);
    this.code = `PROXY_${status}`;
  }
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Asks the proxy behind the socket for a way to the host (RFC 9110, section 9.3.6). */
export async function openTunnel(
  { hostname, port, protocol }: URL,
  socket: Socket,
  proxy: ProxyAccess | undefined,
  signal: AbortSignal,
): Promise<Socket> {
  const target = `${hostname}:${port === '' ? DEFAULT_PORTS[protocol] : port}`;
  const client = clientOver(socket, 'http://proxy.invalid');
  const headers = { host: target, ...proxyAuthorization(proxy) };
  // From the proxy's answer on the socket is no longer the client's.
  const answer = await client.connect({ path: target, headers, signal }).finally(() => client.destroy());
  if (answer.statusCode >= 200 && answer.statusCode < 300) return socket;
  const { 'x-squid-error': error } = answer.headers;
  throw new ProxyRefusal(answer.statusCode, typeof error === 'string' ? error : '');
}

/** Basic credentials (RFC 7617); none where the proxy wants none. */
export function proxyAuthorization(proxy: ProxyAccess | undefined): Readonly<Record<string, string>> {
  if (proxy?.username === undefined) return {};
  const pair = `${proxy.username}:${proxy.password ?? ''}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` };
}
