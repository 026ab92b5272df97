// An agent's Bayeux session, and the invitation it sends.
import { CometD } from 'cometd';
import { adapt } from 'cometd-nodejs-client';
import type { Mock } from '../../src/mock/start-mock.ts';
import type { Json } from '../../src/model/json.ts';
import type { Sent } from './mock-client.ts';

// Gives CometD the browser's ways of sending.
adapt();

export interface Session {
  readonly received: readonly Json[];
  /** Settles once so many notifications are there. */
  readonly receive: (count: number) => Promise<readonly Json[]>;
  readonly end: () => Promise<void>;
}

/** Connects and subscribes; rejects when the handshake is refused. */
export async function openSession(
  mock: Mock,
  authorization: string,
  channel = '/v2/me/chats',
): Promise<Session> {
  const client = new CometD();
  client.unregisterTransport('websocket');
  client.configure({
    url: `${mock.baseUrl('genesys')}/api/v2/notifications`,
    requestHeaders: { Authorization: authorization },
    logLevel: 'warn',
  });
  const received: Json[] = [];
  const waiting = new Set<() => void>();
  await call((done) => client.handshake(done));
  await call((done) =>
    client.subscribe(
      channel,
      ({ data }: { readonly data?: Json }) => {
        received.push(data ?? null);
        for (const wake of waiting) wake();
      },
      done,
    ),
  );
  return {
    received,
    receive: (count) =>
      new Promise((resolve) => {
        const wake = () => {
          if (received.length >= count) resolve(received);
        };
        waiting.add(wake);
        wake();
      }),
    end: () => call((done) => client.disconnect(done)),
  };
}

function call(
  start: (done: (reply: { readonly successful?: boolean; readonly error?: string }) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    start((reply) => (reply.successful === true ? resolve() : reject(new Error(reply.error ?? 'refused'))));
  });
}

export function inviteRequest(values: Readonly<Record<string, Json>>): Sent {
  return {
    method: 'POST',
    path: `/api/v2/me/chats/${String(values['chatId'])}`,
    headers: { Authorization: String(values['authorization']) },
    body: { operationName: 'Invite', targetUri: values['targetUri'] ?? '' },
  };
}
