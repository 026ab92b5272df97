/** How many bytes all copies may hold at once. */
export class CopyRoom {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  take(bytes: number): boolean {
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#left += bytes;
  }
}

/** What has passed, for the judges: whole, or nothing where it is too much for one of them or for all together. */
export class BoundedCopy {
  readonly #room: CopyRoom;
  readonly #most: number;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #isLost = false;

  constructor(room: CopyRoom, most: number) {
    this.#room = room;
    this.#most = most;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  add(chunk: Buffer): void {
    if (this.#isLost) return;
    if (this.#bytes + chunk.length > this.#most || !this.#room.take(chunk.length)) {
      this.lose();
      return;
    }
    this.#bytes += chunk.length;
    this.#chunks.push(chunk);
  }

  whole(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  lose(): void {
    this.#isLost = true;
    this.release();
  }

  release(): void {
    this.#room.giveBack(this.#bytes);
    this.#bytes = 0;
    this.#chunks = [];
  }
}
