import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that waits until nothing has to be passed on. One piece at a time; beyond its length nothing is taken. */
export class JudgeQueue {
  readonly #most: number;
  readonly #waiting: (() => Promise<void>)[] = [];
  #atWork: Promise<void> | undefined;
  #refused = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** How many pieces of work there was no place for. */
  get refused(): number {
    return this.#refused;
  }

  add(work: () => Promise<void>): void {
    if (this.#waiting.length >= this.#most) {
      this.#refused += 1;
      return;
    }
    this.#waiting.push(work);
    this.#atWork ??= this.#workOff();
  }

  /** Resolves when all that was added is done. */
  async idle(): Promise<void> {
    while (this.#atWork !== undefined) await this.#atWork;
  }

  async #workOff(): Promise<void> {
    for (let work = this.#waiting.shift(); work !== undefined; work = this.#waiting.shift()) {
      await nextTurn();
      await work();
    }
    this.#atWork = undefined;
  }
}
