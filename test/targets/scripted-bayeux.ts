// A server of notifications over both transports, whose sessions a test can make misbehave.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import type { JsonObject } from '../../src/model/json.ts';
import { BayeuxSessions, type Script } from './bayeux-sessions.ts';

export interface ScriptedBayeux extends Pick<BayeuxSessions, 'asked' | 'channels' | 'push' | 'forget'> {
  readonly url: string;
  readonly sessions: () => number;
  /** Of each request and each upgrade, in their order. */
  readonly headers: readonly IncomingMessage['headers'][];
  /** Cuts every connection. */
  readonly cut: () => void;
}

export interface Scripting {
  readonly script?: Script;
  /** Status that each request is refused with. */
  readonly refuses?: () => number | undefined;
  readonly tls?: ServerOptions;
  /** Packs what it sends over a WebSocket. */
  readonly packs?: boolean;
  /** Sent as it is over a WebSocket in the place of an answer. */
  readonly raw?: (message: JsonObject) => string | Buffer | undefined;
}

export async function serveScripted(scripting: Scripting = {}): Promise<ScriptedBayeux> {
  const { script, refuses = () => undefined, tls, raw = () => undefined, packs = false } = scripting;
  const sessions = new BayeuxSessions(script);
  const headers: IncomingMessage['headers'][] = [];
  const poll = (request: IncomingMessage, response: ServerResponse): void => {
    headers.push(request.headers);
    void answerPoll(sessions, request, response, refuses());
  };
  const server = tls === undefined ? createServer(poll) : createTlsServer(tls, poll);
  server.on('tlsClientError', () => {});
  const sockets = new WebSocketServer({
    server,
    perMessageDeflate: packs,
    verifyClient: ({ req }, callback) => {
      headers.push(req.headers);
      const status = refuses();
      callback(status === undefined, status);
    },
  });
  sockets.on('headers', (lines) => lines.push('Set-Cookie: server=blue; Path=/'));
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      for (const message of JSON.parse(data.toString()) as JsonObject[]) {
        const oddity = raw(message);
        if (oddity !== undefined) socket.send(oddity);
        else void sessions.answer(message).then((answers) => socket.send(JSON.stringify(answers)));
      }
    });
  });
  const cut = (): void => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
  };
  onTestFinished(() => {
    cut();
    sockets.close();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/notifications`,
    asked: sessions.asked,
    headers,
    channels: () => sessions.channels(),
    push: (channel, ...data) => sessions.push(channel, ...data),
    forget: () => sessions.forget(),
    sessions: () => sessions.size,
    cut,
  };
}

async function answerPoll(
  sessions: BayeuxSessions,
  request: IncomingMessage,
  response: ServerResponse,
  status: number | undefined,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  if (status !== undefined) {
    response.writeHead(status).end();
    return;
  }
  const messages = JSON.parse(Buffer.concat(chunks).toString()) as JsonObject[];
  const answers = await Promise.all(messages.map((message) => sessions.answer(message)));
  response.setHeader('set-cookie', 'server=blue; Path=/');
  response.end(JSON.stringify(answers.flat()));
}
