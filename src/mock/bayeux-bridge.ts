// Notifications over Bayeux long-polling, at the endpoint the spec names, for callers the vendor knows.
import type { IncomingMessage, ServerResponse } from 'node:http';
import cometdServer, { type ServerSession } from 'cometd-nodejs-server';
import { isJsonArray } from '../model/json.ts';
import type { DraftedNotification } from './answer.ts';
import type { MockRequest } from './mock-request.ts';

export interface BayeuxBridge {
  /** Answers a Bayeux request of a caller. */
  readonly handle: (
    caller: string,
    request: MockRequest,
    incoming: IncomingMessage,
    response: ServerResponse,
  ) => void;
  /** Sends to every session of the caller that subscribed to the channel; to nobody else. */
  readonly deliver: (caller: string, notification: DraftedNotification) => void;
  readonly close: () => void;
}

export function createBayeuxBridge(): BayeuxBridge {
  const server = cometdServer.createCometDServer({
    timeout: 20_000,
    maxInterval: 10_000,
    // Clients of one process share their cookies; each may hold its own poll.
    maxSessionsPerBrowser: -1,
  });
  const callers = new WeakMap<object, string>();
  const sessions = new Map<ServerSession, string>();
  server.policy = {
    canHandshake: (session, _message, callback) => {
      // The library hands the request over through its context, which it types as any.
      const incoming: unknown = server.context.request;
      const caller = typeof incoming === 'object' && incoming !== null ? callers.get(incoming) : undefined;
      if (caller !== undefined) sessions.set(session, caller);
      session.addListener('removed', () => sessions.delete(session));
      callback(undefined, caller !== undefined);
    },
  };
  return {
    handle: (caller, request, incoming, response) => {
      callers.set(incoming, caller);
      const messages = isJsonArray(request.body) ? request.body : [request.body];
      // The stream is read already: the library takes parsed messages from `body`.
      server.handle(Object.assign(incoming, { body: messages }), response);
    },
    deliver: (caller, { channel, data }) => {
      for (const [session, owner] of sessions)
        if (owner === caller && hasSubscribed(session, channel)) session.deliver(null, channel, data);
    },
    close: () => {
      // A session left alone keeps its timers, and with them the process.
      for (const session of [...sessions.keys()]) session.disconnect();
      server.close();
    },
  };
}

function hasSubscribed(session: ServerSession, channel: string): boolean {
  return session.subscriptions.some(({ name }) => {
    if (name.endsWith('/**')) return channel.startsWith(name.slice(0, -2));
    if (!name.endsWith('/*')) return name === channel;
    const parent = name.slice(0, -1);
    return channel.startsWith(parent) && !channel.slice(parent.length).includes('/');
  });
}
