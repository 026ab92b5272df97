import type { CometD } from 'cometd';
import type { Pair } from '../model/exchange.ts';
import type { NotificationTransport } from '../model/tenant.ts';
import { adaptCometd } from './adapt-cometd.ts';
import { CarriedTransport } from './carried-transport.ts';
import { ChannelSession, type HeardMessage } from './channel-session.ts';
import type { ConnectionOptions } from './connection-options.ts';
import { routeOf } from './http-client.ts';
import { ListenError } from './listen-error.ts';
import { ListenerHeaders } from './listener-headers.ts';
import type { CarrierOptions } from './message-carrier.ts';
import { type IntakeLimits, MessageIntake } from './message-intake.ts';
import { PollingCarrier } from './polling-carrier.ts';
import { WebSocketCarrier } from './websocket-carrier.ts';

export interface ListenOptions {
  /** Bayeux endpoint, in `http:` or `https:` whatever the transport. */
  readonly url: string;
  readonly channel: string;
  /** Sent with every request: credentials, session cookies, tokens. Cookies set by the server are kept besides. */
  readonly headers: readonly Pair[];
  /** Until the subscription stands, and for each answer. */
  readonly timeoutMs: number;
  /** For each connection; as long as for an answer where nothing is said. */
  readonly connectMs?: number;
  /** Long-polling where nothing is said. No other one is taken instead. */
  readonly transport?: NotificationTransport;
  readonly connection?: ConnectionOptions;
  readonly limits?: Partial<IntakeLimits>;
}

export type WaitEnd = 'enough' | 'deadline' | 'over';

export interface NotificationListener {
  readonly heard: readonly HeardMessage[];
  /** Why messages may have been missed, or why no more will come; undefined while all is well. */
  readonly trouble: () => ListenError | undefined;
  /** Resolves when `isEnough` says so of what was heard, when nothing more will come, or after the given time. */
  waitUntil(isEnough: (heard: readonly HeardMessage[]) => boolean, withinMs: number): Promise<WaitEnd>;
  /** Ends the session, and every connection within a second. */
  close(): Promise<void>;
}

/** How long a server may take to say goodbye. */
const GOODBYE_MS = 700;

/** Connects and subscribes; rejects with a `ListenError` when that cannot be done within the time. */
export async function openNotificationListener(options: ListenOptions): Promise<NotificationListener> {
  adaptCometd();
  const { CometD } = await import('cometd');
  const { transport: type = 'long-polling', timeoutMs, channel } = options;
  const cometd = new CometD();
  for (const own of cometd.getTransportTypes()) cometd.unregisterTransport(own);
  const transport = transportOf(type, options);
  cometd.registerTransport(type, transport);
  cometd.configure({
    url: options.url,
    appendMessageTypeToURL: false,
    logLevel: 'warn',
    maxNetworkDelay: timeoutMs,
  });
  const session = new ChannelSession(cometd, channel);
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    // Whatever ends the session ends the listener, and closing it ends the session: once is enough.
    closing ??= Promise.resolve().then(() => hangUp(cometd, session, transport));
    return closing;
  };
  cometd.handshake();
  await waitUntil(session, () => session.isOpen, timeoutMs);
  if (session.isOver || !session.isOpen) {
    await close();
    throw session.trouble ?? unanswered(cometd, timeoutMs);
  }
  session.watch(() => {
    if (session.isOver) void close();
  });
  return {
    heard: session.heard,
    trouble: () => session.trouble,
    waitUntil: (isEnough, withinMs) => waitUntil(session, () => isEnough(session.heard), withinMs),
    close,
  };
}

function transportOf(type: NotificationTransport, options: ListenOptions): CarriedTransport {
  const { url, headers, connection = {}, limits, connectMs = options.timeoutMs } = options;
  const shared: Omit<CarrierOptions, 'deliver'> = {
    url: new URL(url),
    headers: new ListenerHeaders(headers, url),
    route: routeOf(connection),
    connectMs,
    intake: new MessageIntake(limits),
  };
  return new CarriedTransport((deliver) => {
    switch (type) {
      case 'long-polling':
        return new PollingCarrier({ ...shared, deliver });
      case 'websocket':
        return new WebSocketCarrier({ ...shared, deliver });
      default:
        return type satisfies never;
    }
  });
}

function unanswered(cometd: CometD, timeoutMs: number): ListenError {
  const step = cometd.getClientId() === null ? 'handshake' : 'subscription';
  return new ListenError('NO_ANSWER', `no answer to the ${step} within ${timeoutMs} ms`);
}

/** Tells the server where it can be told, and waits no longer for it than politeness asks. */
async function hangUp(cometd: CometD, session: ChannelSession, transport: CarriedTransport): Promise<void> {
  session.end();
  if (!cometd.isDisconnected() && cometd.getClientId() !== null) await goodbye(cometd);
  transport.close();
  // Where no answer came, this one fails at once, and CometD drops its timers.
  cometd.disconnect();
}

function goodbye(cometd: CometD): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, GOODBYE_MS);
    cometd.disconnect(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function waitUntil(session: ChannelSession, isEnough: () => boolean, withinMs: number): Promise<WaitEnd> {
  return new Promise((resolve) => {
    const end = (outcome: WaitEnd): void => {
      clearTimeout(timer);
      stop();
      resolve(outcome);
    };
    const look = (): void => {
      if (isEnough()) end('enough');
      else if (session.isOver) end('over');
    };
    const timer = setTimeout(() => end('deadline'), withinMs);
    const stop = session.watch(look);
    look();
  });
}
