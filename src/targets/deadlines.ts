/** Milliseconds for the parts of one exchange. */
export interface HttpTimeouts {
  /** Until the connection stands: name, route, proxy and TLS handshake. */
  readonly connectMs: number;
  /** From there until the head of the answer is there. */
  readonly headersMs: number;
  /** Between two pieces of its body. */
  readonly bodyMs: number;
  /** For the whole answer, counted from when the connection stands. */
  readonly answerMs: number;
}

class OverdueError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What ends an exchange that takes too long: one limit for the step it is at, one for the whole answer. */
export class Deadlines {
  readonly #controller = new AbortController();
  readonly #timeouts: HttpTimeouts;
  #step: NodeJS.Timeout | undefined;
  #answer: NodeJS.Timeout | undefined;

  constructor(timeouts: HttpTimeouts) {
    this.#timeouts = timeouts;
    this.#limitStep(timeouts.connectMs, 'TIMEOUT', 'no connection');
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Rejects when the time is over, also where whoever was given the signal does not heed it. */
  get overdue(): Promise<never> {
    return new Promise((_, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason), { once: true });
    });
  }

  connected(): void {
    const { headersMs, answerMs } = this.#timeouts;
    this.#answer = this.#abortAfter(answerMs, 'TIMEOUT', 'no whole answer');
    this.#limitStep(headersMs, 'TIMEOUT', 'no head of an answer');
  }

  /** Some of the answer came; the next piece has as long again. */
  received(): void {
    this.#limitStep(this.#timeouts.bodyMs, 'BODY_TIMEOUT', 'nothing more of the body');
  }

  /** The tool itself has no more use for the answer. */
  giveUp(): void {
    this.#controller.abort(new OverdueError('CLIENT_CLOSED', 'the client was closed'));
  }

  end(): void {
    clearTimeout(this.#step);
    clearTimeout(this.#answer);
  }

  #limitStep(ms: number, code: string, missing: string): void {
    clearTimeout(this.#step);
    this.#step = this.#abortAfter(ms, code, missing);
  }

  #abortAfter(ms: number, code: string, missing: string): NodeJS.Timeout {
    return setTimeout(() => this.#controller.abort(new OverdueError(code, `${missing} within ${ms} ms`)), ms);
  }
}
