import type { Socket } from 'node:net';
import type { Destination } from './destination.ts';
import { VendorAgent } from './vendor-agent.ts';

/** One connection of the application, and those to the vendors that belong to it. */
export class ClientConnection {
  readonly #socket: Socket;
  readonly #agents = new Map<Destination, VendorAgent>();
  #underway = 0;

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

  /** A request has begun; gives what is to be called when it is over. */
  begin(): () => void {
    this.#underway += 1;
    return () => {
      this.#underway -= 1;
    };
  }

  /** A connection that the vendor has closed is closed for the application too, which then opens another one. */
  #closeIfIdle(): void {
    if (this.#underway === 0) this.#socket.end();
  }
}
