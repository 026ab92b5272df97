import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext } from 'node:tls';
import type { ProxyAccess } from './connection-options.ts';
import { openTunnel } from './open-tunnel.ts';
import type { Passage } from './passage.ts';

/** How every request of a client gets to its host. */
export interface Route {
  readonly context: SecureContext;
  readonly showsCertificate: boolean;
  readonly proxy: ProxyAccess | undefined;
  /** What is no single request, such as a WebSocket, a proxy lets through a tunnel only. */
  readonly alwaysTunnels?: boolean;
}

/** One attempt to get there: who is told how far it got, and what ends it. */
export interface Attempt {
  readonly passage: Passage;
  readonly signal: AbortSignal;
}

/**
 * A connection over which the request can be sent: to the host, through a tunnel of the proxy for `https:`, and to
 * the proxy itself for `http:`.
 */
export async function openConnection(origin: URL, route: Route, attempt: Attempt): Promise<Socket> {
  const { passage } = attempt;
  const { proxy } = route;
  const socket =
    proxy === undefined ? await dial(origin, attempt) : await pass(proxy, origin, route, attempt);
  if (origin.protocol !== 'https:') return socket;
  passage.phase = 'tls';
  passage.hasShownCertificate = route.showsCertificate;
  return secure(origin, socket, route, attempt);
}

async function pass(proxy: ProxyAccess, origin: URL, route: Route, attempt: Attempt): Promise<Socket> {
  const url = new URL(proxy.url);
  attempt.passage.phase = 'proxy';
  const plain = await dial(url, attempt);
  const socket = url.protocol === 'https:' ? await secure(url, plain, route, attempt) : plain;
  return origin.protocol === 'https:' || route.alwaysTunnels === true
    ? openTunnel(origin, socket, proxy, attempt.signal)
    : socket;
}

async function dial({ hostname, port, protocol }: URL, { passage, signal }: Attempt): Promise<Socket> {
  const socket = connect({ host: bare(hostname), port: portOf(port, protocol), noDelay: true });
  passage.watch(socket);
  await once(socket, 'connect', { signal });
  return socket;
}

async function secure(
  { hostname }: URL,
  socket: Socket,
  { context }: Route,
  { passage, signal }: Attempt,
): Promise<Socket> {
  const host = bare(hostname);
  const secured = connectTls({
    socket,
    host,
    // A server name is a name: an address is refused there (RFC 6066).
    ...(isIP(host) === 0 ? { servername: host } : {}),
    secureContext: context,
    ALPNProtocols: ['http/1.1'],
  });
  passage.watch(secured);
  await once(secured, 'secureConnect', { signal });
  return secured;
}

function portOf(port: string, protocol: string): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

/** A URL writes an IPv6 address in brackets. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
