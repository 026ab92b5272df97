import type { Socket } from 'node:net';
import type { Message } from 'cometd';
import type { WebSocket } from 'undici';
import { Deadlines } from './deadlines.ts';
import { ListenError } from './listen-error.ts';
import type { CarrierOptions, MessageCarrier } from './message-carrier.ts';
import { tooMuch } from './message-intake.ts';
import { OpenQuestions } from './open-questions.ts';
import { openWebSocket } from './open-websocket.ts';
import { Passage } from './passage.ts';

/** How soon a WebSocket that has given up is noticed. */
const LOOK_AFTER_MS = 50;

/** One WebSocket for all messages, opened again when it broke and there is something to send. */
export class WebSocketCarrier implements MessageCarrier {
  readonly #options: CarrierOptions;
  readonly #questions = new OpenQuestions();
  #line: Promise<WebSocket> | undefined;
  /** The one that stands; what an earlier one still tells is not heard. */
  #standing: WebSocket | undefined;
  /** Of the line that stands, or is being opened. */
  #hangUp: () => void = () => {};
  /** What broke when nobody was asking: whoever asks next has to know that something may have been missed. */
  #untold: ListenError | undefined;
  #isClosed = false;

  constructor(options: CarrierOptions) {
    this.#options = options;
  }

  async carry(messages: readonly Message[], withinMs: number): Promise<void> {
    if (this.#isClosed) throw closed();
    this.#options.intake.ask();
    const untold = this.#untold;
    this.#untold = undefined;
    if (untold !== undefined) throw untold;
    this.#line ??= this.#open(withinMs);
    const socket = await this.#line;
    if (this.#standing !== socket) throw this.#isClosed ? closed() : brokenOff('before the message was sent');
    const overdue = new ListenError('NO_ANSWER', `no answer within ${withinMs} ms`);
    const answered = this.#questions.ask(messages, withinMs, () => this.#dropIf(socket, overdue));
    socket.send(JSON.stringify(messages));
    await answered;
  }

  close(): void {
    this.#isClosed = true;
    this.#drop(closed());
  }

  async #open(withinMs: number): Promise<WebSocket> {
    const deadlines = new Deadlines({
      connectMs: Math.min(this.#options.connectMs, withinMs),
      headersMs: withinMs,
      bodyMs: withinMs,
      answerMs: withinMs,
    });
    const passage = new Passage();
    this.#hangUp = () => {
      deadlines.giveUp();
      passage.end();
    };
    try {
      const { socket, wire } = await openWebSocket(this.#options, { passage, deadlines });
      if (this.#isClosed) throw closed();
      this.#standing = socket;
      this.#hear(socket);
      this.#guard(socket, wire);
      return socket;
    } catch (error) {
      this.#line = undefined;
      passage.end();
      throw error;
    }
  }

  #hear(socket: WebSocket): void {
    socket.addEventListener('message', ({ data }: { readonly data: unknown }) => {
      if (this.#standing === socket) this.#receive(data);
    });
    socket.addEventListener('error', ({ message }) => this.#dropIf(socket, brokenOff(message)));
    socket.addEventListener('close', ({ code, reason }) =>
      this.#dropIf(socket, brokenOff(`${code} ${reason}`)),
    );
  }

  /** A frame that never ends is no message, and of one that it gives up a WebSocket tells nothing until it is closed. */
  #guard(socket: WebSocket, wire: Socket): void {
    let left = this.#options.intake.bytesLeft;
    let look: NodeJS.Timeout | undefined;
    wire.on('close', () => clearTimeout(look));
    wire.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) this.#dropIf(socket, tooMuch('bytes'));
      look ??= setTimeout(() => {
        look = undefined;
        if (socket.readyState !== socket.OPEN) this.#dropIf(socket, brokenOff('in the middle of a message'));
      }, LOOK_AFTER_MS);
    });
  }

  #receive(data: unknown): void {
    try {
      if (typeof data !== 'string') throw new ListenError('NOT_BAYEUX', 'what came is no text');
      const messages = this.#options.intake.read(data);
      this.#options.deliver(messages);
      this.#questions.answer(messages);
    } catch (error) {
      this.#drop(error instanceof ListenError ? error : brokenOff(String(error)));
    }
  }

  #dropIf(socket: WebSocket, error: ListenError): void {
    if (this.#standing === socket) this.#drop(error);
  }

  #drop(error: ListenError): void {
    this.#line = undefined;
    this.#standing = undefined;
    this.#hangUp();
    if (this.#questions.isEmpty) this.#untold = error;
    this.#questions.fail(error);
  }
}

function brokenOff(words: string): ListenError {
  return new ListenError('LOST', `the WebSocket was closed: ${words.trim()}`);
}

function closed(): ListenError {
  return new ListenError('CLIENT_CLOSED', 'listening has ended');
}
