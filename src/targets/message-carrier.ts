import type { Message } from 'cometd';
import type { ListenerHeaders } from './listener-headers.ts';
import type { MessageIntake } from './message-intake.ts';
import type { Route } from './open-connection.ts';

/** Brings Bayeux messages to a server, and back what comes from there. */
export interface MessageCarrier {
  /**
   * Resolves when the messages are answered; what came has been delivered by then. Rejects with a `ListenError`,
   * and of a carrier that was closed at once.
   */
  carry(messages: readonly Message[], withinMs: number): Promise<void>;
  /** Ends every connection, and what is underway. */
  close(): void;
}

export interface CarrierOptions {
  readonly url: URL;
  readonly headers: ListenerHeaders;
  readonly route: Route;
  /** For each connection, within the time for its answer. */
  readonly connectMs: number;
  readonly intake: MessageIntake;
  readonly deliver: (messages: readonly Message[]) => void;
}
