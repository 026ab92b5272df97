import type { Socket } from 'node:net';
import type { FailurePhase } from '../model/exchange.ts';

/** How far one request got, and the first thing that its sockets complained of. */
export class Passage {
  phase: FailurePhase = 'connect';
  /** The host was shown a client certificate. */
  hasShownCertificate = false;
  #complaint: Error | undefined;
  readonly #sockets: Socket[] = [];

  /** Whoever reads from a socket may tell of its closing alone, and not of the alert that came before it. */
  get complaint(): Error | undefined {
    return this.#complaint;
  }

  watch(socket: Socket): void {
    this.#sockets.push(socket);
    socket.on('error', (error) => {
      this.#complaint ??= error;
    });
  }

  end(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
