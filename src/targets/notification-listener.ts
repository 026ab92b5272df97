import type { Message } from 'cometd';
import type { Pair } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import { adaptCometd, markedAddress } from './adapt-cometd.ts';

export interface ListenOptions {
  /** Bayeux endpoint. */
  readonly url: string;
  readonly channel: string;
  readonly headers: readonly Pair[];
  readonly timeoutMs: number;
}

/** A message of the channel, with the time of `performance.now()` at which it came. */
export interface HeardMessage {
  readonly channel: string;
  readonly data: Json;
  readonly at: number;
}

export interface NotificationListener {
  readonly heard: readonly HeardMessage[];
  /** Resolves when `isEnough` says so of what was heard, or after the given time; tells which. */
  waitUntil(
    isEnough: (heard: readonly HeardMessage[]) => boolean,
    withinMs: number,
  ): Promise<'enough' | 'deadline'>;
  close(): Promise<void>;
}

/** Connects by CometD over long-polling and subscribes; rejects when the server does not let it within the time. */
export async function openNotificationListener(options: ListenOptions): Promise<NotificationListener> {
  const [{ CometD }] = await Promise.all([import('cometd'), adaptCometd()]);
  const cometd = new CometD();
  cometd.unregisterTransport('websocket');
  cometd.configure({
    url: markedAddress(options.url),
    requestHeaders: Object.fromEntries(options.headers),
    appendMessageTypeToURL: false,
    logLevel: 'warn',
    maxNetworkDelay: options.timeoutMs,
  });
  const heard: HeardMessage[] = [];
  const watchers = new Set<() => void>();
  const receive = (message: Message): void => {
    heard.push({ channel: message.channel, data: message.data as Json, at: performance.now() });
    for (const watch of watchers) watch();
  };
  const within = (start: (done: (reply: Message) => void) => void, step: string) =>
    withDeadline(start, step, options.timeoutMs);
  try {
    assertSuccessful(await within((done) => cometd.handshake(done), 'handshake'), 'handshake');
    assertSuccessful(
      await within((done) => cometd.subscribe(options.channel, receive, done), 'subscription'),
      'subscription',
    );
  } catch (error) {
    cometd.disconnect();
    throw error;
  }
  return {
    heard,
    waitUntil: (isEnough, withinMs) => waitUntil(heard, watchers, isEnough, withinMs),
    close: () => withDeadline((done) => cometd.disconnect(done), 'disconnection', 1000).then(ignore, ignore),
  };
}

function ignore(): void {}

function assertSuccessful(reply: Message, step: string): void {
  if (reply.successful !== true)
    throw new ListenError(`the ${step} was refused: ${reply.error ?? 'no reason given'}`);
}

/** Why a channel cannot be listened to. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly code = 'NOTIFICATIONS_UNAVAILABLE';
}

function withDeadline(
  start: (done: (reply: Message) => void) => void,
  step: string,
  timeoutMs: number,
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new ListenError(`no answer to the ${step} within ${timeoutMs} ms`)),
      timeoutMs,
    );
    start((reply) => {
      clearTimeout(timer);
      resolve(reply);
    });
  });
}

function waitUntil(
  heard: readonly HeardMessage[],
  watchers: Set<() => void>,
  isEnough: (heard: readonly HeardMessage[]) => boolean,
  withinMs: number,
): Promise<'enough' | 'deadline'> {
  return new Promise((resolve) => {
    const end = (outcome: 'enough' | 'deadline'): void => {
      clearTimeout(timer);
      watchers.delete(check);
      resolve(outcome);
    };
    const check = (): void => {
      if (isEnough(heard)) end('enough');
    };
    const timer = setTimeout(() => end('deadline'), withinMs);
    watchers.add(check);
    check();
  });
}
