import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Destination } from './destination.ts';
import { VendorAgent } from './vendor-agent.ts';

/** Begins to pass on; calls `over` once it has been answered, or there is nobody to answer any more. */
type Begin = (over: () => void) => void;

/** One connection of the application, and those to the vendors that belong to it. */
export class ClientConnection {
  readonly #socket: Socket;
  readonly #agents = new Map<Destination, VendorAgent>();
  readonly #waiting: Begin[] = [];
  #isBusy = false;
  #latest: ServerResponse | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.once('close', () => {
      for (const agent of this.#agents.values()) agent.destroy();
    });
  }

  agentFor(destination: Destination): VendorAgent {
    const known = this.#agents.get(destination);
    if (known !== undefined) return known;
    const agent = new VendorAgent(destination, () => this.#closeIfIdle());
    this.#agents.set(destination, agent);
    return agent;
  }

  /** What is asked in one breath is passed on one after the other, as a vendor would take it: none overtakes another. */
  pass(outgoing: ServerResponse, begin: Begin): void {
    this.#latest = outgoing;
    this.whenIdle(begin);
  }

  whenIdle(begin: Begin): void {
    this.#waiting.push(begin);
    if (!this.#isBusy) this.#next();
  }

  /** The answer to a request of which not all has come; undefined between two requests. */
  get halfAsked(): ServerResponse | undefined {
    return this.#latest?.req.complete === false ? this.#latest : undefined;
  }

  #next(): void {
    const { destroyed, writableEnded } = this.#socket;
    const begin = destroyed || writableEnded ? undefined : this.#waiting.shift();
    this.#isBusy = begin !== undefined;
    begin?.(() => this.#next());
  }

  /** A connection that the vendor has closed is closed for the application too, which then opens another one. */
  #closeIfIdle(): void {
    if (!this.#isBusy) this.#socket.end();
  }
}
