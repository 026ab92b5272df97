import type { OperationId } from '../model/operation.ts';
import type { Pace } from '../model/tenant.ts';

/** Time as the pace sees it. */
export interface PaceClock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

const MINUTE_MS = 60_000;

/** Lets requests through one by one, as far apart as the pace of the vendor and of the operation wants them. */
export class Turnstile {
  readonly #pace: Pace;
  readonly #clock: PaceClock;
  /** When the next request may go: of all, and of each operation. */
  #nextOfAll = 0;
  readonly #nextOf = new Map<OperationId, number>();
  #heldUntil = 0;

  constructor(pace: Pace, clock: PaceClock) {
    this.#pace = pace;
    this.#clock = clock;
  }

  /** Nothing goes through for so long. */
  hold(ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, this.#clock.now() + ms);
  }

  /** Waits for the turn; gives the milliseconds still to wait, without waiting, where that is longer than allowed. */
  async pass(operation: OperationId | undefined): Promise<number | undefined> {
    await this.#sleepUntil(this.#takeTurn(operation));
    // While one waits, the answer to another may ask everybody to wait longer.
    for (let held = this.#held(); held > 0; held = this.#held()) {
      if (held > this.#pace.longestWaitMs) return held;
      await this.#clock.sleep(held);
    }
    return undefined;
  }

  #held(): number {
    return this.#heldUntil - this.#clock.now();
  }

  /** Taken at once, so that two that come together do not take the same. */
  #takeTurn(operation: OperationId | undefined): number {
    const perMinute = operation === undefined ? undefined : this.#pace.operations[operation];
    const nextOfThis = operation === undefined ? 0 : (this.#nextOf.get(operation) ?? 0);
    const turn = Math.max(this.#clock.now(), this.#nextOfAll, nextOfThis);
    this.#nextOfAll = turn + spacing(this.#pace.perMinute);
    if (operation !== undefined) this.#nextOf.set(operation, turn + spacing(perMinute));
    return turn;
  }

  async #sleepUntil(turn: number): Promise<void> {
    const wait = turn - this.#clock.now();
    if (wait > 0) await this.#clock.sleep(wait);
  }
}

function spacing(perMinute: number | undefined): number {
  return perMinute === undefined ? 0 : MINUTE_MS / perMinute;
}
