import { Agent, type ClientRequestArgs } from 'node:http';
import type { Duplex } from 'node:stream';
import type { TransportFailure } from '../model/exchange.ts';
import { openConnection } from '../targets/open-connection.ts';
import { Passage } from '../targets/passage.ts';
import { sendFailureOf } from '../targets/send-failure.ts';
import type { Destination } from './destination.ts';

type Give = (error: Error | null, stream: Duplex) => void;

/**
 * The vendor's side of one connection of the application. One at a time, kept as long as both sides want it: when a
 * connection is reused, when it breaks, and what follows from that stays between application and vendor.
 */
export class VendorAgent extends Agent {
  readonly #destination: Destination;
  readonly #onClosed: () => void;
  readonly #closing = new AbortController();
  #passage = new Passage();

  constructor(destination: Destination, onClosed: () => void = () => {}) {
    super({ keepAlive: true, maxSockets: 1 });
    this.#destination = destination;
    this.#onClosed = onClosed;
  }

  get passage(): Passage {
    return this.#passage;
  }

  /** What to make of an error of a request that went this way. */
  failureOf(error: Error): TransportFailure {
    const { phase } = this.#passage;
    return sendFailureOf(phase === 'response' && isHangUp(error) ? new HungUpError() : error, this.#passage);
  }

  override createConnection(_: ClientRequestArgs, give?: Give): undefined {
    void this.#open(give ?? (() => {}));
  }

  override destroy(): void {
    this.#closing.abort();
    super.destroy();
    this.#passage.end();
  }

  async #open(give: Give): Promise<void> {
    const { base, route, connectMs } = this.#destination;
    const passage = new Passage();
    this.#passage = passage;
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(connectMs)]);
    try {
      const socket = await openConnection(base, route, { passage, signal });
      passage.phase = 'response';
      socket.once('close', this.#onClosed);
      give(null, socket);
    } catch (error) {
      passage.end();
      const cause: unknown = signal.aborted ? signal.reason : error;
      // Where there is an error, Node looks at no stream.
      Reflect.apply(give, undefined, [cause instanceof Error ? cause : new Error(String(cause))]);
    }
  }
}

/** Node gives a connection that was closed the code of one that was reset; only the latter comes from the system. */
function isHangUp(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET' && !('syscall' in error);
}

class HungUpError extends Error {
  readonly code = 'CONNECTION_CLOSED';

  constructor() {
    super('other side closed');
  }
}
