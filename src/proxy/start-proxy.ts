import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { ClientConnection } from './client-connection.ts';
import type { Destination } from './destination.ts';
import { findWay, type Way } from './find-destination.ts';
import { isForeignPage } from './foreign-page.ts';
import { forwardRequest } from './forward-request.ts';
import { forwardUpgrade, type Upgrading } from './forward-upgrade.ts';
import { MOST_HEADER_BYTES } from './most-header-bytes.ts';
import type { Onlooker } from './onlooker.ts';
import { plainAnswerOn } from './plain-answer.ts';
import { nobodyThere, noTunnel, notForPages, sendProblem } from './problem-answer.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { beginWithoutUpgrade } from './refuse-upgrade.ts';

export interface ProxyOptions {
  readonly destinations: readonly Destination[];
  /** One vendor alone, at the root: the path begins with none. */
  readonly isAlone?: boolean;
  /** 0 takes a free one. */
  readonly port: number;
  readonly onlooker: Onlooker;
}

export interface RunningProxy {
  readonly origin: string;
  /** Where an application finds the vendor. */
  readonly baseUrl: (vendor: string) => string;
  /** Takes no more, and ends what is underway. */
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';

export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const { isAlone = false, port } = options;
  const connections = new WeakMap<Socket, ClientConnection>();
  const sockets = new Set<Socket>();
  // How long anything may take is between application and vendor.
  const server = createServer({
    keepAliveTimeout: 0,
    requestTimeout: 0,
    headersTimeout: 0,
    maxHeaderSize: MOST_HEADER_BYTES,
    requireHostHeader: false,
  });
  // Beyond its limit Node leaves fields out without a word; the limit of bytes holds all the same.
  server.maxHeadersCount = 0;
  const begin = (incoming: IncomingMessage, outgoing: ServerResponse) =>
    pass(incoming, outgoing, connectionOf(connections, incoming.socket), options);
  server.on('connection', (socket) => sockets.add(socket.once('close', () => sockets.delete(socket))));
  server.on('request', begin).on('checkContinue', begin).on('checkExpectation', begin);
  server.on('connect', (incoming, socket) => {
    sendProblem(plainAnswerOn(incoming, socket), noTunnel(incoming.url ?? ''));
  });
  server.on('clientError', (error, socket) => {
    // Of a server that listens on a port nothing else comes.
    if (socket instanceof Socket) refuseMalformed(error, socket, connectionOf(connections, socket));
  });
  server.on('upgrade', (incoming, socket, head) => change({ incoming, socket, head }, server, options));
  await listen(server, port);
  const origin = `http://${HOST}:${portOf(server)}`;
  return {
    origin,
    baseUrl: (vendor) => (isAlone ? origin : `${origin}/${vendor}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  connection: ClientConnection,
  { destinations, isAlone = false, onlooker }: ProxyOptions,
): void {
  const { url = '/' } = incoming;
  const way = findWay(url, destinations, isAlone);
  if (way === undefined) sendProblem(outgoing, unknownPath(url, destinations));
  else if (isRefused(way, incoming)) sendProblem(outgoing, notForPages());
  else
    connection.pass(outgoing, (over) =>
      forwardRequest(incoming, outgoing, way, {
        agent: connection.agentFor(way.destination),
        onlooker,
        over,
      }),
    );
}

function change(
  upgrading: Upgrading,
  server: Server,
  { destinations, isAlone = false, onlooker }: ProxyOptions,
): void {
  const { url = '/', headers } = upgrading.incoming;
  const way = findWay(url, destinations, isAlone);
  const isTaken = headers.upgrade?.toLowerCase() === 'websocket';
  if (way === undefined || !isTaken || isRefused(way, upgrading.incoming))
    beginWithoutUpgrade(upgrading, server);
  else forwardUpgrade(upgrading, way, onlooker);
}

function isRefused({ destination }: Way, { headers }: IncomingMessage): boolean {
  return destination.credentials.length > 0 && isForeignPage(headers);
}

function connectionOf(known: WeakMap<Socket, ClientConnection>, socket: Socket): ClientConnection {
  const connection = known.get(socket) ?? new ClientConnection(socket);
  known.set(socket, connection);
  return connection;
}

function unknownPath(url: string, destinations: readonly Destination[]) {
  return nobodyThere(
    url,
    destinations.map(({ vendor }) => vendor),
  );
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
