import type { Message } from 'cometd';
import type { Body } from '../model/exchange.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import { Deadlines } from './deadlines.ts';
import { sendOnce } from './http-client.ts';
import { errorOfAnswer, errorOfFailure, ListenError } from './listen-error.ts';
import type { CarrierOptions, MessageCarrier } from './message-carrier.ts';

/** Long-polling: each message in a POST of its own, over a connection of its own, like every request of the tool. */
export class PollingCarrier implements MessageCarrier {
  readonly #options: CarrierOptions;
  readonly #underway = new Set<Deadlines>();
  #isClosed = false;

  constructor(options: CarrierOptions) {
    this.#options = options;
  }

  async carry(messages: readonly Message[], withinMs: number): Promise<void> {
    const { url, headers, route, connectMs, intake, deliver } = this.#options;
    this.#assertOpen();
    intake.ask();
    const deadlines = new Deadlines({
      connectMs: Math.min(connectMs, withinMs),
      headersMs: withinMs,
      bodyMs: withinMs,
      answerMs: withinMs,
    });
    this.#underway.add(deadlines);
    const limits = { deadlines, maxBodyBytes: intake.bytesLeft };
    const result = await sendOnce(new URL(url.origin), this.#requestOf(messages), route, limits);
    this.#underway.delete(deadlines);
    this.#assertOpen();
    if (result.kind === 'failure') throw errorOfFailure(result.failure);
    headers.heed(result.response.headers);
    if (result.response.status !== 200) throw errorOfAnswer(result.response, 'NOT_BAYEUX');
    deliver(intake.read(textOf(result.response.body)));
  }

  close(): void {
    this.#isClosed = true;
    for (const deadlines of this.#underway) deadlines.giveUp();
  }

  #requestOf(messages: readonly Message[]): OutgoingRequest {
    const { url, headers } = this.#options;
    return {
      method: 'POST',
      path: url.pathname + url.search,
      query: [],
      headers: [['content-type', 'application/json'], ...headers.current()],
      body: JSON.stringify(messages),
    };
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new ListenError('CLIENT_CLOSED', 'listening has ended');
  }
}

function textOf(body: Body): string {
  if ('text' in body) return body.text;
  throw new ListenError('NOT_BAYEUX', 'what came is no text');
}
