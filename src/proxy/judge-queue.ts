import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that waits until nothing has to be passed on. One piece at a time; beyond its length nothing is taken. */
export class JudgeQueue {
  readonly #most: number;
  readonly #waiting: (() => Promise<void>)[] = [];
  #atWork: Promise<void> | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  /** Tells whether there was a place for it. */
  add(work: () => Promise<void>): boolean {
    if (this.#waiting.length >= this.#most) return false;
    this.#waiting.push(work);
    this.#atWork ??= this.#workOff();
    return true;
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
