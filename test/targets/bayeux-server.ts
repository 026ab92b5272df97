// A real Bayeux server on loopback; who lacks the key is refused at the handshake.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import cometdServer, { type ServerSession } from 'cometd-nodejs-server';
import { onTestFinished } from 'vitest';
import type { Json } from '../../src/model/json.ts';

export const KEY = 'Bearer listen-9';

export interface BayeuxServer {
  readonly url: string;
  /** Sends to every session, whatever it subscribed to. */
  readonly deliver: (channel: string, data: Json) => void;
  readonly sessions: () => number;
}

export async function serveBayeux(): Promise<BayeuxServer> {
  const bayeux = cometdServer.createCometDServer({ timeout: 5000, maxSessionsPerBrowser: -1 });
  const sessions = new Set<ServerSession>();
  bayeux.policy = {
    canHandshake: (session, _message, callback) => {
      const isKnown = bayeux.context.request?.headers.authorization === KEY;
      if (isKnown) sessions.add(session);
      session.addListener('removed', () => sessions.delete(session));
      callback(undefined, isKnown);
    },
  };
  const server = createServer((request, response) => bayeux.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const session of [...sessions]) session.disconnect();
    bayeux.close();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/notifications`,
    deliver: (channel, data) => {
      for (const session of sessions) session.deliver(null, channel, data);
    },
    sessions: () => sessions.size,
  };
}
