import type { Dispatcher } from 'undici';
import type { Pair } from '../model/exchange.ts';

export interface UpgradeAnswer {
  readonly status: number;
  readonly headers: readonly Pair[];
}

type Handler = Dispatcher.DispatchHandler;
type Controller = Dispatcher.DispatchController;
type Upgrade = Parameters<NonNullable<Handler['onRequestUpgrade']>>;
type Headers = Upgrade[2];
type Wire = Upgrade[3];

/**
 * Writes down what a server answers to an upgrade, and hands everything on. A WebSocket itself tells nothing of a
 * refusal, on purpose: a page in a browser must not learn it.
 */
export class UpgradeWitness implements Handler {
  readonly #handler: Handler;
  readonly #answers: UpgradeAnswer[];

  constructor(handler: Handler, answers: UpgradeAnswer[]) {
    this.#handler = handler;
    this.#answers = answers;
  }

  onRequestStart(controller: Controller, context: unknown): void {
    this.#handler.onRequestStart?.(controller, context);
  }

  onRequestUpgrade(controller: Controller, status: number, headers: Headers, socket: Wire): void {
    this.#answers.push({ status, headers: pairsOf(headers) });
    this.#handler.onRequestUpgrade?.(controller, status, headers, socket);
  }

  onResponseStart(controller: Controller, status: number, headers: Headers, words?: string): void {
    this.#answers.push({ status, headers: pairsOf(headers) });
    this.#handler.onResponseStart?.(controller, status, headers, words);
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    this.#handler.onResponseData?.(controller, chunk);
  }

  onResponseEnd(controller: Controller, trailers: Headers): void {
    this.#handler.onResponseEnd?.(controller, trailers);
  }

  onResponseError(controller: Controller, error: Error): void {
    this.#handler.onResponseError?.(controller, error);
  }
}

function pairsOf(headers: Headers): readonly Pair[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): Pair => [name.toLowerCase(), one]),
  );
}
