// The proxy between real sockets: what the application writes, what the vendor reads, and the way back.
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Destination } from '../../src/proxy/destination.ts';
import type { Onlooker } from '../../src/proxy/onlooker.ts';
import { type RunningProxy, startProxy } from '../../src/proxy/start-proxy.ts';
import type { ConnectionOptions } from '../../src/targets/connection-options.ts';
import { routeOf } from '../../src/targets/http-client.ts';

export interface Between extends Partial<Pick<Destination, 'connectMs' | 'credentials'>> {
  readonly onlooker?: Onlooker;
  readonly connection?: ConnectionOptions;
  readonly isAlone?: boolean;
}

/** A proxy before one vendor, `acquire`, that ends with its test. */
export async function proxyTo(base: string, between: Between = {}): Promise<RunningProxy> {
  const { onlooker = { watch: () => undefined }, connection = {}, isAlone = false } = between;
  const { connectMs = 2000, credentials = [] } = between;
  const route = routeOf(connection);
  const destination = {
    vendor: 'acquire',
    base: new URL(base),
    route,
    connectMs,
    credentials,
    notifications: { timeoutMs: 500 },
  };
  const proxy = await startProxy({ destinations: [destination], isAlone, port: 0, onlooker });
  onTestFinished(() => proxy.close());
  return proxy;
}

export interface RawClient {
  readonly socket: Socket;
  /** All that has come so far, byte by byte. */
  readonly come: () => string;
  /** Resolves as soon as what has come fits, or ends with the text. */
  readonly until: (end: RegExp | string) => Promise<void>;
  /** Resolves with all that came, once the other side has ended. */
  readonly closed: Promise<string>;
}

export function connectRaw(origin: string): RawClient {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => {
    socket.destroy();
  });
  return hearing(socket);
}

/** Either end of a connection, in Latin-1, so that each byte is a letter. */
export function hearing(socket: Socket): RawClient {
  let text = '';
  const lookers = new Set<() => void>();
  socket
    .on('error', () => {})
    .on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (const look of lookers) look();
    });
  return {
    socket,
    come: () => text,
    until: (end) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (typeof end === 'string' ? !text.endsWith(end) : !end.test(text)) return;
          lookers.delete(look);
          resolve();
        };
        lookers.add(look);
        look();
      }),
    closed: new Promise((resolve) => {
      socket.once('close', () => resolve(text));
    }),
  };
}

/** Without the fields that each connection has of its own (RFC 9110, section 7.6.1). */
export function withoutHops(message: string): string {
  return message.replaceAll(/^(connection|keep-alive): [^\r\n]*\r\n/gim, '');
}
