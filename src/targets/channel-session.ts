import type { CometD, Message } from 'cometd';
import type { Json } from '../model/json.ts';
import { carriageErrorOf } from './carried-transport.ts';
import { ListenError } from './listen-error.ts';

/** A message of the channel, with the time of `performance.now()` at which it came. */
export interface HeardMessage {
  readonly channel: string;
  readonly data: Json;
  readonly at: number;
}

/** Keeps one channel subscribed, in whatever session the server gives, and knows when it may have missed something. */
export class ChannelSession {
  readonly heard: HeardMessage[] = [];
  readonly #cometd: CometD;
  readonly #channel: string;
  readonly #watchers = new Set<() => void>();
  #client: string | undefined;
  #isOpen = false;
  #isOver = false;
  #trouble: ListenError | undefined;

  constructor(cometd: CometD, channel: string) {
    this.#cometd = cometd;
    this.#channel = channel;
    this.#on('/meta/handshake', (message) => this.#handshaken(message));
    this.#on('/meta/connect', (message) => this.#connected(message));
    this.#on('/meta/disconnect', () => {});
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }
  /** Nothing more will be heard. */
  get isOver(): boolean {
    return this.#isOver;
  }
  /** Why it could not be opened, has ended, or may have missed messages. */
  get trouble(): ListenError | undefined {
    return this.#trouble;
  }

  /** Calls whenever something was heard or has changed; gives what stops that. */
  watch(look: () => void): () => void {
    this.#watchers.add(look);
    return () => this.#watchers.delete(look);
  }

  end(trouble?: ListenError): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#trouble = trouble ?? this.#trouble;
    this.#tell();
  }

  #on(channel: string, listen: (message: Message) => void): void {
    this.#cometd.addListener(channel, (message) => {
      if (this.#isOver) return;
      listen(message);
      // CometD takes advice to stop after its listeners have run, and tells nobody.
      queueMicrotask(() => {
        if (this.#cometd.isDisconnected()) this.end(endedBy(message));
      });
    });
  }

  #handshaken(message: Message): void {
    // The same answer may come twice; a subscription more would tell every message twice.
    if (message.successful !== true) this.#refused(message);
    else if (message.clientId !== undefined && message.clientId !== this.#client)
      this.#subscribe(message.clientId);
  }

  #subscribe(clientId: string): void {
    this.#client = clientId;
    this.#cometd.clearSubscriptions();
    try {
      this.#cometd.subscribe(
        this.#channel,
        (heard) => this.#hear(heard),
        (reply) => this.#subscribed(clientId, reply),
      );
    } catch (error) {
      this.end(new ListenError('SUBSCRIPTION_REFUSED', error instanceof Error ? error.message : ''));
    }
  }

  #refused(message: Message): void {
    const carriage = carriageErrorOf(message);
    const offered = message.supportedConnectionTypes;
    const own = this.#cometd.getTransportTypes();
    if (carriage !== undefined) this.#failed(carriage);
    else if (offered?.some((type) => own.includes(type)) === false)
      this.end(new ListenError('TRANSPORT_NOT_OFFERED', `the server offers ${offered.join(', ')}`));
    else this.end(new ListenError('REFUSED', `the handshake was refused: ${reasonOf(message)}`));
  }

  #connected(message: Message): void {
    if (message.successful === true) return;
    const carriage = carriageErrorOf(message);
    if (carriage !== undefined) this.#failed(carriage);
    else this.#miss(`the session was lost: ${reasonOf(message)}`);
  }

  #subscribed(clientId: string, reply: Message): void {
    if (clientId !== this.#client || this.#isOver) return;
    const carriage = carriageErrorOf(reply);
    if (carriage !== undefined) this.#failed(carriage);
    else if (reply.successful === true) {
      this.#isOpen = true;
      this.#tell();
    } else if (!/^402\b/.test(reply.error ?? '')) {
      // Where only the session has gone meanwhile, the request to connect is told so, and another handshake follows.
      this.end(new ListenError('SUBSCRIPTION_REFUSED', `the subscription was refused: ${reasonOf(reply)}`));
    }
  }

  /** CometD asks again by itself; that is no use where the answer would be the same, or nobody waits yet. */
  #failed(error: ListenError): void {
    if (!this.#isOpen || error.code === 'REFUSED' || error.code === 'TOO_MUCH') this.end(error);
    else this.#miss(error.message);
  }

  /** Before a subscription stands there is nothing to be missed. */
  #miss(why: string): void {
    if (this.#isOpen) this.#trouble = new ListenError('LOST', why);
    this.#tell();
  }

  #hear({ channel, data }: Message): void {
    if (this.#isOver) return;
    this.heard.push({ channel, data: data as Json, at: performance.now() });
    this.#tell();
  }

  #tell(): void {
    for (const look of [...this.#watchers]) look();
  }
}

function endedBy(message: Message): ListenError {
  if (message.error !== undefined && /^40[13]\b/.test(message.error))
    return new ListenError('REFUSED', reasonOf(message));
  return new ListenError('ENDED', `the server ended the session: ${reasonOf(message)}`);
}

function reasonOf({ error }: Message): string {
  return error ?? 'no reason given';
}
