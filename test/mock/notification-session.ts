// A Bayeux session over long-polling, as clients of notifications hold it.
import { CometD } from 'cometd';
import { adapt } from 'cometd-nodejs-client';
import type { Json } from '../../src/model/json.ts';

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
  url: string,
  headers: Readonly<Record<string, string>>,
  channel: string,
): Promise<Session> {
  const client = new CometD();
  client.unregisterTransport('websocket');
  client.configure({
    url,
    requestHeaders: { ...headers },
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
